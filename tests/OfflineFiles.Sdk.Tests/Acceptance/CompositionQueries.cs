using System.Linq.Expressions;
using static OfflineFiles.Sdk.Tests.Acceptance.AcceptanceCase;

namespace OfflineFiles.Sdk.Tests.Acceptance;

/// <summary>Queries and predicates that are put together from parts.</summary>
internal static class CompositionQueries
{
    private static readonly Expression<Func<OfflineFilesItem, bool>> IsFile = i => i.ItemType == OfflineFilesItemType.File;
    private static readonly Expression<Func<OfflineFilesItem, bool>> IsPinned = item => item.PinInfo!.Pinned;
    private static readonly Expression<Func<OfflineFilesItem, bool>> IsLong = i => i.ItemName.Length > 15;

    public static IReadOnlyList<AcceptanceCase> All { get; } =
    [
        // Several Where are one.
        Case(items => items.Where(i => i.PinInfo!.Pinned).Where(i => i.ChangeInfo!.Dirty)),
        Case(items => items.Where(i => i.PinInfo!.Pinned).Where(i => i.ItemName.Length > 10).Where(x => x.ItemType == OfflineFilesItemType.File)),
        Case(items => items.Where(i => i.ItemPath == @"\\files\users").Where(i => i.ItemType == OfflineFilesItemType.File)),
        Case(items => items.Where(i => i.IsUnder(@"\\files\users")).Where(i => i.Sparse == true).Count(i => i.PinInfo!.Pinned)),
        Case(items => items.Where(i => i.PinInfo!.Pinned).OrderBy(i => i.ItemName).Where(i => i.ChangeInfo!.Dirty).Select(i => i.ItemName)),
        Case(items => items.Where(i => i.PinInfo!.Pinned).Any(i => i.ItemName == "secret.kdbx")),
        Case(items => items.Where(i => i.PinInfo!.Pinned).All(i => i.ItemType != OfflineFilesItemType.Server)),
        Case(items => items.Where(i => i.PinInfo!.Pinned).Single(i => i.Encrypted == true)),

        // Lambdas that are held in variables.
        Case(items => items.Where(IsFile)),
        Case(items => items.Where(IsFile).Where(IsPinned).Count()),
        Case(items => items.Count(IsLong)),
        Case(items => items.Where(And(IsFile, IsPinned))),
        Case(items => items.Where(Or(IsFile, IsPinned)).Count()),
        Case(items => items.Where(And(IsPinned, IsLong)).Select(i => i.ItemName)),
        Case(items => items.Where(Or(IsPinned, IsLong)).Count()),
        Case(items => items.Where(Not(IsPinned)).Count()),
        Case(items => items.Where(Not(And(IsFile, Not(IsPinned)))).Count()),
        Case(items => items.Where(Called(IsFile, IsPinned))),
        Case(items => items.Where(Not(Called(IsFile, IsPinned))).Count()),
        Case(items => items.Where(AnyOf("todo.txt", "PLAN.md", "gone"))),
        Case(items => items.Where(AnyOf()).Count()),

        // Queries made step by step.
        Case(items => Search(items, null, null, false)),
        Case(items => Search(items, "plan", null, false)),
        Case(items => Search(items, null, OfflineFilesItemType.Directory, false)),
        Case(items => Search(items, "a", OfflineFilesItemType.File, true).Select(i => i.ItemName)),
        Case(items => Search(items, "a", OfflineFilesItemType.File, true).Select(i => i.ItemName).Take(2)),
        Case(items => Page(items.Where(i => i.PinInfo!.Pinned).OrderBy(i => i.ItemPath), 1, 5).Select(i => i.ItemName)),
        Case(items => Page(items.OrderBy(i => i.ItemPath).Select(i => i.ItemName), 2, 7)),
        Case(items => from i in items where i.ChangeInfo!.Dirty orderby i.ItemName select i.ItemName),
        Case(items => from i in items where i.ChangeInfo!.Dirty orderby i.ItemType descending, i.ItemPath select new { i.ItemName, i.ItemType }),
        Case(items => from i in items let size = i.FileSysInfo!.LocalSize where size > 1_000_000 select i.ItemName),
        Case(items => from i in items let name = i.ItemName where i.PinInfo!.Pinned && name.StartsWith("b") orderby name select name),
    ];

    private static IQueryable<OfflineFilesItem> Search(IQueryable<OfflineFilesItem> items, string? text, OfflineFilesItemType? type, bool isSorted)
    {
        if (text is not null) items = items.Where(i => i.ItemName.Contains(text));
        if (type is { } wanted) items = items.Where(i => i.ItemType == wanted);
        return isSorted ? items.OrderBy(i => i.ItemName) : items;
    }

    private static IQueryable<T> Page<T>(IQueryable<T> rows, int number, int size) => rows.Skip(number * size).Take(size);

    private static Expression<Func<OfflineFilesItem, bool>> And(Expression<Func<OfflineFilesItem, bool>> left, Expression<Func<OfflineFilesItem, bool>> right) =>
        Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.AndAlso(left.Body, Over(right, left.Parameters[0])), left.Parameters);

    private static Expression<Func<OfflineFilesItem, bool>> Or(Expression<Func<OfflineFilesItem, bool>> left, Expression<Func<OfflineFilesItem, bool>> right) =>
        Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.OrElse(left.Body, Over(right, left.Parameters[0])), left.Parameters);

    private static Expression<Func<OfflineFilesItem, bool>> Not(Expression<Func<OfflineFilesItem, bool>> predicate) =>
        Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.Not(predicate.Body), predicate.Parameters);

    private static Expression<Func<OfflineFilesItem, bool>> Called(Expression<Func<OfflineFilesItem, bool>> left, Expression<Func<OfflineFilesItem, bool>> right)
    {
        var item = Expression.Parameter(typeof(OfflineFilesItem), "i");
        return Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.AndAlso(Expression.Invoke(left, item), Expression.Invoke(right, item)), item);
    }

    private static Expression<Func<OfflineFilesItem, bool>> AnyOf(params string[] names) =>
        names.Aggregate((Expression<Func<OfflineFilesItem, bool>>)(_ => false), (all, name) => Or(all, i => i.ItemName == name));

    private static Expression Over(Expression<Func<OfflineFilesItem, bool>> predicate, ParameterExpression item) => new Exchange(predicate.Parameters[0], item).Visit(predicate.Body);

    private sealed class Exchange(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
