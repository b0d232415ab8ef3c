namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>What stands between two <c>%</c> of a LIKE pattern.</summary>
internal sealed class LikeSegment
{
    // Long enough to be rare in any value, short enough that the search for it is linear: no more than this many steps for a character.
    private const int LongestAnchor = 64;

    // What may be tried in vain before the one-pass search takes over, in characters compared.
    private const int Allowance = 1024;
    private const int CostOfTrial = 16;

    private readonly LikeElement[] _elements;

    // The first literal characters of the segment, which the platform finds many at a time; and where in the segment they are.
    private readonly string _anchor;
    private readonly int _anchorIndex;
    private readonly bool _isAscii;
    private LikeAutomaton? _automaton;

    public LikeSegment(LikeElement[] elements)
    {
        _elements = elements;
        Length = elements.Sum(element => element.Length);
        IsLiteral = elements is [] or [LikeText];
        Prefix = elements is [LikeText first, ..] ? first.Text : "";
        _anchorIndex = elements.TakeWhile(element => element is not LikeText).Sum(element => element.Length);
        _anchor = Shorten(elements.OfType<LikeText>().FirstOrDefault()?.Text ?? "");
        _isAscii = WqlText.IsAscii(_anchor);
    }

    /// <summary>How many characters the segment takes.</summary>
    public int Length { get; }

    /// <summary>Whether the segment has no wildcards.</summary>
    public bool IsLiteral { get; }

    /// <summary>The literal characters that the segment begins with.</summary>
    public string Prefix { get; }

    /// <summary>The characters of a literal segment; empty for another.</summary>
    public string Text => IsLiteral ? Prefix : "";

    /// <summary>What each of the characters may be.</summary>
    public IEnumerable<LikeSet> Units => _elements.SelectMany(element => element.Units);

    // Made when first needed, at most once or twice by racing threads, to the same effect.
    private LikeAutomaton Automaton => _automaton ??= new LikeAutomaton([.. Units]);

    /// <summary>Whether the segment matches at the given index.</summary>
    public bool IsMatchAt(string value, int index)
    {
        if (index < 0 || index + Length > value.Length) return false;
        foreach (var element in _elements)
        {
            if (!element.IsMatch(value, index)) return false;
            index += element.Length;
        }

        return true;
    }

    /// <summary>Where the segment first matches between two indexes, wholly; -1 when nowhere. Linear in what lies between them.</summary>
    public int Find(string value, int start, int end)
    {
        if (_anchor.Length == 0) return Automaton.Find(value, start, end);
        if (_anchor.Length == Length) return WqlText.IndexOf(value, _anchor, _isAscii, start, end - start);
        var tried = 0L;
        for (var index = start; index <= end - Length; index++)
        {
            var count = end - Length - index + _anchor.Length;
            var found = WqlText.IndexOf(value, _anchor, _isAscii, index + _anchorIndex, count);
            if (found < 0) return -1;
            index = found - _anchorIndex;
            if (IsMatchAt(value, index)) return index;
            tried += Length + CostOfTrial;
            if (tried > Allowance + index - start) return Automaton.Find(value, index + 1, end);
        }

        return -1;
    }

    // A letter beyond U+FFFF is not cut in half.
    private static string Shorten(string text) => text.Length <= LongestAnchor
        ? text
        : text.Substring(0, char.IsHighSurrogate(text[LongestAnchor - 1]) ? LongestAnchor - 1 : LongestAnchor);
}
