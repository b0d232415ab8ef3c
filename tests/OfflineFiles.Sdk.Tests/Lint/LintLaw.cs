using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Lint;

/// <summary>What holds for the findings of every text.</summary>
internal static class LintLaw
{
    public static void Check(string text)
    {
        var findings = WqlLinter.Lint(text);
        foreach (var finding in findings)
        {
            Assert.That(finding.Text, Is.EqualTo(text));
            Assert.That(finding.Position, Is.InRange(0, text.Length), $"{text}\n{finding}");
            Assert.That(finding.Position + finding.Length, Is.InRange(finding.Position, text.Length), $"{text}\n{finding}");
            if (finding.MendedText is not { } mended) continue;
            Assert.That(WqlQuery.TryParse(mended, out var query, out var error), Is.True, $"{text}\n{finding}\n{mended}\n{error}");

            // Of the same kind there may be others now: what a class does not have is only known once the class is.
            var left = query!.Lint();
            Assert.That(Count(left, finding), Is.LessThan(Count(findings, finding)), $"{text}\n{finding}\n{mended}");
            foreach (var rule in Mistakes(left).Distinct())
                Assert.That(Mistakes(left).Count(each => each == rule), Is.LessThanOrEqualTo(Mistakes(findings).Count(each => each == rule)), $"{text}\n{finding}\n{mended}");
        }
    }

    /// <summary>Whoever follows the linter from text to text comes to one that has nothing left to mend.</summary>
    public static void CheckEnd(string text)
    {
        var seen = new List<string> { text };
        while (WqlLinter.Lint(seen[^1]).Select(finding => finding.MendedText).FirstOrDefault(mended => mended is not null) is { } next)
        {
            Assert.That(seen, Has.None.EqualTo(next), string.Join('\n', seen));
            Assert.That(seen, Has.Count.LessThan(100), text);
            seen.Add(next);
        }
    }

    private static IEnumerable<WqlLintRule> Mistakes(IEnumerable<WqlFinding> findings) =>
        findings.Where(finding => finding.Severity > WqlLintSeverity.Advice).Select(finding => finding.Rule);

    private static int Count(IEnumerable<WqlFinding> findings, WqlFinding like) =>
        findings.Count(finding => finding.Rule == like.Rule && finding.Message == like.Message);
}
