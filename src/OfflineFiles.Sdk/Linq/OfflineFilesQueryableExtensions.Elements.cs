using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>The first row; the backend's stream is closed after it.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is no such row; the message holds the query.</exception>
    public static Task<T> FirstAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.First(predicate: null), cancellationToken);

    /// <summary>The first row that satisfies a predicate; the backend's stream is closed after it.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is no such row; the message holds the query.</exception>
    public static Task<T> FirstAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.First(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>The first row, or the default of its type when there is none.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<T?> FirstOrDefaultAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.FirstOrDefault(predicate: null, default(T)), cancellationToken);

    /// <summary>The first row that satisfies a predicate, or the default of its type when there is none.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<T?> FirstOrDefaultAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.FirstOrDefault(Guard.NotNull(predicate), default(T)), cancellationToken);

    /// <summary>The last row; all rows are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is no such row; the message holds the query.</exception>
    public static Task<T> LastAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.Last(predicate: null), cancellationToken);

    /// <summary>The last row that satisfies a predicate; all rows are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is no such row; the message holds the query.</exception>
    public static Task<T> LastAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.Last(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>The last row, or the default of its type when there is none; all rows are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<T?> LastOrDefaultAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.LastOrDefault(predicate: null, default(T)), cancellationToken);

    /// <summary>The last row that satisfies a predicate, or the default of its type when there is none; all rows are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<T?> LastOrDefaultAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.LastOrDefault(Guard.NotNull(predicate), default(T)), cancellationToken);

    /// <summary>The only row; at most two are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is no such row, or more than one; the message holds the query.</exception>
    public static Task<T> SingleAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.Single(predicate: null), cancellationToken);

    /// <summary>The only row that satisfies a predicate; at most two are read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is no such row, or more than one; the message holds the query.</exception>
    public static Task<T> SingleAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.Single(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>The only row, or the default of its type when there is none.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is more than one such row; the message holds the query.</exception>
    public static Task<T?> SingleOrDefaultAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.SingleOrDefault(predicate: null, default(T)), cancellationToken);

    /// <summary>The only row that satisfies a predicate, or the default of its type when there is none.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is more than one such row; the message holds the query.</exception>
    public static Task<T?> SingleOrDefaultAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.SingleOrDefault(Guard.NotNull(predicate), default(T)), cancellationToken);

    /// <summary>The row at a place; the backend's stream is closed after it.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="index">The place, counted from zero.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many rows, or the place is below zero; the message holds the query.</exception>
    public static Task<T> ElementAtAsync<T>(this IQueryable<T> source, int index, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, ElementResults.At(index), cancellationToken);

    /// <summary>The row at a place, or the default of its type when there is none.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="index">The place, counted from zero; below zero there is no row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<T?> ElementAtOrDefaultAsync<T>(this IQueryable<T> source, int index, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, ElementResults.AtOrDefault(index, default(T)), cancellationToken);
}
