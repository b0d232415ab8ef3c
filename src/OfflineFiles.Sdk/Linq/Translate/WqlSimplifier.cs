namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>
/// Joins tests and leaves out what says nothing: what the branches of an OR have in common is asked once, joined to them by AND, where a
/// backend can use it; a test for NULL is left out where it is asked already, or where another test settles it.
/// </summary>
internal static class WqlSimplifier
{
    // Each is held against all other tests. Properties are few, so more than these say nothing new.
    private const int MostNullTests = 100;

    /// <summary>All of them, or null if the result would be nested deeper than WQL may be.</summary>
    public static WqlPredicate? And(List<WqlPredicate> operands) => Join(operands, AllOf);

    /// <summary>Any of them, or null if the result would be nested deeper than WQL may be.</summary>
    public static WqlPredicate? Or(List<WqlPredicate> operands) => Join(operands, AnyOf);

    private static WqlPredicate? Join(List<WqlPredicate> operands, Func<List<WqlPredicate>, WqlPredicate> join) =>
        operands.TrueForAll(IsShallow) ? join(operands) : null;

    private static WqlPredicate AllOf(List<WqlPredicate> operands)
    {
        var asked = 0;
        for (var i = operands.Count - 1; i >= 0 && operands.Count > 1 && asked < MostNullTests; i--)
        {
            if (operands[i] is not WqlNullTest { IsNegated: true } there) continue;
            asked++;
            for (var other = 0; other < operands.Count; other++) operands[other] = WithoutNull(operands[other], there.Property);
            if (operands.Exists(operand => FailsOnNull(operand, there.Property))) operands.RemoveAt(i);
        }

        return WqlPredicate.And(operands);
    }

    private static WqlPredicate AnyOf(List<WqlPredicate> operands)
    {
        if (operands.Count < 2) return operands[0];
        var shared = new HashSet<WqlPredicate>(Conjuncts(operands[0]).Where(IsCompared));
        for (var i = 1; i < operands.Count && shared.Count > 0; i++) shared.IntersectWith(Conjuncts(operands[i]).Where(IsCompared));
        if (shared.Count == 0) return WqlPredicate.Or(WithoutRepeatedNulls(operands));
        var common = Conjuncts(operands[0]).Where(IsShared).ToList();
        var rests = operands.ConvertAll(operand => Conjuncts(operand).Where(part => !IsShared(part)).ToList());

        // A branch that asks nothing more takes in all the others.
        if (!rests.Exists(rest => rest.Count == 0)) common.Add(WqlPredicate.Or(rests.Select(WqlPredicate.And)));
        return WqlPredicate.And(common);

        bool IsShared(WqlPredicate part) => IsCompared(part) && shared.Contains(part);
    }

    // Comparing goes down both without asking for room on the stack, and down each again for every level that is joined above it.
    private static bool IsCompared(WqlPredicate part)
    {
        const int Few = 60;
        return part.Depth <= Few;
    }

    private static IReadOnlyList<WqlPredicate> Conjuncts(WqlPredicate predicate) => predicate is WqlAnd and ? and.Operands : [predicate];

    private static List<WqlPredicate> WithoutRepeatedNulls(List<WqlPredicate> operands)
    {
        if (!operands.Exists(operand => operand is WqlOr)) return operands;
        var tests = new List<WqlPredicate>();
        var nulls = new HashSet<WqlPredicate>();
        foreach (var test in operands.SelectMany(operand => operand is WqlOr or ? or.Operands : [operand]))
            if (test is not WqlNullTest || nulls.Add(test)) tests.Add(test);
        return tests;
    }

    // Beside a test that it is not NULL, the branch for NULL is dead.
    private static WqlPredicate WithoutNull(WqlPredicate predicate, WqlProperty property)
    {
        if (predicate is not WqlOr or) return predicate;
        var alive = or.Operands.Where(test => test is not WqlNullTest { IsNegated: false } isNull || isNull.Property != property).ToList();
        return alive.Count == 0 ? predicate : WqlPredicate.Or(alive);
    }

    private static bool FailsOnNull(WqlPredicate predicate, WqlProperty property) => predicate switch
    {
        WqlNot { Operand: WqlLike like } => IsOrIsIn(like.Property, property),
        WqlComparison or WqlLike => IsOrIsIn(((WqlTest)predicate).Property, property),
        WqlOr or => or.Operands.All(operand => FailsOnNull(operand, property)),
        _ => false,
    };

    private static bool IsOrIsIn(WqlProperty inner, WqlProperty outer) => inner == outer || inner.IsDotted && inner.Names[0] == outer.Text;

    // An AND of an OR goes two levels down.
    private static bool IsShallow(WqlPredicate predicate) => predicate.Depth < WqlPredicate.MaximumDepth - 2;
}
