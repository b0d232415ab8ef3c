using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq.Plan;

/// <summary>Makes the plan of a query: walks its operators in order and decides what runs where.</summary>
internal static class QueryPlanner
{
    public static QueryPlan Plan(QueryChain chain, PushdownProfile profile, IReadOnlyList<MethodTranslation> translations)
    {
        var draft = Draft(chain, profile, TranslationInliner.Of(translations));
        if (chain.Result is { } result) return draft.Finish(result.Plan(draft));
        draft.TakeRows();
        return draft.Finish(result: null);
    }

    /// <summary>The plan up to the last operator, before it is known what is wanted of the rows.</summary>
    public static PlanDraft Draft(QueryChain chain, PushdownProfile profile, TranslationInliner? inliner)
    {
        var draft = new PlanDraft(chain.Root.Cache, profile, inliner);
        foreach (var step in chain.Operators) RowOperators.Apply(step, draft);
        return draft;
    }
}
