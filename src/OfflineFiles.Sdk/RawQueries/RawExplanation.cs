using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Observe;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>Explains raw queries: those over items by their plan, all others by what is asked of the backend.</summary>
internal static class RawExplanation
{
    public static QueryExplanation Of(WqlQuery query, PushdownProfile profile, QuerySettings settings)
    {
        try
        {
            if (ItemRowPlan.TryMake(query, profile) is { } plan) return Of((WqlSelectQuery)query, plan, settings);
        }
        catch (QueryTranslationException refusal)
        {
            return new QueryExplanation(settings.Given, settings.Tags) { Refusal = refusal };
        }

        return new QueryExplanation(settings.Given, settings.Tags)
        {
            AccessPath = QueryAccessPath.Verbatim,
            Requests = [Sent(query).ToString(profile.Dialect)],
            Predicates = StateRows.Answers(query) is { } state ? [.. ItemRowPlan.ConjunctsOf(state.Where).Select(CheckedOnState)] : [],
        };
    }

    /// <summary>What is told of a query while it runs.</summary>
    public static QueryFacts FactsOf(WqlQuery query, BackendDescription backend, PushdownProfile profile, QuerySettings settings)
    {
        try
        {
            return ItemRowPlan.TryMake(query, profile) is { } plan
                ? new QueryFacts(RequestList.Describe([.. plan.Route.Lines]), plan.Route.Path, backend, settings)
                : new QueryFacts(Sent(query).ToString(profile.Dialect), QueryAccessPath.Verbatim, backend, settings);
        }
        catch (OfflineFilesException)
        {
            // The run will say it.
            return new QueryFacts(query.ToString(), QueryAccessPath.Verbatim, backend, settings);
        }
    }

    // The state has one row, which is read whole.
    private static WqlQuery Sent(WqlQuery query) => StateRows.Answers(query) is { } state ? new WqlSelectQuery(state.ClassName) : query;

    private static PredicateExplanation CheckedOnState(WqlPredicate predicate) => new(predicate.ToString()) { RunsInCaller = true };

    private static QueryExplanation Of(WqlSelectQuery query, ItemRowPlan plan, QuerySettings settings) => new(settings.Given, settings.Tags)
    {
        AccessPath = plan.Route.Path,
        Requests = [.. plan.Route.Lines],
        Predicates =
        [
            .. ItemRowPlan.ConjunctsOf(query.Where).Zip(plan.Route.Roles, (predicate, role) => Of(predicate, role, plan.Route.Dialect, settings.Options)),
        ],
        Refusal = plan.Refusal(query, settings.Options),
    };

    private static PredicateExplanation Of(WqlPredicate predicate, PredicateRole role, WqlDialect dialect, QueryOptions options) => ClientEvaluationPolicy.Explain(
        new PredicateExplanation(predicate.ToString())
        {
            Pushed = role.IsPushed ? predicate.ToString(dialect) : null,
            IsLeading = role.IsLeading,
            RunsInCaller = role.RunsInCaller,
            ResidualBecause = role.Reason,
        },
        options);
}
