namespace OfflineFiles.Sdk.Benchmarks.Rivals;

/// <summary>The tokens of WQL that are more than fixed characters: how long the one is that a text begins with; 0 when there is none.</summary>
internal static class WqlScan
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ReservedWords = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "LIKE", "ISA", "IS", "NULL", "TRUE", "FALSE",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsReserved(ReadOnlySpan<char> word) => ReservedWords.Contains(word);

    public static bool IsName(ReadOnlySpan<char> text) => text.Length > 0 && Name(text) == text.Length;

    public static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c is '_' or >= '\u0080';

    public static bool IsWordPart(char c) => IsWordStart(c) || char.IsAsciiDigit(c);

    public static int Word(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !IsWordStart(text[0])) return 0;
        var end = 1;
        while (end < text.Length && IsWordPart(text[end])) end++;
        return end;
    }

    /// <summary>A word that is no keyword.</summary>
    public static int Name(ReadOnlySpan<char> text)
    {
        var length = Word(text);
        return IsReserved(text[..length]) ? 0 : length;
    }

    /// <summary>With its quotes.</summary>
    public static int String(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('\'' or '"')) return 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == text[0]) return i + 1;
            if (text[i] == '\\' && (++i == text.Length || text[i] is not ('\\' or '\'' or '"'))) return 0;
        }

        return 0;
    }

    public static int Number(ReadOnlySpan<char> text)
    {
        var start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var end = Digits(text, start);
        if (end == start) return 0;
        if (end < text.Length && text[end] == '.')
        {
            var fraction = end + 1;
            end = Digits(text, fraction);
            if (end == fraction) return 0;
        }

        return end < text.Length && IsWordPart(text[end]) ? 0 : end;
    }

    private static int Digits(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && char.IsAsciiDigit(text[index])) index++;
        return index;
    }
}
