using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Paths that read well but are not written as the cache writes them.</summary>
internal sealed class PathFormRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        foreach (var term in subject.Terms)
        {
            if (!term.Name.IsPath || TextOf(term.Predicate) is not { } text) continue;
            var isPattern = term.Predicate is WqlLike;
            if (Judge(text, isPattern) is not { } verdict) continue;
            var place = subject.Place(term).Constant;
            LintEdit[] mend = verdict.Meant is null ? [] : [new(place, Quote(verdict.Meant))];
            yield return subject.Found(WqlLintRule.PathForm, WqlLintSeverity.Warning, place, Explain(text, verdict), mend);
        }
    }

    /// <summary>What is wrong with a text as the path of an item; null if nothing is.</summary>
    public static string? Explain(string text) => Judge(text, isPattern: false) is { } verdict ? Explain(text, verdict) : null;

    /// <summary>The path that a text was meant to be; null if it is one, or if nobody can tell.</summary>
    public static WqlConstant? Meant(string text) => Judge(text, isPattern: false) is { Meant: { } meant } ? WqlConstant.String(meant) : null;

    private static string Explain(string text, PathVerdict verdict) =>
        $"The text reads as {text}, and {verdict.Reason}.{(verdict.Meant is null ? "" : $" Write {Quote(verdict.Meant)}.")}";

    private static string Quote(string text) => WqlConstant.String(text).ToString();

    private static string? TextOf(WqlPredicate term) => term switch
    {
        WqlComparison { Constant: WqlStringConstant text } => text.Value,
        WqlLike like => like.Pattern.Text,
        _ => null,
    };

    private static PathVerdict? Judge(string text, bool isPattern)
    {
        if (text.Length == 0 || IsWild(text[0])) return null;
        var begin = text.Length - text.TrimStart('\\').Length;
        return begin switch
        {
            0 => JudgeBare(text),
            1 => new("paths in the cache begin with two backslashes, each of which is doubled in WQL", "\\" + text),
            2 when text.IndexOf(@"\\", begin, StringComparison.Ordinal) >= 0 => new("no name in a path is empty", UncText(text)),
            2 when !isPattern && text.Length > begin && text[text.Length - 1] == '\\' =>
                new("paths in the cache do not end with a backslash", text.TrimEnd('\\')),
            2 => null,
            _ => new("its backslashes are doubled once too often", UncText(text)),
        };
    }

    private static PathVerdict JudgeBare(string text)
    {
        if (text.StartsWith("//", StringComparison.Ordinal)) return new("paths in the cache are written with backslashes", text.Replace('/', '\\'));
        return text.Length > 1 && text[1] == ':'
            ? new(@"the cache knows items by their path on the server (\\server\share\...), never by a drive", null)
            : new(@"a path in the cache begins with \\server", null);
    }

    private static bool IsWild(char c) => c is '%' or '_' or '[' or '*' or '?';

    private static string UncText(string text) => @"\\" + string.Join(@"\", text.Split(['\\'], StringSplitOptions.RemoveEmptyEntries));

    private sealed record PathVerdict(string Reason, string? Meant);
}
