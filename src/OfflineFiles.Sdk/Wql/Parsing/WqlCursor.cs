using System.Globalization;
using System.Text;

namespace OfflineFiles.Sdk.Wql;

/// <summary>Where the reading of a text stands: the token ahead, and the first error once there is one.</summary>
internal sealed class WqlCursor
{
    private const int LongestExcerpt = 40;

    private readonly string _text;
    private readonly WqlLexer _lexer;

    public WqlCursor(string text)
    {
        _text = text;
        _lexer = new WqlLexer(text);
        Current = _lexer.Read();
    }

    public WqlToken Current { get; private set; }

    public WqlSyntaxError? Error { get; private set; }

    public string CurrentText => _text.Substring(Current.Start, Current.End - Current.Start);

    public void Advance() => Current = _lexer.Read();

    public bool Take(WqlTokenKind kind)
    {
        if (Current.Kind != kind) return false;
        Advance();
        return true;
    }

    public bool IsWord(string word) =>
        Current.Kind == WqlTokenKind.Word
        && Current.End - Current.Start == word.Length
        && string.Compare(_text, Current.Start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    public bool TakeWord(string word)
    {
        if (!IsWord(word)) return false;
        Advance();
        return true;
    }

    /// <summary>Takes a word that may be a name; null, and nothing taken, when there is none.</summary>
    public string? TakeName()
    {
        if (Current.Kind != WqlTokenKind.Word) return null;
        var name = CurrentText;
        if (WqlName.IsReserved(name)) return null;
        Advance();
        return name;
    }

    /// <summary>The string ahead, without its quotes and escapes.</summary>
    public string PeekString()
    {
        var content = _text.Substring(Current.Start + 1, Current.End - Current.Start - 2);
        if (content.IndexOf('\\') < 0) return content;
        var plain = new StringBuilder(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\\') i++;
            plain.Append(content[i]);
        }

        return plain.ToString();
    }

    public string TakeString()
    {
        var value = PeekString();
        Advance();
        return value;
    }

    /// <summary>Notes that the token ahead cannot be there. A token that is faulty in itself explains itself.</summary>
    /// <returns>Null, as the result of whoever was reading.</returns>
    public WqlPredicate? Fail(string expected, string? hint = null)
    {
        var found = Describe(Current);
        Error = Current.Kind switch
        {
            WqlTokenKind.UnclosedString => new(_text, Current.Start, found, $"a closing {_text[Current.Start]}", null),
            WqlTokenKind.BadEscape => new(_text, Current.Start, found, @"\\, \' or \""", WqlHints.Escape),
            WqlTokenKind.BadNumber => new(_text, Current.Start, found, "a number such as 42, -7 or 0.5", WqlHints.Number),
            WqlTokenKind.UnknownCharacter => new(_text, Current.Start, found, expected, WqlHints.ForCharacter(_text[Current.Start])),
            WqlTokenKind.Word => new(_text, Current.Start, found, expected, hint ?? WqlHints.ForWord(CurrentText)),
            _ => new(_text, Current.Start, found, expected, hint),
        };
        return null;
    }

    /// <summary>Notes that what begins at the given token nests too deep.</summary>
    /// <returns>Null, as the result of whoever was reading.</returns>
    public WqlPredicate? FailNesting(WqlToken token)
    {
        Error = new(
            _text, token.Start, Describe(token), $"at most {WqlPredicate.MaximumDepth} levels of parentheses, NOT, AND and OR", WqlHints.Nesting);
        return null;
    }

    private string Describe(WqlToken token) => token.Kind switch
    {
        WqlTokenKind.End => "the end of the query",
        WqlTokenKind.String => $"the string {Excerpt(token)}",
        WqlTokenKind.UnclosedString => $"the unclosed string {Excerpt(token)}",
        WqlTokenKind.Integer or WqlTokenKind.Real => $"the number {Excerpt(token)}",
        _ => $"'{Excerpt(token)}'",
    };

    private string Excerpt(WqlToken token)
    {
        var length = token.End - token.Start;
        var excerpt = new StringBuilder();
        for (var i = token.Start; i < token.Start + Math.Min(length, LongestExcerpt); i++)
        {
            // Characters that a log or a console would swallow or choke on are shown by their number.
            if (char.IsControl(_text[i]) || char.IsSurrogate(_text[i]))
                excerpt.Append("\\u").Append(((int)_text[i]).ToString("X4", CultureInfo.InvariantCulture));
            else excerpt.Append(_text[i]);
        }

        return length > LongestExcerpt ? excerpt.Append("...").ToString() : excerpt.ToString();
    }
}
