using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Queries;

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

        var wql = query.ToString();
        return new QueryExplanation(settings.Options, settings.Tags) { Wql = wql, AccessPath = QueryAccessPath.Verbatim, Requests = [wql] };
    }

    private static QueryExplanation Of(WqlSelectQuery query, ItemRowPlan plan, QuerySettings settings)
    {
        var reasons = plan.Refused.ToDictionary(part => part.Predicate, part => part.Reason);
        var predicates = ItemRowPlan.ConjunctsOf(query.Where).Select(part => Of(part, reasons.TryGetValue(part, out var reason) ? reason : null, plan, settings));
        var wql = plan.Query.ToString();
        return new QueryExplanation(settings.Options, settings.Tags)
        {
            Wql = wql,
            AccessPath = plan.Keys is null ? QueryAccessPath.Verbatim : QueryAccessPath.KeyLookup,
            Requests = plan.Keys is { } keys ? [.. keys.Select(key => RequestText.Of(new RowRequest.Lookup(key)))] : [wql],
            Predicates = [.. predicates],
            Refusal = plan.Refusal(query, settings.Options),
        };
    }

    private static PredicateExplanation Of(WqlPredicate predicate, string? because, ItemRowPlan plan, QuerySettings settings)
    {
        var isPushed = because is null && (plan.Keys is null || KeyLookup.Read(predicate) is not null);
        return ClientEvaluationPolicy.Explain(predicate.ToString(), isPushed ? predicate.ToString() : null, because, settings.Options);
    }
}
