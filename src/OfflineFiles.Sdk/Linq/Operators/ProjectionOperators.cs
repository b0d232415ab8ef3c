using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Make something of each row.</summary>
internal static class ProjectionOperators
{
    public static void Select(QueryOperator step, PlanDraft draft)
    {
        if (step.Lambda(0).Parameters.Count == 1)
        {
            draft.Select(step.Lambda(0));
            return;
        }

        var selector = draft.Over(RowLambda.Of(step.Lambda(0)));
        draft.AddNew(new ClientOperator(() => step.Text(selector), (next, _) => new NumberedStage(selector.IndexedProjection, next)), step.Name);
    }

    public static void SelectMany(QueryOperator step, PlanDraft draft)
    {
        var collection = RowLambda.Of(step.Lambda(0));
        if (collection.Body is ConstantExpression { Value: IItemQueryRoot })
            throw step.Refused("a query inside a query would run again for each row", "Read its rows first, with ToListAsync(), and use the list.");
        var lambdas = draft.Over(step.Count == 1 ? [(collection, 0)] : [(collection, 0), (RowLambda.Of(step.Lambda(1)), 0)]);
        draft.AddNew(
            new ClientOperator(() => step.Text(lambdas), (next, _) => new ExpandStage(
                lambdas[0].IndexedProjection, lambdas.Count == 1 ? null : lambdas[1].Pair, next)),
            step.Name);
    }
}
