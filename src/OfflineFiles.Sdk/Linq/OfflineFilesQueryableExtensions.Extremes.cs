using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Returns the least of the rows; null values are left out, strings compare ordinally, ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value; null if there are no values and the type is nullable.</returns>
    /// <exception cref="InvalidOperationException">There is no value, and its type is not nullable; the message holds the query.</exception>
    public static Task<T?> MinAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ExtremeResults.Min(typeof(T), selector: null), cancellationToken);

    /// <summary>Returns the least of the values that a function returns; null values are left out, strings compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TResult">The type of the values that are compared.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns the value of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value; null if there are no values and the type is nullable.</returns>
    /// <exception cref="InvalidOperationException">There is no value, and its type is not nullable; the message holds the query.</exception>
    public static Task<TResult?> MinAsync<T, TResult>(
        this IQueryable<T> source, Expression<Func<T, TResult>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, TResult?>(source, ExtremeResults.Min(typeof(TResult), Guard.NotNull(selector)), cancellationToken);

    /// <summary>
    /// Returns the row with the least key; strings compare ordinally, ignoring case. Of several items it is the one whose path comes first, unless the
    /// query has given them an order or a place: then, and of other rows, it is the first of them.
    /// </summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row; a row with a null key is returned only if every key is null.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The row; null if there are no rows and the type is nullable.</returns>
    /// <exception cref="InvalidOperationException">There is no value, and its type is not nullable; the message holds the query.</exception>
    public static Task<T?> MinByAsync<T, TKey>(
        this IQueryable<T> source, Expression<Func<T, TKey>> keySelector, CancellationToken cancellationToken = default) =>
        source.MinByAsync(keySelector, comparer: null, cancellationToken);

    /// <summary>
    /// Returns the row with the least key. Of several items it is the one whose path comes first, unless the query has given them an order or a
    /// place: then, and of other rows, it is the first of them.
    /// </summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row; a row with a null key is returned only if every key is null.</param>
    /// <param name="comparer">Compares keys; null to compare as queries do: strings ordinally, ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The row; null if there are no rows and the type is nullable.</returns>
    /// <exception cref="InvalidOperationException">There is no value, and its type is not nullable; the message holds the query.</exception>
    public static Task<T?> MinByAsync<T, TKey>(
        this IQueryable<T> source, Expression<Func<T, TKey>> keySelector, IComparer<TKey>? comparer, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ExtremeResults.MinBy(typeof(T), Guard.NotNull(keySelector), comparer), cancellationToken);

    /// <summary>Returns the greatest of the rows; null values are left out, strings compare ordinally, ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value; null if there are no values and the type is nullable.</returns>
    /// <exception cref="InvalidOperationException">There is no value, and its type is not nullable; the message holds the query.</exception>
    public static Task<T?> MaxAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ExtremeResults.Max(typeof(T), selector: null), cancellationToken);

    /// <summary>Returns the greatest of the values that a function returns; null values are left out, strings compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TResult">The type of the values that are compared.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns the value of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value; null if there are no values and the type is nullable.</returns>
    /// <exception cref="InvalidOperationException">There is no value, and its type is not nullable; the message holds the query.</exception>
    public static Task<TResult?> MaxAsync<T, TResult>(
        this IQueryable<T> source, Expression<Func<T, TResult>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, TResult?>(source, ExtremeResults.Max(typeof(TResult), Guard.NotNull(selector)), cancellationToken);

    /// <summary>
    /// Returns the row with the greatest key; strings compare ordinally, ignoring case. Of several items it is the one whose path comes first, unless the
    /// query has given them an order or a place: then, and of other rows, it is the first of them.
    /// </summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row; a row with a null key is returned only if every key is null.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The row; null if there are no rows and the type is nullable.</returns>
    /// <exception cref="InvalidOperationException">There is no value, and its type is not nullable; the message holds the query.</exception>
    public static Task<T?> MaxByAsync<T, TKey>(
        this IQueryable<T> source, Expression<Func<T, TKey>> keySelector, CancellationToken cancellationToken = default) =>
        source.MaxByAsync(keySelector, comparer: null, cancellationToken);

    /// <summary>
    /// Returns the row with the greatest key. Of several items it is the one whose path comes first, unless the query has given them an order or a
    /// place: then, and of other rows, it is the first of them.
    /// </summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">A function that returns the key of a row; a row with a null key is returned only if every key is null.</param>
    /// <param name="comparer">Compares keys; null to compare as queries do: strings ordinally, ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The row; null if there are no rows and the type is nullable.</returns>
    /// <exception cref="InvalidOperationException">There is no value, and its type is not nullable; the message holds the query.</exception>
    public static Task<T?> MaxByAsync<T, TKey>(
        this IQueryable<T> source, Expression<Func<T, TKey>> keySelector, IComparer<TKey>? comparer, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ExtremeResults.MaxBy(typeof(T), Guard.NotNull(keySelector), comparer), cancellationToken);
}
