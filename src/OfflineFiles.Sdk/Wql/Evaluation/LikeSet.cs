namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// A set: <c>[abc]</c>, <c>[a-f]</c>, <c>[^...]</c>. Members and bounds are folded to upper case before they are compared, so that case
/// matters neither in the pattern nor in the value.
/// </summary>
internal sealed class LikeSet : LikeElement
{
    private readonly (char Low, char High)[] _ranges;
    private readonly bool _isNegated;

    private LikeSet((char Low, char High)[] ranges, bool isNegated)
    {
        _ranges = ranges;
        _isNegated = isNegated;
    }

    public override int Length => 1;

    /// <summary>Reads what stands between the brackets; a set of one character is that character.</summary>
    public static LikeElement Read(string content)
    {
        var isNegated = content.Length > 0 && content[0] == '^';
        var first = isNegated ? 1 : 0;
        if (!isNegated && content.Length == 1) return new LikeText(content);

        var ranges = new List<(char Low, char High)>();
        for (var i = first; i < content.Length; i++)
        {
            var low = Fold(content[i]);
            if (i + 2 < content.Length && content[i + 1] == '-')
            {
                ranges.Add((low, Fold(content[i + 2])));
                i += 2;
            }
            else ranges.Add((low, low));
        }

        return new LikeSet(ranges.ToArray(), isNegated);
    }

    public override bool IsMatch(string value, int index)
    {
        var c = Fold(value[index]);
        foreach (var (low, high) in _ranges)
            if (c >= low && c <= high) return !_isNegated;
        return _isNegated;
    }

    // The long s has an upper case (S) that ordinal comparison does not give it.
    private static char Fold(char c) => c == '\u017F' ? c : char.ToUpperInvariant(c);
}
