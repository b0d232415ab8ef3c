using OfflineFiles.Sdk.Lint.Names;

namespace OfflineFiles.Sdk.Lint;

/// <summary>One test of the WHERE clause and what stands around it.</summary>
/// <param name="Predicate">The test.</param>
/// <param name="Name">What that name means.</param>
/// <param name="IsConjunct">Whether only AND stands around it, so that every row must satisfy it.</param>
/// <param name="IsNegated">Whether an odd number of NOTs stand before it.</param>
/// <param name="Not">The NOT right before it; null if there is none.</param>
internal sealed record LintTerm(WqlTest Predicate, LintName Name, bool IsConjunct, bool IsNegated, WqlNot? Not)
{
    /// <summary>What it tests.</summary>
    public WqlProperty Property => Predicate.Property;

    public WqlComparison? Comparison => Predicate as WqlComparison;

    /// <summary>Whether it is <c>property = constant</c>, joined to the rest by AND.</summary>
    public bool IsConjunctEquality => IsConjunct && Comparison is { Operator: WqlComparisonOperator.Equal };

    public static IReadOnlyList<LintTerm> All(WqlPredicate? where, LintScope scope)
    {
        var terms = new List<LintTerm>();
        if (where is not null) Add(where, isConjunct: true, isNegated: false, not: null);
        return terms;

        // A predicate nests at most WqlPredicate.MaximumDepth levels, so recursion is safe.
        void Add(WqlPredicate predicate, bool isConjunct, bool isNegated, WqlNot? not)
        {
            switch (predicate)
            {
                case WqlConnective connective:
                    foreach (var operand in connective.Operands) Add(operand, isConjunct && connective is WqlAnd, isNegated, not: null);
                    break;
                case WqlNot negation:
                    Add(negation.Operand, isConjunct: false, !isNegated, negation);
                    break;
                case WqlTest test:
                    terms.Add(new LintTerm(test, scope.Resolve(test.Property), isConjunct, isNegated, not));
                    break;
            }
        }
    }
}
