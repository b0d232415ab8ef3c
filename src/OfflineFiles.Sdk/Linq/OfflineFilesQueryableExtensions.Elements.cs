using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Returns the first row; the backend's stream is closed after it.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no rows; the message holds the query.</exception>
    public static Task<T> FirstAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.First(predicate: null), cancellationToken);

    /// <summary>Returns the first row that satisfies a predicate; the backend's stream is closed after it.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is no such row; the message holds the query.</exception>
    public static Task<T> FirstAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.First(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>Returns the first row, or the default value of its type if there are no rows.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<T?> FirstOrDefaultAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.FirstOrDefault(predicate: null, default(T)), cancellationToken);

    /// <summary>Returns the first row that satisfies a predicate, or the default value of its type if there is no such row.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<T?> FirstOrDefaultAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.FirstOrDefault(Guard.NotNull(predicate), default(T)), cancellationToken);

    /// <summary>Returns the last row; all rows are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no rows; the message holds the query.</exception>
    public static Task<T> LastAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.Last(predicate: null), cancellationToken);

    /// <summary>Returns the last row that satisfies a predicate; all rows are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is no such row; the message holds the query.</exception>
    public static Task<T> LastAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.Last(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>Returns the last row, or the default value of its type if there are no rows; all rows are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<T?> LastOrDefaultAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.LastOrDefault(predicate: null, default(T)), cancellationToken);

    /// <summary>Returns the last row that satisfies a predicate, or the default value if there is no such row; all rows are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<T?> LastOrDefaultAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.LastOrDefault(Guard.NotNull(predicate), default(T)), cancellationToken);

    /// <summary>Returns the only row; at most two rows are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no rows, or more than one; the message holds the query.</exception>
    public static Task<T> SingleAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.Single(predicate: null), cancellationToken);

    /// <summary>Returns the only row that satisfies a predicate; at most two such rows are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is no such row, or more than one; the message holds the query.</exception>
    public static Task<T> SingleAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.Single(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>Returns the only row, or the default value of its type if there are no rows.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is more than one row; the message holds the query.</exception>
    public static Task<T?> SingleOrDefaultAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.SingleOrDefault(predicate: null, default(T)), cancellationToken);

    /// <summary>Returns the only row that satisfies a predicate, or the default value of its type if there is no such row.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is more than one such row; the message holds the query.</exception>
    public static Task<T?> SingleOrDefaultAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.SingleOrDefault(Guard.NotNull(predicate), default(T)), cancellationToken);

    /// <summary>Returns the row at an index; the backend's stream is closed after it.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="index">The index, from zero.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is below zero, or there are not so many rows; the message holds the query.</exception>
    public static Task<T> ElementAtAsync<T>(this IQueryable<T> source, int index, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.At(index), cancellationToken);

    /// <summary>Returns the row at an index, or the default value of its type if there is no such row.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="index">The index, from zero; below zero there is no row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<T?> ElementAtOrDefaultAsync<T>(this IQueryable<T> source, int index, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.AtOrDefault(index, default(T)), cancellationToken);
}
