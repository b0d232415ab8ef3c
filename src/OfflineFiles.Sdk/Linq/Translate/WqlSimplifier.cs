using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary>
/// Joins tests and leaves out what says nothing: what the branches of an OR have in common is asked once, joined to them by AND, where a
/// backend can use it; and a test for NULL beside another test that NULL fails.
/// </summary>
internal static class WqlSimplifier
{
    /// <summary>All of them, or null when the result would be nested deeper than WQL may be.</summary>
    public static WqlPredicate? And(List<WqlPredicate> operands)
    {
        if (operands.Count > 1) operands.RemoveAll(operand => operand is WqlNullTest { IsNegated: true } test && operands.Exists(other => FailsOnNull(other, test.Property)));
        return operands.TrueForAll(IsShallow) ? WqlPredicate.And(operands) : null;
    }

    /// <summary>Any of them, or null when the result would be nested deeper than WQL may be.</summary>
    public static WqlPredicate? Or(List<WqlPredicate> operands)
    {
        if (!operands.TrueForAll(IsShallow)) return null;
        if (operands.Count < 2) return operands[0];
        var common = Conjuncts(operands[0]).Where(part => operands.TrueForAll(operand => Conjuncts(operand).Contains(part))).ToList();
        if (common.Count == 0) return WqlPredicate.Or(operands);
        var rests = operands.ConvertAll(operand => Conjuncts(operand).Where(part => !common.Contains(part)).ToList());

        // A branch that asks nothing more takes in all the others.
        if (!rests.Exists(rest => rest.Count == 0)) common.Add(WqlPredicate.Or(rests.Select(WqlPredicate.And)));
        return WqlPredicate.And(common);
    }

    private static IReadOnlyList<WqlPredicate> Conjuncts(WqlPredicate predicate) => predicate is WqlAnd and ? and.Operands : [predicate];

    private static bool FailsOnNull(WqlPredicate predicate, WqlProperty property) => predicate switch
    {
        WqlNot { Operand: WqlLike like } => IsOrIsIn(like.Property, property),
        WqlComparison or WqlLike => IsOrIsIn(((WqlTest)predicate).Property, property),
        _ => false,
    };

    private static bool IsOrIsIn(WqlProperty inner, WqlProperty outer) => inner == outer || inner.IsDotted && inner.Names[0] == outer.Text;

    // An AND of an OR goes two levels down.
    private static bool IsShallow(WqlPredicate predicate) => predicate.Depth < WqlPredicate.MaximumDepth - 2;
}
