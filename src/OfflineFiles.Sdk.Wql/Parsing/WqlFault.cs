using System.Globalization;
using System.Text;

namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Puts in words what stands where something else was expected.</summary>
internal static class WqlFault
{
    private const int LongestExcerpt = 40;

    public static WqlSyntaxError Describe(string text, WqlToken token, string expected, string? hint)
    {
        var found = Found(text, token);
        return token.Kind switch
        {
            WqlTokenKind.UnclosedString => new(text, token.Start, found, $"a closing {text[token.Start]}", null),
            WqlTokenKind.BadEscape => new(text, token.Start, found, @"\\, \' or \""", WqlHints.Escape),
            WqlTokenKind.BadNumber => new(text, token.Start, found, "a number such as 42, -7 or 0.5", WqlHints.Number),
            WqlTokenKind.BrokenHole => new(text, token.Start, found, "a value that stands by itself", WqlHints.ForHole(text[token.Start])),
            _ when token.Kind.IsWord() =>
                new(text, token.Start, found, expected, hint ?? WqlHints.ForWord(text.Substring(token.Start, token.Length))),
            WqlTokenKind.UnknownCharacter or WqlTokenKind.At =>
                new(text, token.Start, found, expected, hint ?? WqlHints.ForCharacter(text[token.Start])),
            _ => new(text, token.Start, found, expected, hint),
        };
    }

    public static string Found(string text, WqlToken token) => token.Kind switch
    {
        WqlTokenKind.End => "the end of the query",
        WqlTokenKind.String => $"the string {Excerpt(text, token)}",
        WqlTokenKind.UnclosedString => $"the unclosed string {Excerpt(text, token)}",
        WqlTokenKind.Integer or WqlTokenKind.Real => $"the number {Excerpt(text, token)}",
        WqlTokenKind.BrokenHole => $"a value inside {Excerpt(text, token)}",
        _ => $"'{Excerpt(text, token)}'",
    };

    private static string Excerpt(string text, WqlToken token)
    {
        var excerpt = new StringBuilder();
        for (var i = token.Start; i < token.Start + Math.Min(token.Length, LongestExcerpt); i++)
        {
            // Characters that a log or a console would swallow or choke on are shown by their number.
            if (char.IsControl(text[i]) || char.IsSurrogate(text[i]))
                excerpt.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            else excerpt.Append(text[i]);
        }

        return token.Length > LongestExcerpt ? excerpt.Append("...").ToString() : excerpt.ToString();
    }
}
