using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>
/// The trap of the Windows provider: it goes to the first path that a term on ItemPath, else on ParentItemPath, names, whatever the
/// operator and whatever stands around it. What keeps all rows is for <see cref="PushdownProfile.WindowsProvider"/> to say.
/// </summary>
internal sealed class PathTermRule : ILintRule
{
    private const string Blind =
        "The Windows provider goes to the first path it finds in a query, blind to operators and to AND, OR and NOT (observed provider behaviour)";

    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        if (!subject.IsForWindows || subject.Scope.Class != OfflineFilesSchema.Item) return [];
        if (subject.Query is not WqlSelectQuery { Where: { } where }) return [];
        var conjuncts = where is WqlAnd and ? and.Operands : [where];
        var refused = conjuncts.Where(conjunct => !PushdownProfile.WindowsProvider.Judge(conjunct).IsAllowed).SelectMany(conjunct => conjunct.Terms);
        var terms = new HashSet<WqlPredicate>(refused, ByReference.Instance);
        return subject.Terms.Where(term => term.Name.IsPath && terms.Contains(term.Predicate))
            .Select(term => Make(subject, term))
            .Concat(CheckSecond(subject));
    }

    private static WqlFinding Make(LintSubject subject, LintTerm term)
    {
        var place = subject.Place(term).Whole;
        var isParent = !term.Name.Leaf!.IsKey;
        switch (term.Predicate)
        {
            case WqlNullTest test:
                var advice = isParent
                    ? $"What has no parent is a server: write {Servers(test.IsNegated)}."
                    : "No item is without a path: leave the test out.";
                return subject.Found(
                    WqlLintRule.PathTermLosesRows,
                    WqlLintSeverity.Error,
                    place,
                    $"{test} hands the Windows provider no path to go to, and it may fail or find nothing (observed provider behaviour). {advice}",
                    MendParent(test.IsNegated));
            case WqlComparison { Operator: WqlComparisonOperator.Equal, Constant: WqlStringConstant { Value.Length: 0 } }:
                return subject.Found(
                    WqlLintRule.PathTermLosesRows,
                    WqlLintSeverity.Warning,
                    place,
                    isParent
                        ? $"The parent of a server is NULL rather than empty, so {term.Predicate} may find nothing. Write {Servers(false)}."
                        : $"No item has an empty path: {term.Predicate} finds nothing.",
                    MendParent(isNegated: false));
            default:
                return subject.Found(WqlLintRule.PathTermLosesRows, WqlLintSeverity.Warning, place, $"{Blind}: {Explain(term)}");
        }

        LintEdit[] MendParent(bool isNegated) => isParent ? [new(place, Servers(isNegated))] : [];
    }

    private static string Explain(LintTerm term) => term.Predicate switch
    {
        WqlComparison { Operator: WqlComparisonOperator.Equal } when term.IsNegated =>
            "with NOT it looks only at the path that is not wanted. Leave the test to the caller.",
        WqlComparison { Operator: WqlComparisonOperator.Equal } => "of what OR joins it finds one path only. Send a query for each path.",
        WqlLike => "a pattern is taken for a path, and rows are lost. Ask for ParentItemPath = '...' one level after the other, "
            + "or leave LIKE to the caller.",
        _ => $"it looks only at the path that {term.Property} is compared with. Only {term.Property} = '...' joined by AND keeps all rows; "
            + "leave other tests to the caller.",
    };

    private static string Servers(bool isNegated) => isNegated ? "ItemType <> 3" : "ItemType = 3";

    private static IEnumerable<WqlFinding> CheckSecond(LintSubject subject)
    {
        var equalities = subject.Terms.Where(term => term.Name.IsPath && term.IsConjunctEquality).ToArray();
        if (equalities.Length < 2 || !Array.Exists(equalities, term => term.Name.Leaf!.IsKey)) return [];
        return equalities.Where(term => !term.Name.Leaf!.IsKey).Select(term => subject.Found(
            WqlLintRule.SecondPathTerm,
            WqlLintSeverity.Advice,
            subject.Place(term).Whole,
            "ItemPath names one item, and the Windows provider looks at nothing else; with another parent there is no row. "
            + "Leave ParentItemPath out."));
    }

    private sealed class ByReference : IEqualityComparer<WqlPredicate>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(WqlPredicate? x, WqlPredicate? y) => ReferenceEquals(x, y);

        public int GetHashCode(WqlPredicate obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
