using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Whether something holds for the elements.</summary>
internal static class TestResults
{
    private static readonly PropertyInfo ItemPath = typeof(OfflineFilesItem).GetProperty(nameof(OfflineFilesItem.ItemPath))!;

    public static QueryResult Any(LambdaExpression? predicate) => new(draft =>
    {
        if (predicate is not null) draft.Where(predicate, nameof(Any));
        OfferAny(draft, whenFound: true);
        return (_, _) => new AnyFold(whenFound: true);
    });

    public static QueryResult All(LambdaExpression predicate) => new(draft =>
    {
        draft.Where(predicate.Parameters[0], Expression.Not(predicate.Body), nameof(All));
        OfferAny(draft, whenFound: false);
        return (_, _) => new AnyFold(whenFound: false);
    });

    public static QueryResult Contains(Type type, object? value, object? comparer) => new(draft =>
    {
        var element = Expression.Parameter(type, "x");
        if (comparer is null && Test(element, value) is { } test)
        {
            draft.Where(element, test, nameof(Contains));
            OfferAny(draft, whenFound: true);
            return (_, _) => new AnyFold(whenFound: true);
        }

        draft.TakeElements();
        var (kept, equality) = (draft.Shape.Enter(value), draft.Shape.Equality(comparer));
        return (_, _) => new ContainsFold(kept, equality);
    });

    /// <param name="type">The type of the elements.</param>
    /// <param name="other">Values in memory, or a query of the same cache.</param>
    /// <param name="comparer">When two elements are one; null for the rule of a query.</param>
    public static QueryResult SequenceEqual(Type type, Expression other, object? comparer) => new(draft =>
    {
        draft.TakeElements();
        var read = SecondDraft.Read(other, draft).TakeElements();
        var shape = ShapeConversion.Common(draft.Shape, read.Shape(type));
        var (first, then) = (ShapeConversion.Between(draft.Shape, shape), ShapeConversion.Between(read.Shape(type), shape));
        var second = draft.Combine(read);
        var equality = shape.Equality(comparer);
        return (_, flow) => new SequenceEqualFold(
            flow.Beside(second), (x, y) => equality.Equals(first is null ? x : first(x), then is null ? y : then(y)));
    });

    private static void OfferAny(PlanDraft draft, bool whenFound)
    {
        if (draft.AreRows) draft.Offer(new BackendAggregate(ItemAggregate.Any, Property: null, (_, any) => any != 0 == whenFound));
    }

    // Where a comparison means the same it can be left to the backend; an item is its path.
    private static BinaryExpression? Test(ParameterExpression element, object? value) => value switch
    {
        OfflineFilesItem item when element.Type == typeof(OfflineFilesItem) => Expression.Equal(Expression.Property(element, ItemPath), Expression.Constant(item.ItemPath)),
        string or bool or int or long or Enum or DateTimeOffset when element.Type == value.GetType() => Expression.Equal(element, Expression.Constant(value)),
        _ => null,
    };
}

/// <summary>Whether there is an element.</summary>
internal sealed class AnyFold(bool whenFound) : ResultFold
{
    private bool _found;

    public override object Finish() => _found == whenFound;

    protected override bool Add(object? element) => !(_found = true);
}

/// <summary>Whether a value is among the elements.</summary>
internal sealed class ContainsFold(object? value, IEqualityComparer<object?> equality) : ResultFold
{
    private bool _found;

    public override object Finish() => _found;

    protected override bool Add(object? element) => !(_found = equality.Equals(element, value));
}

/// <summary>Whether the elements are those of another sequence, in their order.</summary>
internal sealed class SequenceEqualFold(IEnumerator other, Func<object?, object?, bool> areEqual) : ResultFold
{
    private bool _differs;

    public override object Finish() => !_differs && !other.MoveNext();

    protected override bool Add(object? element) => !(_differs = !other.MoveNext() || !areEqual(element, other.Current));
}
