using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Lint;

/// <summary>One mistake to look for. To add one: a file in Rules, a number in <see cref="WqlLintRule"/>, a line in <see cref="LintRules"/>.</summary>
internal interface ILintRule
{
    IEnumerable<WqlFinding> Check(LintSubject subject);
}
