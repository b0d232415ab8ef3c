using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Reads all rows into a dictionary; string keys compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentException">Two rows have the same key, or a key is null.</exception>
    public static Task<Dictionary<TKey, T>> ToDictionaryAsync<T, TKey>(this IQueryable<T> source, Func<T, TKey> keySelector, CancellationToken cancellationToken = default)
        where TKey : notnull
        => source.ToDictionaryAsync(keySelector, row => row, comparer: null, cancellationToken);

    /// <summary>Reads all rows into a dictionary.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="comparer">Compares keys; null to compare as queries do: strings ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentException">Two rows have the same key, or a key is null.</exception>
    public static Task<Dictionary<TKey, T>> ToDictionaryAsync<T, TKey>(
        this IQueryable<T> source, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken = default)
        where TKey : notnull
        => source.ToDictionaryAsync(keySelector, row => row, comparer, cancellationToken);

    /// <summary>Reads all rows into a dictionary; string keys compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TElement">The type of the elements of the result.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="elementSelector">A function that returns the element for a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentException">Two rows have the same key, or a key is null.</exception>
    public static Task<Dictionary<TKey, TElement>> ToDictionaryAsync<T, TKey, TElement>(
        this IQueryable<T> source, Func<T, TKey> keySelector, Func<T, TElement> elementSelector, CancellationToken cancellationToken = default)
        where TKey : notnull
        => source.ToDictionaryAsync(keySelector, elementSelector, comparer: null, cancellationToken);

    /// <summary>Reads all rows into a dictionary.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TElement">The type of the elements of the result.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="elementSelector">A function that returns the element for a row.</param>
    /// <param name="comparer">Compares keys; null to compare as queries do: strings ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentException">Two rows have the same key, or a key is null.</exception>
    public static async Task<Dictionary<TKey, TElement>> ToDictionaryAsync<T, TKey, TElement>(
        this IQueryable<T> source,
        Func<T, TKey> keySelector,
        Func<T, TElement> elementSelector,
        IEqualityComparer<TKey>? comparer,
        CancellationToken cancellationToken = default)
        where TKey : notnull
    {
        Guard.NotNull(keySelector);
        Guard.NotNull(elementSelector);
        var rows = new Dictionary<TKey, TElement>(comparer ?? QueryEquality.Of<TKey>());
        await source.ForEachAsync(row => rows.Add(keySelector(row), elementSelector(row)), cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <summary>Reads all rows into a lookup: the rows of each key, in the order in which they came; string keys compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<ILookup<TKey, T>> ToLookupAsync<T, TKey>(this IQueryable<T> source, Func<T, TKey> keySelector, CancellationToken cancellationToken = default)
        => source.ToLookupAsync(keySelector, row => row, comparer: null, cancellationToken);

    /// <summary>Reads all rows into a lookup: the rows of each key, in the order in which they came.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="comparer">Compares keys; null to compare as queries do: strings ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<ILookup<TKey, T>> ToLookupAsync<T, TKey>(
        this IQueryable<T> source, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken = default)
        => source.ToLookupAsync(keySelector, row => row, comparer, cancellationToken);

    /// <summary>Reads all rows into a lookup: the rows of each key, in the order in which they came; string keys compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TElement">The type of the elements of the result.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="elementSelector">A function that returns the element for a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<ILookup<TKey, TElement>> ToLookupAsync<T, TKey, TElement>(
        this IQueryable<T> source, Func<T, TKey> keySelector, Func<T, TElement> elementSelector, CancellationToken cancellationToken = default)
        => source.ToLookupAsync(keySelector, elementSelector, comparer: null, cancellationToken);

    /// <summary>Reads all rows into a lookup: the rows of each key, in the order in which they came.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TElement">The type of the elements of the result.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row.</param>
    /// <param name="elementSelector">A function that returns the element for a row.</param>
    /// <param name="comparer">Compares keys; null to compare as queries do: strings ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<ILookup<TKey, TElement>> ToLookupAsync<T, TKey, TElement>(
        this IQueryable<T> source,
        Func<T, TKey> keySelector,
        Func<T, TElement> elementSelector,
        IEqualityComparer<TKey>? comparer,
        CancellationToken cancellationToken = default)
    {
        Guard.NotNull(keySelector);
        Guard.NotNull(elementSelector);
        var rows = new List<KeyValuePair<TKey, TElement>>();
        return await ProviderOf(source).CollectAsync<T, ILookup<TKey, TElement>>(source.Expression, Add, ToLookup, cancellationToken).ConfigureAwait(false);

        void Add(T row) => rows.Add(new KeyValuePair<TKey, TElement>(keySelector(row), elementSelector(row)));

        ILookup<TKey, TElement> ToLookup() => rows.ToLookup(pair => pair.Key, pair => pair.Value, comparer ?? QueryEquality.Of<TKey>());
    }
}
