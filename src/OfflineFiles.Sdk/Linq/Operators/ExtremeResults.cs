using System.Collections;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
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
        var member = draft.TakeValues(selector);
        if (comparer is null)
            draft.Offer(BackendAggregate.Of(seeksGreatest ? ItemAggregate.Max : ItemAggregate.Min, member, plan => WhenEmpty(type, plan).Value()));
        var order = draft.Shape.Order(comparer);
        var leave = draft.Shape.Leave;
        return (plan, _) => new ExtremeFold(value => value, new Extreme(order, seeksGreatest), leavesOutNull: true, leave, WhenEmpty(type, plan));
    });

    private static QueryResult OfRows(Type type, LambdaExpression key, object? comparer, bool seeksGreatest) => new(draft =>
    {
        draft.TakeElements();
        var over = draft.Over(ElementLambda.Of(key));
        var order = new Extreme(over.Shape.Order(comparer), seeksGreatest) { Ties = draft.IsInAnyOrder ? ByPath : null };
        var leave = draft.Shape.Leave;
        return (plan, _) => new ExtremeFold(over.Key, order, leavesOutNull: false, leave, WhenEmpty(type, plan));
    });

    // The backend sends its items in an order that depends on how it was asked: of several the path decides, so that it is always the same.
    private static int ByPath(object? left, object? right) =>
        WqlText.Compare(((OfflineFilesItem)left!).ItemPath, ((OfflineFilesItem)right!).ItemPath);

    // As in Enumerable: there is no error where null can say that there is no value.
    private static MissingElement WhenEmpty(Type type, QueryPlan plan) =>
        NullableTypes.HasNull(type) ? new MissingElement.Instead(null) : new MissingElement.Error(plan);
}

/// <summary>Which of two keys is wanted more, and which of two elements where neither is.</summary>
internal sealed record Extreme(IComparer Order, bool SeeksGreatest)
{
    /// <summary>The order of elements whose keys are equal; null if that is wanted which comes first.</summary>
    public Comparison<object?>? Ties { get; init; }

    // A key that is null is wanted less than any other.
    public bool IsBetter(object? key, object? element, object? bestKey, object? best)
    {
        if (key is null || bestKey is null) return key is null ? bestKey is null && IsBefore(element, best) : true;
        var order = Order.Compare(key, bestKey);
        return order == 0 ? IsBefore(element, best) : SeeksGreatest == order > 0;
    }

    private bool IsBefore(object? element, object? best) => Ties is not null && Ties(element, best) < 0;
}

/// <summary>The element whose key is the least, or the greatest. A key that is null counts only where there is no other, or never.</summary>
internal sealed class ExtremeFold(
    Func<object?, object?> key, Extreme extreme, bool leavesOutNull, Func<object?, object?> leave, MissingElement missing) : ResultFold
{
    private bool _found;
    private object? _key;
    private object? _element;

    public override object? Finish() => _found ? leave(_element) : missing.Value();

    protected override bool Add(object? element)
    {
        var value = key(element);
        if (value is null && leavesOutNull) return true;
        if (!_found || extreme.IsBetter(value, element, _key, _element)) (_found, _key, _element) = (true, value, element);
        return true;
    }
}
