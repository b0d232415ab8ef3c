using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Keep the elements that satisfy a predicate.</summary>
internal static class FilterOperators
{
    public static void Where(QueryOperator step, PlanDraft draft)
    {
        if (step.Lambda(0).Parameters.Count == 1)
        {
            draft.Where(step.Lambda(0), step.Name);
            return;
        }

        var predicate = draft.Over(ElementLambda.Of(step.Lambda(0)));
        draft.AddBarrier(
            new ClientOperator(() => step.Text(predicate), (next, _) => new NumberedFilterStage(predicate.IndexedPredicate, next)), "a Where that counts rows");
    }
}

internal sealed class FilterStage(Func<object?, bool> predicate, ElementStage next) : ElementStage(next)
{
    public override bool Accept(object? element) => !predicate(element) || Next.Accept(element);
}

internal sealed class NumberedFilterStage(Func<object?, int, bool> predicate, ElementStage next) : ElementStage(next)
{
    private int _number = -1;

    public override bool Accept(object? element) => !predicate(element, checked(++_number)) || Next.Accept(element);
}
