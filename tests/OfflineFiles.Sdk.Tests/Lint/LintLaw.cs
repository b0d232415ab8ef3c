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
            Assert.That(Count(query!.Lint(), finding), Is.LessThan(Count(findings, finding)), $"{text}\n{finding}\n{mended}");
        }
    }

    private static int Count(IEnumerable<WqlFinding> findings, WqlFinding like) =>
        findings.Count(finding => finding.Rule == like.Rule && finding.Message == like.Message);
}
