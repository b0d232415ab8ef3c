using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>The least of the rows; null is left out, strings are compared ordinal ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value; null when there is none and its type has null.</returns>
    /// <exception cref="InvalidOperationException">There is no value and its type has no null; the message holds the query.</exception>
    public static Task<T?> MinAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ExtremeResults.Min(typeof(T), selector: null), cancellationToken);

    /// <summary>The least of the values that are read of the rows; null is left out, strings are compared ordinal ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TResult">What is compared.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">What reads the value.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value; null when there is none and its type has null.</returns>
    /// <exception cref="InvalidOperationException">There is no value and its type has no null; the message holds the query.</exception>
    public static Task<TResult?> MinAsync<T, TResult>(
        this IQueryable<T> source, Expression<Func<T, TResult>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, TResult?>(source, ExtremeResults.Min(typeof(TResult), Guard.NotNull(selector)), cancellationToken);

    /// <summary>The row whose key is the least, of several the first; strings are compared ordinal ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">What is compared.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">What reads the key; a row whose key is null counts only where there is no other.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The row; null when there is none and its type has null.</returns>
    /// <exception cref="InvalidOperationException">There is no value and its type has no null; the message holds the query.</exception>
    public static Task<T?> MinByAsync<T, TKey>(
        this IQueryable<T> source, Expression<Func<T, TKey>> keySelector, CancellationToken cancellationToken = default) =>
        source.MinByAsync(keySelector, comparer: null, cancellationToken);

    /// <summary>The row whose key is the least, of several the first.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">What is compared.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">What reads the key; a row whose key is null counts only where there is no other.</param>
    /// <param name="comparer">The order of the keys; null for the order of a query: strings ordinal ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The row; null when there is none and its type has null.</returns>
    /// <exception cref="InvalidOperationException">There is no value and its type has no null; the message holds the query.</exception>
    public static Task<T?> MinByAsync<T, TKey>(
        this IQueryable<T> source, Expression<Func<T, TKey>> keySelector, IComparer<TKey>? comparer, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ExtremeResults.MinBy(typeof(T), Guard.NotNull(keySelector), comparer), cancellationToken);

    /// <summary>The greatest of the rows; null is left out, strings are compared ordinal ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value; null when there is none and its type has null.</returns>
    /// <exception cref="InvalidOperationException">There is no value and its type has no null; the message holds the query.</exception>
    public static Task<T?> MaxAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ExtremeResults.Max(typeof(T), selector: null), cancellationToken);

    /// <summary>The greatest of the values that are read of the rows; null is left out, strings are compared ordinal ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TResult">What is compared.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">What reads the value.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value; null when there is none and its type has null.</returns>
    /// <exception cref="InvalidOperationException">There is no value and its type has no null; the message holds the query.</exception>
    public static Task<TResult?> MaxAsync<T, TResult>(
        this IQueryable<T> source, Expression<Func<T, TResult>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, TResult?>(source, ExtremeResults.Max(typeof(TResult), Guard.NotNull(selector)), cancellationToken);

    /// <summary>The row whose key is the greatest, of several the first; strings are compared ordinal ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">What is compared.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">What reads the key; a row whose key is null counts only where there is no other.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The row; null when there is none and its type has null.</returns>
    /// <exception cref="InvalidOperationException">There is no value and its type has no null; the message holds the query.</exception>
    public static Task<T?> MaxByAsync<T, TKey>(
        this IQueryable<T> source, Expression<Func<T, TKey>> keySelector, CancellationToken cancellationToken = default) =>
        source.MaxByAsync(keySelector, comparer: null, cancellationToken);

    /// <summary>The row whose key is the greatest, of several the first.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TKey">What is compared.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="keySelector">What reads the key; a row whose key is null counts only where there is no other.</param>
    /// <param name="comparer">The order of the keys; null for the order of a query: strings ordinal ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The row; null when there is none and its type has null.</returns>
    /// <exception cref="InvalidOperationException">There is no value and its type has no null; the message holds the query.</exception>
    public static Task<T?> MaxByAsync<T, TKey>(
        this IQueryable<T> source, Expression<Func<T, TKey>> keySelector, IComparer<TKey>? comparer, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ExtremeResults.MaxBy(typeof(T), Guard.NotNull(keySelector), comparer), cancellationToken);
}
