using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Keep the rows that satisfy a predicate.</summary>
internal static class FilterOperators
{
    public static void Where(QueryOperator step, PlanDraft draft)
    {
        if (step.Lambda(0).Parameters.Count == 1)
        {
            draft.Where(step.Lambda(0), step.Name);
            return;
        }

        var predicate = draft.Over(RowLambda.Of(step.Lambda(0)));
        draft.AddBarrier(
            new ClientOperator(() => step.Text(predicate), (next, _) => new NumberedFilterStage(predicate.IndexedPredicate, next)), "a Where that counts rows");
    }
}
