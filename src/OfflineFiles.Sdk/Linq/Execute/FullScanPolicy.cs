using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>What the options say about queries that go through the whole cache.</summary>
internal static class FullScanPolicy
{
    private const ItemMembers Paths = ItemMembers.ItemPath | ItemMembers.ParentItemPath;

    private const string Advice =
        "Say where the items are with ItemPath ==, ParentItemPath == or IsUnder, joined to the rest by &&, or allow full scans in the QueryOptions.";

    /// <returns>Null when the options let it run.</returns>
    public static QueryTranslationException? Refusal(QueryPlan plan, QueryOptions options)
    {
        if (!options.RefuseFullScan || plan.Access.Path != QueryAccessPath.Scan) return null;

        // The predicate that comes nearest to a path is the one to name.
        var predicates = plan.Access.Predicates;
        var path = predicates.FirstOrDefault(part => (MemberUsage.Of(part.Row, part.Body) & Paths) != 0);
        var at = path ?? (predicates.Count > 0 ? predicates[0] : null);
        return new QueryTranslationException(
            at is null ? "cache.Items" : ExpressionText.Of(at.Body),
            $"{Why(at, path)}, and the options forbid to go through the whole cache",
            Advice,
            plan.Describe());
    }

    private static string Why(PredicatePart? at, PredicatePart? path)
    {
        if (at is null) return "no predicate says where the items are";
        if (path is null) return "it says nothing of where the items are, nor does another predicate";
        return path.ResidualBecause is { } because ? $"it cannot lead to the items: {because}" : "it leads to no path, parent or subtree";
    }
}
