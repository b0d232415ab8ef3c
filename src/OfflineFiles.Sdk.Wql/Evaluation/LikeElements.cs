using OfflineFiles.Sdk.Wql.Casing;

namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>One step of a LIKE pattern between two <c>%</c>. It takes a fixed number of characters.</summary>
internal abstract class LikeElement
{
    public abstract int Length { get; }

    /// <summary>What each of the characters may be.</summary>
    public abstract IEnumerable<LikeSet> Units { get; }

    /// <summary>Whether the characters from the given index on match; there are at least <see cref="Length"/> of them.</summary>
    public abstract bool IsMatch(string value, int index);
}

/// <summary>Characters that stand for themselves.</summary>
internal sealed class LikeText(string text) : LikeElement
{
    public string Text => text;

    public override int Length => text.Length;

    public override IEnumerable<LikeSet> Units
    {
        get
        {
            for (var i = 0; i < text.Length; i++)
            {
                yield return LikeSet.Of(text[i]);
                if (i + 1 == text.Length || !char.IsSurrogatePair(text, i)) continue;
                yield return LikeSet.Of(CaseFolding.CasesOf(text[i], text[++i]));
            }
        }
    }

    public override bool IsMatch(string value, int index) => WqlText.IsAt(value, index, text);
}

/// <summary>
/// What one character may be: <c>[abc]</c>, <c>[a-f]</c>, <c>[^...]</c>, or with <c>_</c> anything. Members and bounds are folded to upper
/// case before they are compared, so that case matters neither in the pattern nor in the value.
/// </summary>
internal sealed class LikeSet : LikeElement
{
    // In order, and apart from each other.
    private readonly (char Low, char High)[] _ranges;

    private LikeSet((char Low, char High)[] ranges) => _ranges = ranges;

    /// <summary>The wildcard <c>_</c>.</summary>
    public static LikeSet Any { get; } = new([(char.MinValue, char.MaxValue)]);

    public override int Length => 1;

    public override IEnumerable<LikeSet> Units => [this];

    /// <summary>The ranges of folded characters.</summary>
    public IReadOnlyList<(char Low, char High)> Ranges => _ranges;

    public static LikeSet Of(params char[] characters) => new(Join(characters.Select(c => (Fold(c), Fold(c)))));

    /// <summary>Reads what stands between the brackets; a set of one character is that character.</summary>
    public static LikeElement Read(string content)
    {
        var isNegated = content.Length > 0 && content[0] == '^';
        if (!isNegated && content.Length == 1) return new LikeText(content);

        var ranges = new List<(char Low, char High)>();
        for (var i = isNegated ? 1 : 0; i < content.Length; i++)
        {
            var low = Fold(content[i]);
            if (i + 2 < content.Length && content[i + 1] == '-')
            {
                ranges.Add((low, Fold(content[i + 2])));
                i += 2;
            }
            else ranges.Add((low, low));
        }

        var joined = Join(ranges);
        return new LikeSet(isNegated ? Outside(joined) : joined);
    }

    public override bool IsMatch(string value, int index) => Contains(Fold(value[index]));

    public bool Contains(char folded)
    {
        var (first, last) = (0, _ranges.Length - 1);
        while (first <= last)
        {
            var middle = (first + last) / 2;
            if (folded < _ranges[middle].Low) last = middle - 1;
            else if (folded > _ranges[middle].High) first = middle + 1;
            else return true;
        }

        return false;
    }

    public static char Fold(char c) => CaseFolding.ToUpper(c);

    private static (char Low, char High)[] Join(IEnumerable<(char Low, char High)> ranges)
    {
        var joined = new List<(char Low, char High)>();
        foreach (var (low, high) in ranges.Where(range => range.Low <= range.High).OrderBy(range => range.Low))
        {
            var last = joined.Count - 1;
            if (last < 0 || joined[last].High + 1 < low) joined.Add((low, high));
            else if (joined[last].High < high) joined[last] = (joined[last].Low, high);
        }

        return joined.ToArray();
    }

    private static (char Low, char High)[] Outside((char Low, char High)[] ranges)
    {
        var outside = new List<(char Low, char High)>();
        var next = 0;
        foreach (var (low, high) in ranges)
        {
            if (next < low) outside.Add(((char)next, (char)(low - 1)));
            next = high + 1;
        }

        if (next <= char.MaxValue) outside.Add(((char)next, char.MaxValue));
        return outside.ToArray();
    }
}
