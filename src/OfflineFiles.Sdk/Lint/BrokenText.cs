using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint;

/// <summary>What there is to say about a text that no reader takes. Backslashes that are not doubled are looked through.</summary>
internal static class BrokenText
{
    private const string SingleBackslash =
        "A backslash in a string is doubled, and this string has one that is not. Windows refuses the query (0x80041017). "
        + @"The path \\server\share is written '\\\\server\\share'.";

    private const string QuoteAfterBackslash =
        "A backslash before a quote takes the quote into the string, so this string does not end where it seems to. Double the backslash.";

    public static IReadOnlyList<WqlFinding> Check(string text, WqlSyntaxError error, WqlLintOptions options)
    {
        // A quote that ends a string right after a backslash is the less likely reading: it is tried only when the other fails.
        // In the path of an object a single backslash stands for itself, so there only such a quote is a mistake.
        var isPath = IsOfPath(text);
        var mended = isPath ? null : EscapeMender.Mend(text, quoteMayEnd: false);
        foreach (var candidate in new[] { mended, EscapeMender.Mend(text, quoteMayEnd: true) })
            if (candidate is not null && WqlQuery.TryParse(candidate.Text.Read, WqlParseOptions.Lenient, out var query, out _))
                return CheckMended(candidate, query, options, isPath ? QuoteAfterBackslash : SingleBackslash);

        if (mended is null) return [MakeError(new LintText(text), error)];
        WqlQuery.TryParse(mended.Text.Read, WqlParseOptions.Lenient, out _, out var next);
        return [.. mended.Strings.Select(place => MakeEscape(mended.Text, place, SingleBackslash, mend: null)), MakeError(mended.Text, next!)];
    }

    private static bool IsOfPath(string text) =>
        text.TrimStart().StartsWith("ASSOCIATORS", StringComparison.OrdinalIgnoreCase)
        || text.TrimStart().StartsWith("REFERENCES", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<WqlFinding> CheckMended(MendedEscapes mended, WqlQuery query, WqlLintOptions options, string message)
    {
        var subject = new LintSubject(query, mended.Text, options);
        var escapes = mended.Strings.Select(place => MakeEscape(subject.Text, place, message, () => subject.Mend()));
        return LintRules.Sort(escapes.Concat(LintRules.Check(subject)));
    }

    private static WqlFinding MakeEscape(LintText text, TextRange place, string message, Func<string?>? mend) =>
        new(WqlLintRule.UnescapedBackslash, WqlLintSeverity.Error, text, place, message, mend);

    private static WqlFinding MakeError(LintText text, WqlSyntaxError error) => new(
        WqlLintRule.SyntaxError,
        WqlLintSeverity.Error,
        text,
        TextRange.At(error.Position, Math.Min(error.Position + 1, text.Read.Length)),
        $"Found {error.Found}, expected {error.Expected}. {error.Hint ?? "Windows refuses the query."}",
        mend: null);
}
