using System.Collections;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>The least or the greatest.</summary>
internal static class ExtremeResults
{
    public static QueryResult Min(Type type, LambdaExpression? selector, object? comparer = null) => OfValues(type, selector, comparer, seeksGreatest: false);

    public static QueryResult Max(Type type, LambdaExpression? selector, object? comparer = null) => OfValues(type, selector, comparer, seeksGreatest: true);

    public static QueryResult MinBy(Type type, LambdaExpression key, object? comparer = null) => OfRows(type, key, comparer, seeksGreatest: false);

    public static QueryResult MaxBy(Type type, LambdaExpression key, object? comparer = null) => OfRows(type, key, comparer, seeksGreatest: true);

    private static QueryResult OfValues(Type type, LambdaExpression? selector, object? comparer, bool seeksGreatest) => new(draft =>
    {
        draft.TakeValues(selector);
        var order = QueryOrder.Of(type, comparer);
        return (plan, _) => new ExtremeFold(value => value, seeksGreatest, order, leavesOutNull: true, WhenNone(type, plan));
    });

    private static QueryResult OfRows(Type type, LambdaExpression key, object? comparer, bool seeksGreatest) => new(draft =>
    {
        draft.TakeElements();
        var over = draft.Over(ElementLambda.Of(key));
        var order = QueryOrder.Of(over.Body.Type, comparer);
        return (plan, _) => new ExtremeFold(over.Key, seeksGreatest, order, leavesOutNull: false, WhenNone(type, plan));
    });

    // As in Enumerable: there is no error where null can say that there is no value.
    private static MissingElement WhenNone(Type type, QueryPlan plan) =>
        NullableTypes.HasNull(type) ? new MissingElement.Instead(null) : new MissingElement.Error(plan);
}

/// <summary>The element whose key is the least, or the greatest; of several the first. A key that is null counts only where there is no other, or never.</summary>
internal sealed class ExtremeFold(
    Func<object?, object?> key, bool seeksGreatest, IComparer comparer, bool leavesOutNull, MissingElement missing) : ResultFold
{
    private bool _found;
    private object? _key;
    private object? _element;

    public override object? Finish() => _found ? _element : missing.Value();

    protected override bool Add(object? element)
    {
        var value = key(element);
        if (value is null && leavesOutNull) return true;
        if (_found && (value is null || (_key is not null && !IsBetter(comparer.Compare(value, _key))))) return true;
        (_found, _key, _element) = (true, value, element);
        return true;
    }

    private bool IsBetter(int order) => seeksGreatest ? order > 0 : order < 0;
}
