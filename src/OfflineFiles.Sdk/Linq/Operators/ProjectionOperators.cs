using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Make something of each element.</summary>
internal static class ProjectionOperators
{
    public static void Select(QueryOperator step, PlanDraft draft)
    {
        if (step.Lambda(0).Parameters.Count == 1)
        {
            draft.Select(step.Lambda(0));
            return;
        }

        var selector = draft.Over(ElementLambda.Of(step.Lambda(0)));
        draft.AddNew(new ClientOperator(() => step.Text(selector), (next, _) => new NumberedStage(selector.IndexedProjection, next)), step.Name, selector.PairShape);
    }

    public static void SelectMany(QueryOperator step, PlanDraft draft)
    {
        var collection = ElementLambda.Of(step.Lambda(0));
        if (collection.Body is ConstantExpression { Value: IItemQueryRoot })
            throw step.Refused("a query inside a query would run again for each row", "Read its rows first, with ToListAsync(), and use the list.");
        var lambdas = draft.Over(step.Count == 1 ? [(collection, 0)] : [(collection, 0), (ElementLambda.Of(step.Lambda(1)), 0)]);
        var values = lambdas[0].PairShape is SequenceShape sequence ? sequence.Element : ElementShape.Of(step.Types[1]);
        var result = lambdas.Count == 1 ? null : lambdas[1].With(1, values);
        draft.AddNew(
            new ClientOperator(() => step.Text(lambdas), (next, flow) => flow.Expand(expansions => new ExpandStage(
                expansions, lambdas[0].IndexedProjection, result?.Pair, next))),
            step.Name,
            result?.PairShape ?? values);
    }
}

internal sealed class ProjectStage(Func<object?, object?> selector, ElementStage next) : ElementStage(next)
{
    public override bool Accept(object? element) => Next.Accept(selector(element));
}

/// <summary>Makes something of each element and its number.</summary>
internal sealed class NumberedStage(Func<object?, int, object?> selector, ElementStage next) : ElementStage(next)
{
    private int _number = -1;

    public override bool Accept(object? element) => Next.Accept(selector(element, checked(++_number)));
}
