namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Constants held against TRUE or FALSE.</summary>
internal static class TruthConstants
{
    private static readonly string[] Yes = ["yes", "y", "on", "1", "-1", "1.0"];
    private static readonly string[] No = ["no", "n", "off", "0", "0.0"];

    public static ConstantRemark? RemarkOn(WqlComparison comparison)
    {
        var constant = comparison.Constant;
        if (constant.TryGetBoolean(out var value))
        {
            var plain = WqlConstant.Boolean(value);
            return constant is WqlStringConstant
                ? new(WqlLintRule.Quoting, WqlLintSeverity.Advice,
                    $"{comparison.Property} is TRUE or FALSE. Windows converts the string {constant}, others may not: write {plain}.", plain)
                : null;
        }

        var meant = MeaningOf(constant is WqlStringConstant text ? text.Value : constant.ToString());
        var advice = meant is null ? "Write TRUE or FALSE." : $"Write {meant}.";
        return constant is WqlIntegerConstant { Value: -1 }
            ? new(WqlLintRule.UnfitConstant, WqlLintSeverity.Warning,
                $"-1 is TRUE in one table of the documentation only; everywhere else TRUE is 1. {advice}", meant)
            : new(WqlLintRule.UnfitConstant, WqlLintSeverity.Error,
                $"{comparison.Property} is TRUE or FALSE, and {constant} is neither. Windows refuses the query or finds nothing. {advice}", meant);
    }

    private static WqlConstant? MeaningOf(string text) =>
        Array.Exists(Yes, word => WqlName.AreEqual(word, text)) ? WqlConstant.Boolean(true)
        : Array.Exists(No, word => WqlName.AreEqual(word, text)) ? WqlConstant.Boolean(false)
        : null;
}
