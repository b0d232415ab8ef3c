using OfflineFiles.Sdk.Lint.Rules;

namespace OfflineFiles.Sdk.Lint;

/// <summary>All rules, and how a query goes through them.</summary>
internal static class LintRules
{
    private static readonly ILintRule[] All =
    [
        new HabitRule(),
        new NullAsValueRule(),
        new PointlessTermRule(),
        new LikePatternRule(),
        new ShellWildcardRule(),
        new ClassNameRule(),
        new PropertyNameRule(),
        new NoValueRule(),
        new ConstantRule(),
        new OperatorRule(),
        new PathFormRule(),
        new ObjectPathRule(),
        new PlainKeyRule(),
        new NullRowsRule(),
        new EventRule(),
        new PathTermRule(),
        new EnumerationRule(),
        new SelectListRule(),
    ];

    public static IReadOnlyList<WqlFinding> Check(LintSubject subject) => Sort(All.SelectMany(rule => rule.Check(subject)));

    /// <summary>The findings in the order of the text.</summary>
    public static IReadOnlyList<WqlFinding> Sort(IEnumerable<WqlFinding> findings) =>
        [.. findings.OrderBy(finding => finding.Position).ThenBy(finding => finding.Rule)];
}

/// <summary>One mistake to look for. To add one: a file in Rules, a number in <see cref="WqlLintRule"/>, a line in <see cref="LintRules"/>.</summary>
internal interface ILintRule
{
    IEnumerable<WqlFinding> Check(LintSubject subject);
}
