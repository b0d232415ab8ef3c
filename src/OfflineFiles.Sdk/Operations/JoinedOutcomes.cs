using System.Collections;

namespace OfflineFiles.Sdk.Operations;

/// <summary>Outcomes after others, without a copy of either.</summary>
internal sealed class JoinedOutcomes(IReadOnlyList<ItemOutcome> first, IReadOnlyList<ItemOutcome> then) : IReadOnlyList<ItemOutcome>
{
    public int Count => first.Count + then.Count;

    public ItemOutcome this[int index] => index < first.Count ? first[index] : then[index - first.Count];

    public IEnumerator<ItemOutcome> GetEnumerator() => first.Concat(then).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
