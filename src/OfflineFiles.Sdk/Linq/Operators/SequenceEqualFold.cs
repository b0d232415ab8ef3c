using System.Collections;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Whether the rows are those of another sequence, in their order.</summary>
internal sealed class SequenceEqualFold(IEnumerator other, IEqualityComparer<object?> equality) : ResultFold
{
    private bool _differs;

    public override object Finish() => !_differs && !other.MoveNext();

    protected override bool Add(object? row) => !(_differs = !other.MoveNext() || !equality.Equals(row, other.Current));
}
