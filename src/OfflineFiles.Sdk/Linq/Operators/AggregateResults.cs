using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>What the rows become put together one by one.</summary>
internal static class AggregateResults
{
    private const string Name = "Aggregate";

    /// <summary>Begins with the first row.</summary>
    public static QueryResult OfRows(LambdaExpression add) => new(Name, draft =>
    {
        draft.TakeRows();
        var over = draft.Over(RowLambda.Of(add), row: 1);
        return (plan, _) => new AccumulateFold(over.Pair, hasSeed: false, seed: null, result: null, new MissingRow.Error(plan));
    });

    public static QueryResult Of(object? seed, LambdaExpression add, LambdaExpression? result) => new(Name, draft =>
    {
        var over = draft.Over(RowLambda.Of(add), row: 1);
        var made = result is null ? null : RowLambda.Of(result);
        return (plan, _) => new AccumulateFold(over.Pair, hasSeed: true, seed, made?.Projection, new MissingRow.Error(plan));
    });
}
