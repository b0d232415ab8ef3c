using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Observe;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>What the options say about a plan before it runs.</summary>
internal static class QueryPolicies
{
    /// <returns>Why they do not let it run; null if they do.</returns>
    public static QueryTranslationException? Refusal(QueryPlan plan, QueryOptions options) =>
        ClientEvaluationPolicy.Refusal(plan, options)
        ?? plan.AndCombined.Select(each => FullScanPolicy.Refusal(each, options)).FirstOrDefault(refusal => refusal is not null);
}

/// <summary>What the options say about predicates that run in the caller.</summary>
internal static class ClientEvaluationPolicy
{
    private const string Ban = "the options forbid to evaluate it in the caller";
    // Each warning holds the query: that of a query with thousands of predicates would fill a disk.
    private const int MostWarnings = 100;

    private const string Advice = "Write the predicate with what WQL can say and the backend answers, or allow client evaluation in the QueryOptions.";

    /// <returns>Null when the options let it run.</returns>
    public static QueryTranslationException? Refusal(QueryPlan plan, QueryOptions options) => plan.Predicates
        .Where(part => Bans(options, part.ResidualBecause))
        .Select(part => Refusal(ExpressionText.Of(part.Culprit), part.ResidualBecause!, plan.Describe(), $"{Advice} Explain() shows where each part runs."))
        .FirstOrDefault();

    /// <summary>The same for a predicate of a query in WQL.</summary>
    public static QueryTranslationException? Refusal(string predicate, string because, string query, QueryOptions options) =>
        Bans(options, because) ? Refusal(predicate, because, query, Advice) : null;

    public static void Warn(QueryPlan plan, QueryOptions options) => Warn(
        plan.Predicates.Where(part => part.ResidualBecause is not null).Select(part => (ExpressionText.Of(part.Culprit), part.ResidualBecause!)), plan.Describe, options);

    /// <summary>The same for the predicates of a query in WQL that the backend does not answer.</summary>
    public static void Warn(IEnumerable<(string Predicate, string Because)> refused, Func<string> describe, QueryOptions options)
    {
        if (options.ClientEvaluation != ClientEvaluation.Warn) return;
        string? query = null;
        var told = 0;
        foreach (var (predicate, because) in refused)
        {
            query ??= describe();
            if (told++ == MostWarnings)
            {
                QueryLog.ClientEvaluation(options.Logger, "what else the query asks", "there are more such predicates, all of which Explain() shows", query);
                return;
            }

            QueryLog.ClientEvaluation(options.Logger, ReadableText.Of(predicate), ReadableText.Of(because), ReadableText.Of(query));
        }
    }

    /// <summary>What is told of a predicate: where it runs, or that the options forbid it.</summary>
    public static PredicateExplanation Explain(PredicateExplanation predicate, QueryOptions options) =>
        Bans(options, predicate.ResidualBecause) ? predicate.Refused(Ban) : predicate;

    private static bool Bans(QueryOptions options, string? because) => because is not null && options.ClientEvaluation == ClientEvaluation.Throw;

    private static QueryTranslationException Refusal(string predicate, string because, string query, string advice) =>
        new(predicate, $"{because}, and {Ban}", advice, query);
}

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
