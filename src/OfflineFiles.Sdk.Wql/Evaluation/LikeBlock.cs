namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>Up to 64 characters of a pattern turned sideways: for a character of the value, a bit for each place that takes it.</summary>
internal sealed class LikeBlock
{
    public const int Size = 64;

    private const int AsciiCount = 128;

    private readonly ulong[] _ascii = new ulong[AsciiCount];

    // The folded characters fall into stretches that every place takes wholly or not at all: where each begins, and its bits.
    private readonly char[] _starts;
    private readonly ulong[] _bits;

    public LikeBlock(IReadOnlyList<LikeSet> units)
    {
        var starts = new SortedSet<char> { char.MinValue };
        foreach (var (low, high) in units.SelectMany(unit => unit.Ranges))
        {
            starts.Add(low);
            if (high < char.MaxValue) starts.Add((char)(high + 1));
        }

        _starts = [.. starts];
        _bits = Array.ConvertAll(_starts, start =>
        {
            var bits = 0UL;
            for (var i = 0; i < units.Count; i++)
                if (units[i].Contains(start)) bits |= 1UL << i;
            return bits;
        });
        for (var c = 0; c < AsciiCount; c++) _ascii[c] = BitsOfFolded(LikeSet.Fold((char)c));
    }

    /// <summary>The places that take a character.</summary>
    public ulong BitsOf(char c) => c < AsciiCount ? _ascii[c] : BitsOfFolded(LikeSet.Fold(c));

    private ulong BitsOfFolded(char folded)
    {
        var found = Array.BinarySearch(_starts, folded);
        return _bits[found >= 0 ? found : ~found - 1];
    }
}
