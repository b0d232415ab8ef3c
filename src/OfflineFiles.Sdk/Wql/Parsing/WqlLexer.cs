namespace OfflineFiles.Sdk.Wql;

/// <summary>Cuts the text into tokens, one at a time, without copying any of it.</summary>
internal sealed class WqlLexer(string text)
{
    private int _next;

    public WqlToken Read()
    {
        while (_next < text.Length && text[_next] is ' ' or '\t' or '\r' or '\n') _next++;
        var start = _next;
        if (start == text.Length) return new WqlToken(WqlTokenKind.End, start, start);
        var c = text[start];
        var token = c switch
        {
            '\'' or '"' => ReadString(start),
            _ when WqlName.IsStart(c) => new WqlToken(WqlTokenKind.Word, start, EndOfWord(start)),
            _ when WqlName.IsDigit(c) || (c == '-' && WqlName.IsDigit(At(start + 1))) => ReadNumber(start),
            _ => ReadSymbol(start),
        };
        _next = token.End;
        return token;
    }

    private char At(int index) => index < text.Length ? text[index] : '\0';

    private int EndOfWord(int index)
    {
        while (WqlName.IsPart(At(index))) index++;
        return index;
    }

    private int EndOfDigits(int index)
    {
        while (WqlName.IsDigit(At(index))) index++;
        return index;
    }

    private WqlToken ReadString(int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == text[start]) return new WqlToken(WqlTokenKind.String, start, i + 1);
            if (text[i] != '\\') continue;
            if (i + 1 < text.Length && text[i + 1] is not ('\\' or '\'' or '"')) return new WqlToken(WqlTokenKind.BadEscape, i, i + 2);
            i++;
        }

        return new WqlToken(WqlTokenKind.UnclosedString, start, text.Length);
    }

    private WqlToken ReadNumber(int start)
    {
        var end = EndOfDigits(start + 1);
        var kind = WqlTokenKind.Integer;
        if (At(end) == '.')
        {
            kind = WqlName.IsDigit(At(end + 1)) ? WqlTokenKind.Real : WqlTokenKind.BadNumber;
            end = EndOfDigits(end + 1);
        }

        // A name may not begin with a digit: 1e3, 0x10 and 12abc are one faulty number, not a number and a name.
        var endOfWord = EndOfWord(end);
        return new WqlToken(endOfWord > end ? WqlTokenKind.BadNumber : kind, start, endOfWord);
    }

    private WqlToken ReadSymbol(int start) => (text[start], At(start + 1)) switch
    {
        ('<', '>') or ('!', '=') => new WqlToken(WqlTokenKind.NotEqual, start, start + 2),
        ('<', '=') => new WqlToken(WqlTokenKind.LessOrEqual, start, start + 2),
        ('>', '=') => new WqlToken(WqlTokenKind.GreaterOrEqual, start, start + 2),
        ('<', _) => new WqlToken(WqlTokenKind.Less, start, start + 1),
        ('>', _) => new WqlToken(WqlTokenKind.Greater, start, start + 1),
        ('=', _) => new WqlToken(WqlTokenKind.Equal, start, start + 1),
        ('*', _) => new WqlToken(WqlTokenKind.Star, start, start + 1),
        (',', _) => new WqlToken(WqlTokenKind.Comma, start, start + 1),
        ('.', _) => new WqlToken(WqlTokenKind.Dot, start, start + 1),
        ('(', _) => new WqlToken(WqlTokenKind.OpenParenthesis, start, start + 1),
        (')', _) => new WqlToken(WqlTokenKind.CloseParenthesis, start, start + 1),
        _ => new WqlToken(WqlTokenKind.UnknownCharacter, start, start + 1),
    };
}
