namespace OfflineFiles.Sdk.Lint;

/// <summary>
/// Holds a mended text against the text that was given. What mends one mistake and makes another is no mend, and is not offered: whoever follows
/// the linter from text to text comes to one that has nothing left to mend.
/// </summary>
internal static class MendGuard
{
    public static bool IsNoWorse(string original, string mended, WqlLintOptions options)
    {
        var now = WqlLinter.Lint(mended, options);
        if (!now.Any(IsMistake)) return true;
        var before = WqlLinter.Lint(original, options);
        return now.Where(IsMistake).Select(finding => finding.Rule).Distinct().All(rule =>
            Count(now, rule, WqlLintSeverity.Error) <= Count(before, rule, WqlLintSeverity.Error)
            && Count(now, rule, WqlLintSeverity.Warning) <= Count(before, rule, WqlLintSeverity.Warning));
    }

    private static bool IsMistake(WqlFinding finding) => finding.Severity > WqlLintSeverity.Advice;

    private static int Count(IEnumerable<WqlFinding> findings, WqlLintRule rule, WqlLintSeverity atLeast) =>
        findings.Count(finding => finding.Rule == rule && finding.Severity >= atLeast);
}
