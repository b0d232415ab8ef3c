namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Order asked of truth values, and LIKE of what is no string.</summary>
internal sealed class OperatorRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        foreach (var term in subject.Terms)
        {
            if (term.Name.Leaf is not { IsArray: false, Type: not (CimTypeCode.Object or CimTypeCode.Reference) } leaf) continue;
            if (term.Predicate is WqlComparison { IsEquality: false } or WqlPropertyComparison { IsEquality: false } && leaf.Type == CimTypeCode.Boolean)
                yield return subject.Found(
                    WqlLintRule.UnfitOperator,
                    WqlLintSeverity.Error,
                    subject.Place(term).Whole,
                    $"{term.Property} is TRUE or FALSE, which have no order. Windows refuses the query. Compare it with = or <>.");
            else if (term.Predicate is WqlLike && leaf.Type != CimTypeCode.String)
                yield return subject.Found(
                    WqlLintRule.UnfitOperator,
                    WqlLintSeverity.Warning,
                    subject.Place(term).Whole,
                    $"{term.Property} is no string, and LIKE is documented for strings only. Compare it with =, <> or an order.");
        }
    }
}
