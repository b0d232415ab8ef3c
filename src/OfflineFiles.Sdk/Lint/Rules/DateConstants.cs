namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Constants held against a point in time.</summary>
internal static class DateConstants
{
    private const int Length = 25;
    private const int OffsetIndex = 21;

    private static readonly char[] Asterisk = ['*'];

    public static ConstantRemark? RemarkOn(WqlComparison comparison)
    {
        if (comparison.Constant is not WqlStringConstant { Value: var text })
            return new(
                WqlLintRule.UnfitConstant,
                WqlLintSeverity.Error,
                $"{comparison.Property} is a point in time, and {comparison.Constant} is none. Windows refuses the query or finds nothing. "
                + Form(comparison));
        if (comparison.Constant.TryGetDateTime(out var instant)) return RemarkOnOffset(comparison, text, WqlConstant.DateTime(instant));
        return text.Length == Length && text.IndexOfAny(Asterisk) >= 0
            ? new(
                WqlLintRule.DateForm,
                WqlLintSeverity.Warning,
                $"Asterisks are no wildcards here: {comparison.Constant} equals only a value with the same asterisks. Write a range: "
                + $"{comparison.Property} >= '...' AND {comparison.Property} < '...'.")
            : new(
                WqlLintRule.DateForm,
                WqlLintSeverity.Warning,
                $"{comparison.Constant} is not in the form of CIM: Windows reads it, if at all, by the locale of the machine that is asked. "
                + Form(comparison));
    }

    private static ConstantRemark? RemarkOnOffset(WqlComparison comparison, string text, WqlConstant meant) =>
        text.Substring(OffsetIndex + 1) == "000"
            ? null
            : new(
                WqlLintRule.DateForm,
                WqlLintSeverity.Advice,
                $"{comparison.Property} is in UTC, and dates with different offsets may be compared as text. "
                + $"Write {meant}, which is the same instant.",
                meant);

    private static string Form(WqlComparison comparison) => $"Write {comparison.Property} as 'yyyymmddHHMMSS.mmmmmm+000', in UTC.";
}
