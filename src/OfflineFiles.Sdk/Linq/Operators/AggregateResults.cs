using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>What the elements become put together one by one.</summary>
internal static class AggregateResults
{
    /// <summary>Begins with the first element.</summary>
    public static QueryResult OfRows(LambdaExpression add) => new(draft =>
    {
        draft.TakeElements();
        if (draft.Shape is not ValueShape) draft.Leave();
        var sum = Accumulation.Of(draft.Over(ElementLambda.Of(add), element: 1), draft.Shape);
        return (plan, _) => new AccumulateFold(sum.Reader(), hasSeed: false, seed: null, sum.Shape.Leave, new MissingElement.Error(plan));
    });

    public static QueryResult Of(object? seed, LambdaExpression add, LambdaExpression? result) => new(draft =>
    {
        var sum = Accumulation.Of(draft.Over(ElementLambda.Of(add), element: 1), seed: null);
        var made = result is null ? null : ElementLambda.Of(result).With(0, sum.Shape);
        return (plan, _) => new AccumulateFold(sum.Reader(), hasSeed: true, seed, made?.Projection ?? sum.Shape.Leave, new MissingElement.Error(plan));
    });
}

/// <summary>Puts the elements together one by one, beginning with a seed or else with the first of them.</summary>
internal sealed class AccumulateFold(
    Func<object?, object?, object?> add, bool hasSeed, object? seed, Func<object?, object?> result, MissingElement missing) : ResultFold
{
    private bool _hasValue = hasSeed;
    private object? _value = seed;

    public override object? Finish() => _hasValue ? result(_value) : missing.Value();

    protected override bool Add(object? element)
    {
        _value = _hasValue ? add(_value, element) : element;
        _hasValue = true;
        return true;
    }
}
