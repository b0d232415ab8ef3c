using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Terms side by side that repeat each other, that cannot hold together, or of which one always holds.</summary>
internal sealed class PointlessTermRule : ILintRule
{
    private const int LongestQuote = 60;

    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        var found = new List<WqlFinding>();
        if (subject.Where is not null) Visit(subject.Where);
        return found;

        void Visit(WqlPredicate predicate)
        {
            if (predicate is WqlNot not) Visit(not.Operand);
            if (predicate is not WqlConnective connective) return;
            CheckSideBySide(connective);
            foreach (var operand in connective.Operands) Visit(operand);
        }

        void CheckSideBySide(WqlConnective connective)
        {
            // p = 1 AND p = 2 never holds, p <> 1 OR p <> 2 always does.
            var settling = connective is WqlAnd ? WqlComparisonOperator.Equal : WqlComparisonOperator.NotEqual;
            var seen = new HashSet<WqlPredicate>();
            var settled = new Dictionary<WqlProperty, (WqlConstant Constant, string Quote)>();
            foreach (var term in connective.Operands.OfType<WqlTest>())
            {
                var comparison = term is WqlComparison { Operator: var used } candidate && used == settling ? candidate : null;
                var isSettled = settled.TryGetValue(term.Property, out var before) && comparison is not null;
                if (!seen.Add(term) || (isSettled && IsSame(comparison!.Constant, before.Constant)))
                    found.Add(Make(subject, term, WqlLintSeverity.Advice, $"{Quote(term)} stands twice side by side. Leave one out."));
                else if (isSettled) found.Add(Make(subject, term, WqlLintSeverity.Warning, Explain(connective, before.Quote, Quote(term))));
                else if (comparison is not null) settled.Add(comparison.Property, (comparison.Constant, Quote(term)));
            }
        }
    }

    private static WqlFinding Make(LintSubject subject, WqlTest term, WqlLintSeverity severity, string message) => subject.Found(
        WqlLintRule.PointlessTerm,
        severity,
        TermPlace.Find(subject.Text.Read, term.Position, term.Property.Position).Whole,
        message);

    private static string Explain(WqlConnective connective, string first, string second) => connective is WqlAnd
        ? $"{first} AND {second} is never true: a property has one value. To find either, ask with OR or in two queries."
        : $"{first} OR {second} is true for every value: each differs from one of the two. To leave out both, join them with AND.";

    // The first of many contradictions is quoted for each of the others.
    private static string Quote(WqlPredicate term) =>
        term.ToString() is { Length: > LongestQuote } text ? text.Remove(LongestQuote) + "..." : term.ToString();

    private static bool IsSame(WqlConstant left, WqlConstant right) => left.TryGetInteger(out var a) && right.TryGetInteger(out var b)
        ? a == b
        : left.TryGetBoolean(out var x) && right.TryGetBoolean(out var y)
            ? x == y
            : left.TryGetString(out var text) && right.TryGetString(out var other) && WqlText.AreEqual(text, other);
}
