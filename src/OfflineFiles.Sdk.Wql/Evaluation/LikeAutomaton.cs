namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>
/// Finds a segment in one pass over the value, whatever is in it: a bit for each of its characters says whether the segment up to there
/// ends where the pass is (the method known as Shift-And). A step costs one word for each 64 characters of the segment.
/// </summary>
internal sealed class LikeAutomaton
{
#if NET
    private const int WordsOnStack = 64;
#endif

    private readonly LikeBlock[] _blocks;
    private readonly int _length;
    private readonly ulong _end;

    public LikeAutomaton(IReadOnlyList<LikeSet> units)
    {
        _length = units.Count;
        _blocks = [.. Enumerable.Range(0, (units.Count + LikeBlock.Size - 1) / LikeBlock.Size)
            .Select(block => new LikeBlock([.. units.Skip(block * LikeBlock.Size).Take(LikeBlock.Size)]))];
        _end = 1UL << ((_length - 1) % LikeBlock.Size);
    }

    /// <summary>Where the segment first matches between two indexes, wholly; -1 when nowhere.</summary>
    public int Find(string value, int start, int end)
    {
        if (_blocks.Length == 1) return FindShort(_blocks[0], value, start, end);
#if NET
        var state = _blocks.Length <= WordsOnStack ? stackalloc ulong[_blocks.Length] : new ulong[_blocks.Length];
#else
        var state = new ulong[_blocks.Length];
#endif
        for (var index = start; index < end; index++)
        {
            var carry = 1UL;
            for (var i = 0; i < _blocks.Length; i++)
            {
                var before = state[i];
                state[i] = ((before << 1) | carry) & _blocks[i].BitsOf(value[index]);
                carry = before >> (LikeBlock.Size - 1);
            }

            if ((state[_blocks.Length - 1] & _end) != 0) return index - _length + 1;
        }

        return -1;
    }

    private int FindShort(LikeBlock block, string value, int start, int end)
    {
        var state = 0UL;
        for (var index = start; index < end; index++)
        {
            state = ((state << 1) | 1) & block.BitsOf(value[index]);
            if ((state & _end) != 0) return index - _length + 1;
        }

        return -1;
    }
}

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
