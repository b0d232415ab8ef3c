namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>The words that no implementation takes as a name, and without which a query could not be read back.</summary>
internal static class WqlReservedWords
{
    private const int LongestLength = 6;

    /// <summary>The kind of a word: its own when it is reserved, else <see cref="WqlTokenKind.Name"/>.</summary>
    public static WqlTokenKind Recognize(string text, int start, int end)
    {
        var length = end - start;
        if (length is < 2 or > LongestLength) return WqlTokenKind.Name;
        var (candidate, kind) = (length, Lower(text[start]), Lower(text[start + 1])) switch
        {
            (2, 'o', 'r') => ("or", WqlTokenKind.Or),
            (2, 'i', 's') => ("is", WqlTokenKind.Is),
            (3, 'a', 'n') => ("and", WqlTokenKind.And),
            (3, 'n', 'o') => ("not", WqlTokenKind.Not),
            (3, 'i', 's') => ("isa", WqlTokenKind.IsA),
            (4, 'f', 'r') => ("from", WqlTokenKind.From),
            (4, 'l', 'i') => ("like", WqlTokenKind.Like),
            (4, 'n', 'u') => ("null", WqlTokenKind.Null),
            (4, 't', 'r') => ("true", WqlTokenKind.True),
            (5, 'w', 'h') => ("where", WqlTokenKind.Where),
            (5, 'f', 'a') => ("false", WqlTokenKind.False),
            (6, 's', 'e') => ("select", WqlTokenKind.Select),
            _ => ("", WqlTokenKind.Name),
        };
        for (var i = 2; i < candidate.Length; i++)
            if (Lower(text[start + i]) != candidate[i]) return WqlTokenKind.Name;
        return kind;
    }

    // Right for letters of ASCII; no other part of a word becomes one of them.
    private static char Lower(char c) => (char)(c | 0x20);
}
