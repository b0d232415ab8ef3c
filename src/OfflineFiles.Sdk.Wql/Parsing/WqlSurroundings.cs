namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>What the text around a fault tells of how it came about, where the token alone would mislead.</summary>
internal static class WqlSurroundings
{
    private const string NoComments = "WQL has no comments: leave it out.";
    private const string Date = "A point in time is written in quotes, as 'yyyymmddHHMMSS.mmmmmm+000'.";

    private static readonly Dictionary<string, string> PowerShell = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eq"] = "=",
        ["ne"] = "<>",
        ["lt"] = "<",
        ["le"] = "<=",
        ["gt"] = ">",
        ["ge"] = ">=",
        ["like"] = "LIKE",
        ["notlike"] = "NOT p LIKE",
        ["match"] = "LIKE",
        ["and"] = "AND",
        ["or"] = "OR",
        ["not"] = "NOT",
    };

    /// <summary>What to write instead; null if only the token itself is to blame.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">The token that cannot be where it is.</param>
    /// <param name="previousEnd">Where the token before it ended.</param>
    public static string? Explain(string text, WqlToken token, int previousEnd)
    {
        if (WqlLookalikes.Explain(text, token.End) is { } lookalike) return lookalike;
        var (c, next) = (At(text, token.Start), At(text, token.Start + 1));
        var isTouching = previousEnd == token.Start && token.Start > 0;
        var before = isTouching ? text[token.Start - 1] : ' ';
        return token.Kind switch
        {
            WqlTokenKind.UnclosedString or WqlTokenKind.String when before is '\'' or '"' => QuoteInString(text, token.Start, before),
            WqlTokenKind.UnclosedString when HasEscapedQuote(text, token.Start, text.Length) => BackslashBeforeQuote(c),
            WqlTokenKind.UnclosedString => ClosedByOther(text, token.Start, text.Length),
            WqlTokenKind.At when next is '\'' or '"' => WqlHints.StringPrefix,
            _ when before is '\'' or '"' && IsWordOrNumber(token.Kind) && CharacterAt(text, token.End) != '=' => QuoteInString(text, token.Start, before),
            WqlTokenKind.Dot when WqlCharacter.IsDigit(before) => WqlHints.SeveralPoints,
            WqlTokenKind.Integer or WqlTokenKind.Real or WqlTokenKind.BadNumber when WqlCharacter.IsDigit(before) => Date,
            WqlTokenKind.UnknownCharacter => (c, next) switch
            {
                ('-', '-') or ('/', '*') => NoComments,
                ('/', '/') when !WqlCharacter.IsLetterOrDigit(At(text, token.Start + 2)) => NoComments,
                ('#', _) when WqlCharacter.IsDigit(next) => Date,
                ('#', _) when !WqlCharacter.IsBlank(next) && text.IndexOf('#', token.End) >= 0 => WqlHints.QuotedString,
                ('#', _) => NoComments,
                ('-', _) when WqlCharacter.IsLetter(next) => WordAfterMinus(text, token, isTouching),
                ('$', _) => Variable(WordAt(text, token.Start + 1)),
                _ => null,
            },
            _ => null,
        };
    }

    /// <summary>The word before the given index, blanks aside; empty at the beginning, or where no word ends.</summary>
    public static string WordBefore(string text, int index)
    {
        var end = index;
        while (end > 0 && WqlCharacter.IsBlank(text[end - 1])) end--;
        var start = end;
        while (start > 0 && WqlCharacter.IsLetterOrDigit(text[start - 1])) start--;
        return text.Substring(start, end - start);
    }

    /// <summary>The word that begins at the given index, after blanks; empty if no word begins there.</summary>
    public static string WordAt(string text, int index)
    {
        var start = WqlLexer.EndOfBlanks(text, index);
        return text.Substring(start, WqlLexer.EndOfWord(text, start) - start);
    }

    /// <summary>The character at the given index, after blanks; NUL at the end.</summary>
    public static char CharacterAt(string text, int index) => At(text, WqlLexer.EndOfBlanks(text, index));

    /// <summary>What to write instead of an operator in letters, such as <c>eq</c>; null if the word is not such an operator.</summary>
    public static string? ForOperatorWord(string word) =>
        PowerShell.TryGetValue(word, out var sign) && IsComparison(sign) ? $"{word} is written {sign}." : null;

    private static bool IsComparison(string sign) => sign[0] is '=' or '<' or '>';

    private static string? WordAfterMinus(string text, WqlToken token, bool isTouching)
    {
        var word = WordAt(text, token.Start + 1);
        var before = WordBefore(text, token.Start);
        if (PowerShell.TryGetValue(word, out var sign) && (!isTouching || before.Length == 0 || IsComparison(sign))) return $"-{word} is written {sign}.";
        return isTouching && before.Length > 0 ? $"A name has letters, digits and _ only, as in {before}_{word}." : null;
    }

    private static string? Variable(string word) => word.ToUpperInvariant() switch
    {
        "TRUE" or "FALSE" => $"Write {word.ToUpperInvariant()}.",
        "NULL" => "Write IS NULL.",
        _ => null,
    };

    // The string before ended at a quote that was meant to be inside it, or went on past one that was meant to end it.
    private static string QuoteInString(string text, int end, char quote)
    {
        var start = StartOfStringBefore(text, end);
        return start >= 0 && HasEscapedQuote(text, start, end)
            ? BackslashBeforeQuote(quote)
            : (start < 0 ? null : ClosedByOther(text, start, end - 1)) ?? $"A string ends at the next {quote}: inside it that quote is written \\{quote}.";
    }

    // A string that was opened with one quote and was meant to end at another: 'abc", 'abc’.
    private static string? ClosedByOther(string text, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            var isOther = text[i] is '\'' or '"' && text[i] != text[start] || WqlLookalikes.IsQuote(text[i]);
            if (isOther && (i + 1 >= text.Length || text[i + 1] is ' ' or ')' or '}' or ',' or ';' or '\r' or '\n' or '\t'))
                return $"A string ends with the quote it began with, and this one began with {text[start]}: write {text[start]} in the place of {text[i]}.";
        }

        return null;
    }

    private static string BackslashBeforeQuote(char quote) =>
        $"\\{quote} is a quote inside a string and does not end it: a backslash at the end is doubled, {quote}C:\\\\{quote}.";

    private static bool IsWordOrNumber(WqlTokenKind kind) =>
        kind.IsWord() || kind is WqlTokenKind.Integer or WqlTokenKind.Real or WqlTokenKind.BadNumber;

    private static int StartOfStringBefore(string text, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (text[i] is not ('\'' or '"')) continue;
            var start = i++;
            while (i < end && text[i] != text[start]) i += text[i] == '\\' ? 2 : 1;
            if (i == end - 1) return start;
        }

        return -1;
    }

    /// <summary>Whether a quote after a backslash looks as if it were meant to end the string.</summary>
    private static bool HasEscapedQuote(string text, int start, int end)
    {
        for (var i = start + 1; i < end - 1; i++)
        {
            if (text[i] != '\\') continue;
            i++;
            if (text[i] == text[start] && (i + 1 >= text.Length || text[i + 1] is ' ' or ')' or '}' or ',' or ';' or '\r' or '\n' or '\t')) return true;
        }

        return false;
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';
}
