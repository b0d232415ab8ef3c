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
        var over = draft.Over(ElementLambda.Of(add), element: 1);
        return (plan, _) => new AccumulateFold(over.Pair, hasSeed: false, seed: null, result: null, new MissingElement.Error(plan));
    });

    public static QueryResult Of(object? seed, LambdaExpression add, LambdaExpression? result) => new(draft =>
    {
        var over = draft.Over(ElementLambda.Of(add), element: 1);
        var made = result is null ? null : ElementLambda.Of(result);
        return (plan, _) => new AccumulateFold(over.Pair, hasSeed: true, seed, made?.Projection, new MissingElement.Error(plan));
    });
}

/// <summary>Puts the elements together one by one, beginning with a seed or else with the first of them.</summary>
internal sealed class AccumulateFold(
    Func<object?, object?, object?> add, bool hasSeed, object? seed, Func<object?, object?>? result, MissingElement missing) : ResultFold
{
    private bool _hasValue = hasSeed;
    private object? _value = seed;

    public override object? Finish() => !_hasValue ? missing.Value() : result is null ? _value : result(_value);

    protected override bool Add(object? element)
    {
        _value = _hasValue ? add(_value, element) : element;
        _hasValue = true;
        return true;
    }
}
