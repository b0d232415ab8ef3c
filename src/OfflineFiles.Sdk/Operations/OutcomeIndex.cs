namespace OfflineFiles.Sdk.Operations;

/// <summary>
/// Finds the outcome of a path in a list that stays as it is: eight bytes an outcome, and no outcome is kept. A list may make each of them when
/// it is asked.
/// </summary>
internal sealed class OutcomeIndex
{
    private readonly IReadOnlyList<ItemOutcome> _outcomes;

    // The hash above, the place below.
    private readonly ulong[] _keys;

    private OutcomeIndex(IReadOnlyList<ItemOutcome> outcomes, ulong[] keys) => (_outcomes, _keys) = (outcomes, keys);

    /// <summary>Null if two of the outcomes are of one path, or one is of none.</summary>
    /// <param name="outcomes">The list.</param>
    /// <param name="seen">Is shown each outcome, in order.</param>
    public static OutcomeIndex? TryMake(IReadOnlyList<ItemOutcome?> outcomes, Action<ItemOutcome> seen)
    {
        var keys = new ulong[outcomes.Count];
        var place = 0;
        foreach (var outcome in outcomes)
        {
            if (outcome is not { Path.IsPath: true } || place == keys.Length) return null;
            keys[place] = First(outcome.Path) | (uint)place;
            place++;
            seen(outcome);
        }

        Array.Sort(keys);
        var index = new OutcomeIndex(outcomes!, keys);
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i - 1] >> 32 != keys[i] >> 32) continue;
            // Equal hashes are few: whoever has one is compared with all of them.
            for (var j = i - 1; j >= 0 && keys[j] >> 32 == keys[i] >> 32; j--)
                if (index.At(i).Path == index.At(j).Path) return null;
        }

        return place == keys.Length ? index : null;
    }

    public ItemOutcome? Find(UncPath path)
    {
        var first = First(path);
        var at = Array.BinarySearch(_keys, first);
        for (var i = at < 0 ? ~at : at; i < _keys.Length && _keys[i] >> 32 == first >> 32; i++)
            if (At(i) is var outcome && outcome.Path == path) return outcome;
        return null;
    }

    private static ulong First(UncPath path) => (ulong)(uint)path.GetHashCode() << 32;

    private ItemOutcome At(int key) => _outcomes[(int)(uint)_keys[key]];
}
