using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Explain;

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
            return new QueryExplanation(settings.Options, settings.Tags) { Refusal = refusal };
        }

        var wql = query.ToString(profile.Dialect);
        return new QueryExplanation(settings.Options, settings.Tags) { Wql = wql, AccessPath = QueryAccessPath.Verbatim, Requests = [wql] };
    }

    private static QueryExplanation Of(WqlSelectQuery query, ItemRowPlan plan, QuerySettings settings) => new(settings.Options, settings.Tags)
    {
        Wql = plan.Route.Requests switch
        {
            [] => "",
            [BackendRequest.Query only] => only.ToString(plan.Route.Dialect),
            _ => query.ToString(plan.Route.Dialect),
        },
        AccessPath = plan.Route.Path,
        Requests = [.. plan.Route.Texts],
        Predicates = [.. ItemRowPlan.ConjunctsOf(query.Where).Zip(plan.Route.Roles, (predicate, role) => Of(predicate.ToString(), role, settings.Options))],
        Refusal = plan.Refusal(query, settings.Options),
    };

    private static PredicateExplanation Of(string predicate, PredicateRole role, QueryOptions options) =>
        ClientEvaluationPolicy.Explain(predicate, role.IsPushed ? predicate : null, role.Reason, options);
}
