using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Makes the plan of a query: walks its operators in order and decides what runs where.</summary>
internal static class QueryPlanner
{
    public static QueryPlan Plan(QueryChain chain, PushdownProfile profile)
    {
        var draft = Draft(chain, profile);
        if (chain.Result is { } result) return draft.Finish(result.Plan(draft));
        draft.TakeRows();
        return draft.Finish(result: null);
    }

    /// <summary>The plan up to the last operator, before it is known what is wanted of the rows.</summary>
    public static PlanDraft Draft(QueryChain chain, PushdownProfile profile)
    {
        var draft = new PlanDraft(chain.Root.Cache, profile);
        foreach (var step in chain.Operators) RowOperators.Apply(step, draft);
        return draft;
    }
}
