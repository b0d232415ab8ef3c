using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq;

// Without these the methods of Enumerable would be called, which know no rule of a query. Of a query that comes from elsewhere nothing changes.
public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Reads all rows into a dictionary; string keys compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <exception cref="ArgumentException">Two rows have the same key, or a key is null.</exception>
    public static Dictionary<TKey, T> ToDictionary<T, TKey>(this IQueryable<T> source, Func<T, TKey> keySelector)
        where TKey : notnull
        => source.ToDictionary(keySelector, row => row, comparer: null);

    /// <summary>Reads all rows into a dictionary.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="comparer">Compares keys; null to compare as queries do: strings ignoring case.</param>
    /// <exception cref="ArgumentException">Two rows have the same key, or a key is null.</exception>
    public static Dictionary<TKey, T> ToDictionary<T, TKey>(this IQueryable<T> source, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer)
        where TKey : notnull
        => source.ToDictionary(keySelector, row => row, comparer);

    /// <summary>Reads all rows into a dictionary; string keys compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TElement">The type of the elements of the result.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="elementSelector">A function that returns the element for a row.</param>
    /// <exception cref="ArgumentException">Two rows have the same key, or a key is null.</exception>
    public static Dictionary<TKey, TElement> ToDictionary<T, TKey, TElement>(this IQueryable<T> source, Func<T, TKey> keySelector, Func<T, TElement> elementSelector)
        where TKey : notnull
        => source.ToDictionary(keySelector, elementSelector, comparer: null);

    /// <summary>Reads all rows into a dictionary.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TElement">The type of the elements of the result.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="elementSelector">A function that returns the element for a row.</param>
    /// <param name="comparer">Compares keys; null to compare as queries do: strings ignoring case.</param>
    /// <exception cref="ArgumentException">Two rows have the same key, or a key is null.</exception>
    public static Dictionary<TKey, TElement> ToDictionary<T, TKey, TElement>(
        this IQueryable<T> source, Func<T, TKey> keySelector, Func<T, TElement> elementSelector, IEqualityComparer<TKey>? comparer)
        where TKey : notnull
    {
        Guard.NotNull(keySelector);
        Guard.NotNull(elementSelector);
        return Collect(source, comparer, (rows, rule) => rows.ToDictionary(keySelector, elementSelector, rule));
    }

    /// <summary>Reads all rows into a dictionary; string keys compare ignoring case.</summary>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <exception cref="ArgumentException">Two rows have the same key, or a key is null.</exception>
    public static Dictionary<TKey, TValue> ToDictionary<TKey, TValue>(this IQueryable<KeyValuePair<TKey, TValue>> source)
        where TKey : notnull
        => source.ToDictionary(comparer: null);

    /// <summary>Reads all rows into a dictionary.</summary>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="comparer">Compares keys; null to compare as queries do: strings ignoring case.</param>
    /// <exception cref="ArgumentException">Two rows have the same key, or a key is null.</exception>
    public static Dictionary<TKey, TValue> ToDictionary<TKey, TValue>(this IQueryable<KeyValuePair<TKey, TValue>> source, IEqualityComparer<TKey>? comparer)
        where TKey : notnull
        => source.ToDictionary(row => row.Key, row => row.Value, comparer);

    /// <summary>Reads all rows into a lookup: the rows of each key, in the order in which they came; string keys compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    public static ILookup<TKey, T> ToLookup<T, TKey>(this IQueryable<T> source, Func<T, TKey> keySelector) =>
        source.ToLookup(keySelector, row => row, comparer: null);

    /// <summary>Reads all rows into a lookup: the rows of each key, in the order in which they came.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="comparer">Compares keys; null to compare as queries do: strings ignoring case.</param>
    public static ILookup<TKey, T> ToLookup<T, TKey>(this IQueryable<T> source, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer) =>
        source.ToLookup(keySelector, row => row, comparer);

    /// <summary>Reads all rows into a lookup: the rows of each key, in the order in which they came; string keys compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TElement">The type of the elements of the result.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="elementSelector">A function that returns the element for a row.</param>
    public static ILookup<TKey, TElement> ToLookup<T, TKey, TElement>(this IQueryable<T> source, Func<T, TKey> keySelector, Func<T, TElement> elementSelector) =>
        source.ToLookup(keySelector, elementSelector, comparer: null);

    /// <summary>Reads all rows into a lookup: the rows of each key, in the order in which they came.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TElement">The type of the elements of the result.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="elementSelector">A function that returns the element for a row.</param>
    /// <param name="comparer">Compares keys; null to compare as queries do: strings ignoring case.</param>
    public static ILookup<TKey, TElement> ToLookup<T, TKey, TElement>(
        this IQueryable<T> source, Func<T, TKey> keySelector, Func<T, TElement> elementSelector, IEqualityComparer<TKey>? comparer)
    {
        Guard.NotNull(keySelector);
        Guard.NotNull(elementSelector);
        return Collect(source, comparer, (rows, rule) => rows.ToLookup(keySelector, elementSelector, rule));
    }

    /// <summary>Reads all rows into a set: each value once, in the first spelling met; strings compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    public static HashSet<T> ToHashSet<T>(this IQueryable<T> source) => source.ToHashSet(comparer: null);

    /// <summary>Reads all rows into a set.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="comparer">Compares values; null to compare as queries do: strings ignoring case.</param>
    public static HashSet<T> ToHashSet<T>(this IQueryable<T> source, IEqualityComparer<T>? comparer) =>
        Collect(source, comparer, (rows, rule) => new HashSet<T>(rows, rule));

    // Within the run of the query, so that what fails here is its failure.
    private static TResult Collect<T, TKey, TResult>(
        IQueryable<T> source, IEqualityComparer<TKey>? comparer, Func<IEnumerable<T>, IEqualityComparer<TKey>?, TResult> collect) =>
        Guard.NotNull(source).Provider is ItemQueryProvider provider
            ? provider.Collect<T, TResult>(source.Expression, rows => collect(rows, comparer ?? QueryEquality.Of<TKey>()))
            : collect(source, comparer);
}
