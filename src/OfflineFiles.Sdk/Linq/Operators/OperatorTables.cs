using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>The operators of <see cref="Queryable"/> that yield elements: which are taken, where each is read, and why the others are refused.</summary>
internal static class SequenceOperatorTable
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
        else if (ValueOperatorTable.Names.Contains(step.Name)) throw step.Refused("it yields one value, and an operator over rows follows it", InCaller);
        else throw step.Refused("it is no operator that a query knows", InCaller);
    }
}

/// <summary>The operators of <see cref="Queryable"/> that make one value of the elements, and where each is read.</summary>
internal static class ValueOperatorTable
{
    private static readonly Dictionary<string, Func<QueryOperator, QueryResult>> Taken = new(StringComparer.Ordinal)
    {
        ["Aggregate"] = step => step.Count switch
        {
            1 => AggregateResults.OfRows(step.Lambda(0)),
            2 => AggregateResults.Of(step.Value<object>(0), step.Lambda(1), result: null),
            _ => AggregateResults.Of(step.Value<object>(0), step.Lambda(1), step.Lambda(2)),
        },
        ["All"] = step => TestResults.All(step.Lambda(0)),
        ["Any"] = step => TestResults.Any(Predicate(step)),
        ["Average"] = step => NumberResults.Average(ValueType(step), Predicate(step)),
        ["Contains"] = step => TestResults.Contains(step.Types[0], step.Value<object>(0), step.Comparer()),
        ["Count"] = step => NumberResults.Count(Predicate(step)),
        ["ElementAt"] = step => step[0].Type == typeof(int) ? ElementResults.At(step.Value<int>(0)) : ElementResults.At(step.Value<Index>(0)),
        ["ElementAtOrDefault"] = step => step[0].Type == typeof(int)
            ? ElementResults.AtOrDefault(step.Value<int>(0), Default(step))
            : ElementResults.AtOrDefault(step.Value<Index>(0), Default(step)),
        ["First"] = step => ElementResults.First(Predicate(step)),
        ["FirstOrDefault"] = step => ElementResults.FirstOrDefault(Predicate(step), Default(step)),
        ["Last"] = step => ElementResults.Last(Predicate(step)),
        ["LastOrDefault"] = step => ElementResults.LastOrDefault(Predicate(step), Default(step)),
        ["LongCount"] = step => NumberResults.LongCount(Predicate(step)),
        ["Max"] = step => ExtremeResults.Max(step.Call.Type, Predicate(step), step.Comparer()),
        ["MaxBy"] = step => ExtremeResults.MaxBy(step.Types[0], step.Lambda(0), KeyComparer(step)),
        ["Min"] = step => ExtremeResults.Min(step.Call.Type, Predicate(step), step.Comparer()),
        ["MinBy"] = step => ExtremeResults.MinBy(step.Types[0], step.Lambda(0), KeyComparer(step)),
        ["SequenceEqual"] = step => TestResults.SequenceEqual(step.Types[0], step[0], step.Comparer()),
        ["Single"] = step => ElementResults.Single(Predicate(step)),
        ["SingleOrDefault"] = step => ElementResults.SingleOrDefault(Predicate(step), Default(step)),
        ["Sum"] = step => NumberResults.Sum(ValueType(step), Predicate(step)),
    };

    public static IReadOnlyCollection<string> Names => Taken.Keys;

    public static QueryResult Read(QueryOperator step) => Taken.TryGetValue(step.Name, out var read)
        ? read(step)
        : throw step.Refused("it yields rows, and one value was asked for", "Enumerate it, or end it with an operator that yields one value.");

    private static System.Linq.Expressions.LambdaExpression? Predicate(QueryOperator step) => step.IsLambda(0) ? step.Lambda(0) : null;

    // What stands in for the element that is missing is the last argument, unless that is the predicate or the place.
    private static object? Default(QueryOperator step)
    {
        var isGiven = step.Count > 0 && !step.IsLambda(step.Count - 1) && !step.Name.StartsWith("ElementAt", StringComparison.Ordinal);
        return isGiven ? step.Value<object>(step.Count - 1) : NullableTypes.DefaultOf(step.Call.Type);
    }

    private static Type ValueType(QueryOperator step) =>
        step.IsLambda(0) ? step.Lambda(0).ReturnType : step.Call.Method.GetParameters()[0].ParameterType.GetGenericArguments()[0];

    private static object? KeyComparer(QueryOperator step)
    {
        if (step.Count == 2 && step.Call.Method.GetParameters()[2].ParameterType.GetGenericArguments()[0] == step.Lambda(0).ReturnType) return step.Comparer();
        if (step.Comparer() is null) return null;
        throw step.Refused("its comparer compares rows and not their keys", "Use a comparer of the keys.");
    }
}
