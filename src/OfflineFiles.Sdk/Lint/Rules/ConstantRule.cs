using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Constants that do not fit what the property holds.</summary>
internal sealed class ConstantRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject) =>
        from term in subject.Terms
        where term.Comparison is not null && term.Name.Leaf is { IsArray: false }
        let remark = RemarkOn(term.Comparison!, term.Name.Leaf!)
        where remark is not null
        let place = subject.Place(term).Constant
        select subject.Found(
            remark.Rule, remark.Severity, place, remark.Message, remark.Meant is null ? [] : [new LintEdit(place, remark.Meant.ToString())]);

    /// <summary>What is to say about the constant of a comparison; null if it fits.</summary>
    public static ConstantRemark? RemarkOn(WqlComparison comparison, CimPropertySchema leaf) => leaf.Type switch
    {
        CimTypeCode.Boolean => TruthConstants.RemarkOn(comparison),
        CimTypeCode.UInt8 or CimTypeCode.UInt16 or CimTypeCode.UInt32 or CimTypeCode.SInt64 => NumberConstants.RemarkOn(comparison, leaf),
        CimTypeCode.String => RemarkOnString(comparison),
        CimTypeCode.DateTime => DateConstants.RemarkOn(comparison),
        _ => null,
    };

    private static ConstantRemark? RemarkOnString(WqlComparison comparison)
    {
        if (comparison.Constant is WqlStringConstant) return null;
        var quoted = WqlConstant.String(comparison.Constant.ToString());
        return comparison.Constant is WqlIntegerConstant
            ? new(
                WqlLintRule.Quoting,
                WqlLintSeverity.Advice,
                $"{comparison.Property} is a string. Windows converts a bare number, others may not: write {quoted}.",
                quoted)
            : new(
                WqlLintRule.UnfitConstant,
                WqlLintSeverity.Error,
                $"{comparison.Property} is a string, and {comparison.Constant} is none. Windows refuses the query. Write {quoted}.",
                quoted);
    }
}

/// <summary>What is to say about a constant.</summary>
/// <param name="Rule">What it is about.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What to say.</param>
/// <param name="Meant">The constant to write instead; null if no constant fits.</param>
internal sealed record ConstantRemark(WqlLintRule Rule, WqlLintSeverity Severity, string Message, WqlConstant? Meant = null);
