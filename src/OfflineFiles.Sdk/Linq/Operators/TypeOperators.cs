using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Take rows as another type.</summary>
internal static class TypeOperators
{
    public static void OfType(QueryOperator step, PlanDraft draft) => Add(step, draft, leavesOut: true);

    public static void Cast(QueryOperator step, PlanDraft draft) => Add(step, draft, leavesOut: false);

    private static void Add(QueryOperator step, PlanDraft draft, bool leavesOut)
    {
        var type = step.Types[0];
        draft.TakeRows();
        draft.AddNew(new ClientOperator(() => $"{step.Name}<{type.Name}>()", (next, _) => new CastStage(type, leavesOut, next)), step.Name);
    }
}
