using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linting;

/// <summary>
/// The trap of the Windows provider: it goes to the first path that a term on ItemPath, else on ParentItemPath, names, whatever the
/// operator and whatever stands around it. What keeps all rows is for <see cref="PushdownProfile.WindowsProvider"/> to say.
/// </summary>
internal sealed class PathTermRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        if (!subject.IsForWindows || subject.Query is not WqlSelectQuery { Where: { } where } || subject.Scope.Class != OfflineFilesSchema.Item) return [];
        var conjuncts = where is WqlAnd and ? and.Operands : [where];
        var refused = new HashSet<WqlPredicate>(
            conjuncts.Where(conjunct => !PushdownProfile.WindowsProvider.Judge(conjunct).IsAllowed).SelectMany(conjunct => conjunct.Terms), ByReference.Instance);
        return subject.Terms.Where(term => term.Name.IsPath && refused.Contains(term.Predicate)).Select(term => Make(subject, term))
            .Concat(CheckSecond(subject));
    }

    private static WqlFinding Make(LintSubject subject, LintTerm term)
    {
        var place = subject.Place(term).Whole;
        var (severity, message, meant) = Explain(term);
        LintEdit[] mend = meant is null ? [] : [new(place, meant)];
        return subject.Found(WqlLintRule.PathTermLosesRows, severity, place, message, mend);
    }

    private static (WqlLintSeverity Severity, string Message, string? Meant) Explain(LintTerm term)
    {
        var name = term.Name.Leaf!.Name;
        var isParent = name == "ParentItemPath";
        var seen = "The Windows provider goes to the first path it finds in a query, blind to operators and to AND, OR and NOT (observed provider behaviour)";
        return term.Predicate switch
        {
            WqlNullTest test => (
                WqlLintSeverity.Error,
                $"{test} hands the Windows provider no path to go to, and it may fail or find nothing (observed provider behaviour). "
                + (isParent ? $"What has no parent is a server: write {Servers(test.IsNegated)}." : "No item is without a path: leave the test out."),
                isParent ? Servers(test.IsNegated) : null),
            WqlComparison { Operator: WqlComparisonOperator.Equal, Constant: WqlStringConstant { Value.Length: 0 } } => (
                WqlLintSeverity.Warning,
                isParent
                    ? $"The parent of a server is NULL rather than empty, so {term.Predicate} may find nothing. Write {Servers(isNegated: false)}."
                    : $"No item has an empty path: {term.Predicate} finds nothing.",
                isParent ? Servers(isNegated: false) : null),
            WqlComparison { Operator: WqlComparisonOperator.Equal } when term.IsNegated => (
                WqlLintSeverity.Warning, $"{seen}: with NOT it looks only at the path that is not wanted. Leave the test to the caller.", null),
            WqlComparison { Operator: WqlComparisonOperator.Equal } => (
                WqlLintSeverity.Warning, $"{seen}: of what OR joins it finds one path only. Send a query for each path.", null),
            WqlLike => (
                WqlLintSeverity.Warning,
                $"{seen}: a pattern is taken for a path, and rows are lost. Ask for ParentItemPath = '...' one level after the other, or leave LIKE to the caller.",
                null),
            _ => (
                WqlLintSeverity.Warning,
                $"{seen}: it looks only at the path that {name} is compared with. Only {name} = '...' joined by AND keeps all rows; leave other tests to the caller.",
                null),
        };
    }

    private static string Servers(bool isNegated) => isNegated ? "ItemType <> 3" : "ItemType = 3";

    private static IEnumerable<WqlFinding> CheckSecond(LintSubject subject)
    {
        var equalities = subject.Terms.Where(term => term.Name.IsPath && term.IsConjunctEquality).ToArray();
        if (equalities.Length < 2 || !Array.Exists(equalities, term => term.Name.Leaf!.IsKey)) return [];
        return equalities.Where(term => !term.Name.Leaf!.IsKey).Select(term => subject.Found(
            WqlLintRule.SecondPathTerm,
            WqlLintSeverity.Advice,
            subject.Place(term).Whole,
            "ItemPath names one item, and the Windows provider looks at nothing else; with another parent there is no row. Leave ParentItemPath out."));
    }

    private sealed class ByReference : IEqualityComparer<WqlPredicate>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(WqlPredicate? x, WqlPredicate? y) => ReferenceEquals(x, y);

        public int GetHashCode(WqlPredicate obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
