using System.Collections;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Opens a sequence when its first value is asked for.</summary>
internal sealed class LazyEnumerator(IEnumerable values) : IEnumerator, IDisposable
{
    private IEnumerator? _opened;

    public object? Current => _opened?.Current;

    public bool MoveNext() => (_opened ??= values.GetEnumerator()).MoveNext();

    public void Reset() => throw new NotSupportedException();

    public void Dispose() => (_opened as IDisposable)?.Dispose();
}
