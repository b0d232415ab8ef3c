namespace OfflineFiles.Sdk.Wql;

/// <summary>Cuts tokens out of a text, one at a time, without copying any of it.</summary>
internal static class WqlLexer
{
    /// <summary>The token that begins at the given index or after the blanks there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="takesHabits">Whether a number may have a plus sign, an exponent and no digit before its point.</param>
    public static WqlToken Read(string text, int start, bool takesHabits)
    {
        while (start < text.Length && WqlCharacter.IsBlank(text[start])) start++;
        if (start >= text.Length) return new WqlToken(WqlTokenKind.End, start, start);
        var c = text[start];
        if (WqlCharacter.IsLetter(c))
        {
            var end = EndOfWord(text, start + 1);
            return new WqlToken(WqlReservedWords.Recognize(text.AsSpan(start, end - start)), start, end);
        }

        if (c is '\'' or '"') return ReadString(text, start);
        return WqlNumberLexer.IsStart(text, start, takesHabits) ? WqlNumberLexer.Read(text, start, takesHabits) : ReadSymbol(text, start);
    }

    public static int EndOfWord(string text, int index)
    {
        while (index < text.Length && WqlCharacter.IsLetterOrDigit(text[index])) index++;
        return index;
    }

    private static WqlToken ReadString(string text, int start)
    {
        var quote = text[start];
        for (var i = start + 1; ;)
        {
            var stop = text.AsSpan(i).IndexOfAny(quote, '\\');
            if (stop < 0) return new WqlToken(WqlTokenKind.UnclosedString, start, text.Length);
            i += stop;
            if (text[i] == quote) return new WqlToken(WqlTokenKind.String, start, i + 1);
            if (i + 1 == text.Length) return new WqlToken(WqlTokenKind.UnclosedString, start, text.Length);
            if (text[i + 1] is not ('\\' or '\'' or '"')) return new WqlToken(WqlTokenKind.BadEscape, i, i + 2);
            i += 2;
        }
    }

    private static WqlToken ReadSymbol(string text, int start)
    {
        var next = start + 1 < text.Length ? text[start + 1] : '\0';
        var (kind, length) = text[start] switch
        {
            '=' => (WqlTokenKind.Equal, 1),
            '<' when next == '>' => (WqlTokenKind.NotEqual, 2),
            '<' when next == '=' => (WqlTokenKind.LessOrEqual, 2),
            '<' => (WqlTokenKind.Less, 1),
            '>' when next == '=' => (WqlTokenKind.GreaterOrEqual, 2),
            '>' => (WqlTokenKind.Greater, 1),
            '!' when next == '=' => (WqlTokenKind.NotEqual, 2),
            '*' => (WqlTokenKind.Star, 1),
            ',' => (WqlTokenKind.Comma, 1),
            '.' => (WqlTokenKind.Dot, 1),
            '(' => (WqlTokenKind.OpenParenthesis, 1),
            ')' => (WqlTokenKind.CloseParenthesis, 1),
            '{' => (WqlTokenKind.OpenBrace, 1),
            '}' => (WqlTokenKind.CloseBrace, 1),
            '@' => (WqlTokenKind.At, 1),
            _ => (WqlTokenKind.UnknownCharacter, 1),
        };
        return new WqlToken(kind, start, start + length);
    }
}
