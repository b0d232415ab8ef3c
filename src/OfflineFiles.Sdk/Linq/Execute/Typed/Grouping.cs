using System.Collections;

namespace OfflineFiles.Sdk.Linq.Execute.Typed;

/// <summary>The rows of one key. Immutable.</summary>
internal sealed class Grouping<TKey, TElement>(TKey key, IReadOnlyList<TElement> elements) : IGrouping<TKey, TElement>
{
    public TKey Key => key;

    public IEnumerator<TElement> GetEnumerator() => elements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
