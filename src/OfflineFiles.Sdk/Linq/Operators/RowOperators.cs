using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>The operators of <see cref="Queryable"/> that yield rows: which are taken, where each is read, and why the others are refused.</summary>
internal static class RowOperators
{
    private const string InCaller = "Read the rows first, with AsAsyncEnumerable() or ToListAsync(), and do it on them.";

    private static readonly Dictionary<string, Action<QueryOperator, PlanDraft>> Taken = new(StringComparer.Ordinal)
    {
        ["AggregateBy"] = GroupOperators.AggregateBy,
        ["Append"] = SequenceOperators.Append,
        ["Cast"] = TypeOperators.Cast,
        ["Chunk"] = SequenceOperators.Chunk,
        ["Concat"] = SequenceOperators.Concat,
        ["CountBy"] = GroupOperators.CountBy,
        ["DefaultIfEmpty"] = SequenceOperators.DefaultIfEmpty,
        ["Distinct"] = SetOperators.Distinct,
        ["DistinctBy"] = SetOperators.DistinctBy,
        ["Except"] = SetOperators.Except,
        ["ExceptBy"] = SetOperators.ExceptBy,
        ["GroupBy"] = GroupOperators.GroupBy,
        ["GroupJoin"] = JoinOperators.GroupJoin,
        ["Index"] = SequenceOperators.Index,
        ["Intersect"] = SetOperators.Intersect,
        ["IntersectBy"] = SetOperators.IntersectBy,
        ["Join"] = JoinOperators.Join,
        ["LeftJoin"] = JoinOperators.LeftJoin,
        ["OfType"] = TypeOperators.OfType,
        ["Order"] = OrderOperators.Order,
        ["OrderBy"] = OrderOperators.OrderBy,
        ["OrderByDescending"] = OrderOperators.OrderBy,
        ["OrderDescending"] = OrderOperators.Order,
        ["Prepend"] = SequenceOperators.Prepend,
        ["Reverse"] = OrderOperators.Reverse,
        ["RightJoin"] = JoinOperators.RightJoin,
        ["Select"] = ProjectionOperators.Select,
        ["SelectMany"] = ProjectionOperators.SelectMany,
        ["Shuffle"] = OrderOperators.Shuffle,
        ["Skip"] = PageOperators.Skip,
        ["SkipLast"] = PageOperators.SkipLast,
        ["SkipWhile"] = PageOperators.SkipWhile,
        ["Take"] = PageOperators.Take,
        ["TakeLast"] = PageOperators.TakeLast,
        ["TakeWhile"] = PageOperators.TakeWhile,
        ["ThenBy"] = OrderOperators.ThenBy,
        ["ThenByDescending"] = OrderOperators.ThenBy,
        ["Union"] = SetOperators.Union,
        ["UnionBy"] = SetOperators.UnionBy,
        ["Where"] = FilterOperators.Where,
        ["Zip"] = SequenceOperators.Zip,
    };

    public static IEnumerable<string> Names => Taken.Keys;

    public static void Apply(QueryOperator step, PlanDraft draft)
    {
        if (Taken.TryGetValue(step.Name, out var read)) read(step, draft);
        else if (ResultOperators.Names.Contains(step.Name)) throw step.Refused("it yields one value, and an operator over rows follows it", InCaller);
        else throw step.Refused("it is no operator that a query knows", InCaller);
    }
}
