using System.Collections;
using System.Reflection;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// What the methods of <see cref="Enumerable"/> do inside a lambda of a query, on values as they are kept: every value an object, and null where
/// it is null, whatever its type.
/// </summary>
internal static class Sequences
{
    public static readonly MethodInfo Box = new Func<IEnumerable, IEnumerable<object?>>(Enumerable.Cast<object?>).Method;
    public static readonly MethodInfo Select = new Func<IEnumerable<object?>, Func<object?, object?>, IEnumerable<object?>>(Enumerable.Select).Method;
    public static readonly MethodInfo IndexedSelect = new Func<IEnumerable<object?>, Func<object?, int, object?>, IEnumerable<object?>>(Enumerable.Select).Method;
    public static readonly MethodInfo Expand = new Func<IEnumerable<object?>, Func<object?, IEnumerable<object?>>, IEnumerable<object?>>(Enumerable.SelectMany).Method;
    public static readonly MethodInfo ExpandInPairs =
        new Func<IEnumerable<object?>, Func<object?, IEnumerable<object?>>, Func<object?, object?, object?>, IEnumerable<object?>>(Enumerable.SelectMany).Method;
    public static readonly MethodInfo Reverse = new Func<IEnumerable<object?>, IEnumerable<object?>>(Enumerable.Reverse).Method;
    public static readonly MethodInfo Chunk = new Func<IEnumerable<object?>, int, IEnumerable<object?>>(Chunks).Method;
    public static readonly MethodInfo Hold = new Func<IEnumerable<object?>, List<object?>>(Enumerable.ToList).Method;
    public static readonly MethodInfo Concat = new Func<IEnumerable<object?>, IEnumerable<object?>, IEnumerable<object?>>(Enumerable.Concat).Method;
    public static readonly MethodInfo DefaultIfEmpty = new Func<IEnumerable<object?>, object?, IEnumerable<object?>>(Enumerable.DefaultIfEmpty).Method;
    public static readonly MethodInfo Distinct = new Func<IEnumerable<object?>, IEqualityComparer<object?>, IEnumerable<object?>>(Enumerable.Distinct).Method;
    public static readonly MethodInfo DistinctBy =
        new Func<IEnumerable<object?>, Func<object?, object?>, IEqualityComparer<object?>, IEnumerable<object?>>(OnceByKey).Method;
    public static readonly MethodInfo GroupBy =
        new Func<IEnumerable<object?>, Func<object?, object?>, Func<object?, object?>?, IEqualityComparer<object?>, IEnumerable<object?>>(Groups).Method;
    public static readonly MethodInfo Contains = new Func<IEnumerable<object?>, object?, IEqualityComparer<object?>, bool>(Enumerable.Contains).Method;
    public static readonly MethodInfo At = new Func<IEnumerable<object?>, int, object?>(Enumerable.ElementAt).Method;
    public static readonly MethodInfo Count = new Func<IEnumerable<object?>, int>(Enumerable.Count).Method;
    public static readonly MethodInfo Sum = new Func<IEnumerable<object?>, TypeCode, object>(SumOf).Method;
    public static readonly MethodInfo Average = new Func<IEnumerable<object?>, TypeCode, bool, object?>(AverageOf).Method;
    public static readonly MethodInfo Accumulate = new Func<IEnumerable<object?>, object?, Func<object?, object?, object?>, object?>(Enumerable.Aggregate).Method;

    public static readonly IReadOnlyDictionary<string, MethodInfo> Filters = new Dictionary<string, MethodInfo>(StringComparer.Ordinal)
    {
        ["Where"] = new Func<IEnumerable<object?>, Func<object?, bool>, IEnumerable<object?>>(Enumerable.Where).Method,
        ["TakeWhile"] = new Func<IEnumerable<object?>, Func<object?, bool>, IEnumerable<object?>>(Enumerable.TakeWhile).Method,
        ["SkipWhile"] = new Func<IEnumerable<object?>, Func<object?, bool>, IEnumerable<object?>>(Enumerable.SkipWhile).Method,
    };

    public static readonly IReadOnlyDictionary<string, MethodInfo> IndexedFilters = new Dictionary<string, MethodInfo>(StringComparer.Ordinal)
    {
        ["Where"] = new Func<IEnumerable<object?>, Func<object?, int, bool>, IEnumerable<object?>>(Enumerable.Where).Method,
        ["TakeWhile"] = new Func<IEnumerable<object?>, Func<object?, int, bool>, IEnumerable<object?>>(Enumerable.TakeWhile).Method,
        ["SkipWhile"] = new Func<IEnumerable<object?>, Func<object?, int, bool>, IEnumerable<object?>>(Enumerable.SkipWhile).Method,
    };

    public static readonly IReadOnlyDictionary<string, MethodInfo> Pages = new Dictionary<string, MethodInfo>(StringComparer.Ordinal)
    {
        ["Take"] = new Func<IEnumerable<object?>, int, IEnumerable<object?>>(Enumerable.Take).Method,
        ["Skip"] = new Func<IEnumerable<object?>, int, IEnumerable<object?>>(Enumerable.Skip).Method,
        ["TakeLast"] = new Func<IEnumerable<object?>, int, IEnumerable<object?>>(TakeLast).Method,
        ["SkipLast"] = new Func<IEnumerable<object?>, int, IEnumerable<object?>>(SkipLast).Method,
    };

    public static readonly IReadOnlyDictionary<string, MethodInfo> Additions = new Dictionary<string, MethodInfo>(StringComparer.Ordinal)
    {
        ["Append"] = new Func<IEnumerable<object?>, object?, IEnumerable<object?>>(After).Method,
        ["Prepend"] = new Func<IEnumerable<object?>, object?, IEnumerable<object?>>(Before).Method,
    };

    public static readonly IReadOnlyDictionary<string, MethodInfo> Sets = new Dictionary<string, MethodInfo>(StringComparer.Ordinal)
    {
        ["Union"] = new Func<IEnumerable<object?>, IEnumerable<object?>, IEqualityComparer<object?>, IEnumerable<object?>>(Enumerable.Union).Method,
        ["Intersect"] = new Func<IEnumerable<object?>, IEnumerable<object?>, IEqualityComparer<object?>, IEnumerable<object?>>(Enumerable.Intersect).Method,
        ["Except"] = new Func<IEnumerable<object?>, IEnumerable<object?>, IEqualityComparer<object?>, IEnumerable<object?>>(Enumerable.Except).Method,
    };

    public static readonly IReadOnlyDictionary<string, MethodInfo> Orders = new Dictionary<string, MethodInfo>(StringComparer.Ordinal)
    {
        ["Order"] = new Func<IEnumerable<object?>, IComparer<object?>, IOrderedEnumerable<object?>>(Sorted).Method,
        ["OrderDescending"] = new Func<IEnumerable<object?>, IComparer<object?>, IOrderedEnumerable<object?>>(SortedDown).Method,
        ["OrderBy"] = new Func<IEnumerable<object?>, Func<object?, object?>, IComparer<object?>, IOrderedEnumerable<object?>>(Enumerable.OrderBy).Method,
        ["OrderByDescending"] = new Func<IEnumerable<object?>, Func<object?, object?>, IComparer<object?>, IOrderedEnumerable<object?>>(Enumerable.OrderByDescending).Method,
        ["ThenBy"] = new Func<IOrderedEnumerable<object?>, Func<object?, object?>, IComparer<object?>, IOrderedEnumerable<object?>>(Enumerable.ThenBy).Method,
        ["ThenByDescending"] =
            new Func<IOrderedEnumerable<object?>, Func<object?, object?>, IComparer<object?>, IOrderedEnumerable<object?>>(Enumerable.ThenByDescending).Method,
    };

    public static readonly IReadOnlyDictionary<string, MethodInfo> Results = new Dictionary<string, MethodInfo>(StringComparer.Ordinal)
    {
        ["Count"] = Count,
        ["LongCount"] = new Func<IEnumerable<object?>, long>(Enumerable.LongCount).Method,
        ["Any"] = new Func<IEnumerable<object?>, bool>(Enumerable.Any).Method,
        ["First"] = new Func<IEnumerable<object?>, object?>(Enumerable.First).Method,
        ["Last"] = new Func<IEnumerable<object?>, object?>(Enumerable.Last).Method,
        ["Single"] = new Func<IEnumerable<object?>, object?>(Enumerable.Single).Method,
    };

    public static readonly IReadOnlyDictionary<string, MethodInfo> OrInstead = new Dictionary<string, MethodInfo>(StringComparer.Ordinal)
    {
        ["FirstOrDefault"] = new Func<IEnumerable<object?>, object?, object?>(FirstOr).Method,
        ["LastOrDefault"] = new Func<IEnumerable<object?>, object?, object?>(LastOr).Method,
        ["SingleOrDefault"] = new Func<IEnumerable<object?>, object?, object?>(SingleOr).Method,
    };

    public static readonly IReadOnlyDictionary<string, MethodInfo> Extremes = new Dictionary<string, MethodInfo>(StringComparer.Ordinal)
    {
        ["Least"] = new Func<IEnumerable<object?>, IComparer<object?>, bool, object?>(Least).Method,
        ["Greatest"] = new Func<IEnumerable<object?>, IComparer<object?>, bool, object?>(Greatest).Method,
        ["MinBy"] = new Func<IEnumerable<object?>, Func<object?, object?>, IComparer<object?>, object?>(MinBy).Method,
        ["MaxBy"] = new Func<IEnumerable<object?>, Func<object?, object?>, IComparer<object?>, object?>(MaxBy).Method,
    };

    private static IEnumerable<object?> Chunks(IEnumerable<object?> items, int size)
    {
        if (size < 1)
            throw new ArgumentOutOfRangeException(nameof(size), size, "A chunk holds at least one element. Give Chunk a size of 1 or more.");
        return InChunks(items, size);
    }

    private static IEnumerable<object?> InChunks(IEnumerable<object?> items, int size)
    {
        var chunk = new List<object?>();
        foreach (var item in items)
        {
            chunk.Add(item);
            if (chunk.Count < size) continue;
            yield return chunk;
            chunk = [];
        }

        if (chunk.Count > 0) yield return chunk;
    }

    private static IEnumerable<object?> TakeLast(IEnumerable<object?> items, int count) => items.Reverse().Take(count).Reverse();

    private static IEnumerable<object?> SkipLast(IEnumerable<object?> items, int count) => items.Reverse().Skip(count).Reverse();

    private static object? FirstOr(IEnumerable<object?> items, object? instead) => items.DefaultIfEmpty(instead).First();

    private static object? LastOr(IEnumerable<object?> items, object? instead) => items.DefaultIfEmpty(instead).Last();

    private static object? SingleOr(IEnumerable<object?> items, object? instead) => items.DefaultIfEmpty(instead).Single();

    private static object? Least(IEnumerable<object?> values, IComparer<object?> order, bool fails) => Extreme(values, order, fails, seeksGreatest: false);

    private static object? Greatest(IEnumerable<object?> values, IComparer<object?> order, bool fails) => Extreme(values, order, fails, seeksGreatest: true);

    private static object? MinBy(IEnumerable<object?> items, Func<object?, object?> key, IComparer<object?> order) => ExtremeBy(items, key, order, seeksGreatest: false);

    private static object? MaxBy(IEnumerable<object?> items, Func<object?, object?> key, IComparer<object?> order) => ExtremeBy(items, key, order, seeksGreatest: true);

    private static IEnumerable<object?> After(IEnumerable<object?> items, object? value) => items.Concat([value]);

    private static IEnumerable<object?> Before(IEnumerable<object?> items, object? value) => new[] { value }.Concat(items);

    private static IOrderedEnumerable<object?> Sorted(IEnumerable<object?> items, IComparer<object?> order) => items.OrderBy(item => item, order);

    private static IOrderedEnumerable<object?> SortedDown(IEnumerable<object?> items, IComparer<object?> order) => items.OrderByDescending(item => item, order);

    private static IEnumerable<object?> OnceByKey(IEnumerable<object?> items, Func<object?, object?> key, IEqualityComparer<object?> equality)
    {
        var seen = new HashSet<object?>(equality);
        foreach (var item in items)
            if (seen.Add(key(item))) yield return item;
    }

    private static IEnumerable<object?> Groups(
        IEnumerable<object?> items, Func<object?, object?> key, Func<object?, object?>? element, IEqualityComparer<object?> equality) =>
        items.GroupBy(key, element ?? (item => item), equality).Select(group => new KeptGroup(group.Key, [.. group]));

    private static object SumOf(IEnumerable<object?> values, TypeCode type) => type switch
    {
        TypeCode.Int32 => values.OfType<int>().Sum(),
        TypeCode.Int64 => values.OfType<long>().Sum(),
        TypeCode.Single => values.OfType<float>().Sum(),
        TypeCode.Double => values.OfType<double>().Sum(),
        _ => values.OfType<decimal>().Sum(),
    };

    private static object? AverageOf(IEnumerable<object?> values, TypeCode type, bool fails) => (type switch
    {
        TypeCode.Int32 => values.Cast<int?>().Average(),
        TypeCode.Int64 => values.Cast<long?>().Average(),
        TypeCode.Single => values.Cast<float?>().Average(),
        TypeCode.Double => values.Cast<double?>().Average(),
        _ => (object?)values.Cast<decimal?>().Average(),
    }) ?? WhenEmpty(fails);

    private static object? Extreme(IEnumerable<object?> values, IComparer<object?> order, bool fails, bool seeksGreatest)
    {
        object? found = null;
        foreach (var value in values)
            if (value is not null && (found is null || IsBetter(order.Compare(value, found), seeksGreatest))) found = value;
        return found ?? WhenEmpty(fails);
    }

    private static object? ExtremeBy(IEnumerable<object?> items, Func<object?, object?> key, IComparer<object?> order, bool seeksGreatest)
    {
        (object? Key, object? Item)? found = null;
        foreach (var item in items)
        {
            var read = key(item);
            if (found is not { } best || (read is not null && (best.Key is null || IsBetter(order.Compare(read, best.Key), seeksGreatest)))) found = (read, item);
        }

        return found?.Item;
    }

    private static bool IsBetter(int order, bool seeksGreatest) => seeksGreatest ? order > 0 : order < 0;

    private static object? WhenEmpty(bool fails) => fails ? throw new InvalidOperationException("Sequence contains no elements") : null;
}
