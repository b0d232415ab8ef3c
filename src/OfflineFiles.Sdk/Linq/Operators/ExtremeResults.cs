using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>The least or the greatest.</summary>
internal static class ExtremeResults
{
    public static QueryResult Min(Type type, LambdaExpression? selector, object? comparer = null) => OfValues(nameof(Min), type, selector, comparer, seeksGreatest: false);

    public static QueryResult Max(Type type, LambdaExpression? selector, object? comparer = null) => OfValues(nameof(Max), type, selector, comparer, seeksGreatest: true);

    public static QueryResult MinBy(Type type, LambdaExpression key, object? comparer = null) => OfRows("MinBy", type, key, comparer, seeksGreatest: false);

    public static QueryResult MaxBy(Type type, LambdaExpression key, object? comparer = null) => OfRows("MaxBy", type, key, comparer, seeksGreatest: true);

    private static QueryResult OfValues(string name, Type type, LambdaExpression? selector, object? comparer, bool seeksGreatest) => new(name, draft =>
    {
        draft.TakeValues(selector);
        var order = QueryOrder.Of(type, comparer);
        return (plan, _) => new ExtremeFold(value => value, seeksGreatest, order, leavesOutNull: true, WhenNone(type, plan));
    });

    private static QueryResult OfRows(string name, Type type, LambdaExpression key, object? comparer, bool seeksGreatest) => new(name, draft =>
    {
        draft.TakeRows();
        var over = draft.Over(RowLambda.Of(key));
        var order = QueryOrder.Of(over.Body.Type, comparer);
        return (plan, _) => new ExtremeFold(over.Key, seeksGreatest, order, leavesOutNull: false, WhenNone(type, plan));
    });

    // As in Enumerable: there is no error where null can say that there is no value.
    private static MissingRow WhenNone(Type type, QueryPlan plan) =>
        NullScope.HasNull(type) ? new MissingRow.Instead(null) : new MissingRow.Error(plan);
}
