using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linting;

/// <summary>Terms side by side that repeat each other, that cannot hold together, or of which one always holds.</summary>
internal sealed class PointlessTermRule : ILintRule
{
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
            var settling = connective is WqlAnd ? WqlComparisonOperator.Equal : WqlComparisonOperator.NotEqual;
            var seen = new HashSet<WqlPredicate>();
            var settled = new Dictionary<WqlProperty, WqlComparison>();
            foreach (var term in connective.Operands)
            {
                if (term is WqlConnective or WqlNot) continue;
                var comparison = term as WqlComparison;
                var other = comparison is not null && comparison.Operator == settling && settled.TryGetValue(comparison.Property, out var before) ? before : null;
                if (!seen.Add(term) || (other is not null && IsSame(comparison!.Constant, other.Constant)))
                    found.Add(Make(subject, term, WqlLintSeverity.Advice, $"{term} stands twice side by side. Leave one out."));
                else if (other is not null) found.Add(Make(subject, term, WqlLintSeverity.Warning, Explain(other, comparison!)));
                else if (comparison is not null && comparison.Operator == settling) settled.Add(comparison.Property, comparison);
            }
        }
    }

    private static WqlFinding Make(LintSubject subject, WqlPredicate term, WqlLintSeverity severity, string message) => subject.Found(
        WqlLintRule.PointlessTerm,
        severity,
        TermPlace.Find(subject.Text.Read, term.Position, LintTerm.PropertyOf(term).Position).Whole,
        message);

    private static string Explain(WqlComparison first, WqlComparison second) => first.Operator == WqlComparisonOperator.Equal
        ? $"{first} AND {second} is never true: {first.Property} has one value. To find either, join them with OR."
        : $"{first} OR {second} is true for every value: each has one of the two it differs from. To leave out both, join them with AND.";

    private static bool IsSame(WqlConstant left, WqlConstant right) => left.TryGetInteger(out var a) && right.TryGetInteger(out var b)
        ? a == b
        : left.TryGetBoolean(out var x) && right.TryGetBoolean(out var y)
            ? x == y
            : left.TryGetString(out var text) && right.TryGetString(out var other) && string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
