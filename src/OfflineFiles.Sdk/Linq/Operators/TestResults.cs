using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Whether something holds for the rows.</summary>
internal static class TestResults
{
    private static readonly PropertyInfo ItemPath = typeof(OfflineFilesItem).GetProperty(nameof(OfflineFilesItem.ItemPath))!;

    public static QueryResult Any(LambdaExpression? predicate) => new(nameof(Any), draft =>
    {
        if (predicate is not null) draft.Where(predicate, nameof(Any));
        return (_, _) => new AnyFold(whenFound: true);
    });

    public static QueryResult All(LambdaExpression predicate) => new(nameof(All), draft =>
    {
        draft.Where(predicate.Parameters[0], Expression.Not(predicate.Body), nameof(All));
        return (_, _) => new AnyFold(whenFound: false);
    });

    public static QueryResult Contains(Type type, object? value, object? comparer) => new(nameof(Contains), draft =>
    {
        var row = Expression.Parameter(type, "x");
        if (comparer is null && Test(row, value) is { } test)
        {
            draft.Where(row, test, nameof(Contains));
            return (_, _) => new AnyFold(whenFound: true);
        }

        draft.TakeRows();
        var equality = QueryEquality.Of(type, comparer);
        return (_, _) => new ContainsFold(value, equality);
    });

    /// <param name="type">The type of the rows.</param>
    /// <param name="other">Values in memory, or a query of the same cache.</param>
    /// <param name="comparer">When two rows are one; null for the rule of a query.</param>
    public static QueryResult SequenceEqual(Type type, Expression other, object? comparer) => new(nameof(SequenceEqual), draft =>
    {
        draft.TakeRows();
        var second = draft.Combine(SecondDraft.Read(other, draft).TakeRows());
        var equality = QueryEquality.Of(type, comparer);
        return (_, flow) => new SequenceEqualFold(flow.Beside(second), equality);
    });

    // Where a comparison means the same it can be left to the backend; an item is its path.
    private static BinaryExpression? Test(ParameterExpression row, object? value) => value switch
    {
        OfflineFilesItem item when row.Type == typeof(OfflineFilesItem) => Expression.Equal(Expression.Property(row, ItemPath), Expression.Constant(item.ItemPath)),
        string or bool or int or long or Enum or DateTimeOffset when row.Type == value.GetType() => Expression.Equal(row, Expression.Constant(value)),
        _ => null,
    };
}
