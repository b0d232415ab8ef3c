namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Cuts tokens out of a text, one at a time, without copying any of it.</summary>
internal static class WqlLexer
{
    /// <summary>The index of the first character from the given one on that is no blank.</summary>
    public static int EndOfBlanks(string text, int index)
    {
        while ((uint)index < (uint)text.Length && WqlCharacter.IsBlank(text[index])) index++;
        return index;
    }

    /// <summary>The index of the first character from the given one on that is no part of a word.</summary>
    public static int EndOfWord(string text, int index)
    {
        while ((uint)index < (uint)text.Length && WqlCharacter.IsLetterOrDigit(text[index])) index++;
        return index;
    }

    /// <summary>The token that begins at the given index, where there is no blank.</summary>
    /// <param name="text">The text.</param>
    /// <param name="takesHabits">Whether a number may have a plus sign, an exponent and no digit before its point.</param>
    /// <param name="start">Where the token begins; later where its fault is.</param>
    /// <param name="end">Where the token or its fault ends.</param>
    /// <returns>What it is. Not a <see cref="WqlToken"/>, which would be written in pieces and read whole, and that is slow.</returns>
    public static WqlTokenKind Read(string text, bool takesHabits, ref int start, out int end)
    {
        var i = start;
        if ((uint)i >= (uint)text.Length)
        {
            end = i;
            return WqlTokenKind.End;
        }

        var c = text[i];
        if (WqlCharacter.IsLetter(c))
        {
            end = EndOfWord(text, i + 1);
            return WqlReservedWords.Recognize(text, i, end);
        }

        if (c is '\'' or '"') return ReadString(text, ref start, out end);
        return WqlCharacter.IsDigit(c) || WqlNumberLexer.IsStart(text, i, takesHabits)
            ? WqlNumberLexer.Read(text, i, takesHabits, out end)
            : ReadSymbol(text, i, out end);
    }

    private static WqlTokenKind ReadString(string text, ref int start, out int end)
    {
        var quote = text[start];
        end = text.Length;
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == quote)
            {
                end = i + 1;
                return WqlTokenKind.String;
            }

            if (text[i] != '\\') continue;
            if (i + 1 < text.Length && text[i + 1] is not ('\\' or '\'' or '"'))
            {
                (start, end) = (i, i + 2);
                return WqlTokenKind.BadEscape;
            }

            i++;
        }

        return WqlTokenKind.UnclosedString;
    }

    private static WqlTokenKind ReadSymbol(string text, int start, out int end)
    {
        var next = start + 1 < text.Length ? text[start + 1] : '\0';
        end = start + (text[start] is '<' or '>' or '!' && (next == '=' || (next == '>' && text[start] == '<')) ? 2 : 1);
        return text[start] switch
        {
            '=' => WqlTokenKind.Equal,
            '<' when next == '>' => WqlTokenKind.NotEqual,
            '<' => next == '=' ? WqlTokenKind.LessOrEqual : WqlTokenKind.Less,
            '>' => next == '=' ? WqlTokenKind.GreaterOrEqual : WqlTokenKind.Greater,
            '!' when next == '=' => WqlTokenKind.NotEqual,
            '*' => WqlTokenKind.Star,
            ',' => WqlTokenKind.Comma,
            '.' => WqlTokenKind.Dot,
            '(' => WqlTokenKind.OpenParenthesis,
            ')' => WqlTokenKind.CloseParenthesis,
            '{' => WqlTokenKind.OpenBrace,
            '}' => WqlTokenKind.CloseBrace,
            '@' => WqlTokenKind.At,
            _ => WqlTokenKind.UnknownCharacter,
        };
    }
}

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
