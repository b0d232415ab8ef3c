using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Puts the rows together one by one, beginning with the first.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="add">What becomes of all rows so far and the next.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There is no such row; the message holds the query.</exception>
    public static Task<T> AggregateAsync<T>(
        this IQueryable<T> source, Expression<Func<T, T, T>> add, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, AggregateResults.OfRows(Guard.NotNull(add)), cancellationToken);

    /// <summary>Puts the rows together one by one.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TAccumulate">What they become.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="seed">What it begins with, and the value when there is no row.</param>
    /// <param name="add">What becomes of the value so far and the next row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<TAccumulate> AggregateAsync<T, TAccumulate>(
        this IQueryable<T> source, TAccumulate seed, Expression<Func<TAccumulate, T, TAccumulate>> add, CancellationToken cancellationToken = default) =>
        RunAsync<T, TAccumulate>(source, AggregateResults.Of(seed, Guard.NotNull(add), result: null), cancellationToken);

    /// <summary>Puts the rows together one by one, and makes something of the whole.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TAccumulate">What they become.</typeparam>
    /// <typeparam name="TResult">What is made of it.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="seed">What it begins with, and the value when there is no row.</param>
    /// <param name="add">What becomes of the value so far and the next row.</param>
    /// <param name="result">What is made of the value after the last row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<TResult> AggregateAsync<T, TAccumulate, TResult>(
        this IQueryable<T> source, TAccumulate seed, Expression<Func<TAccumulate, T, TAccumulate>> add, Expression<Func<TAccumulate, TResult>> result, CancellationToken cancellationToken = default) =>
        RunAsync<T, TResult>(source, AggregateResults.Of(seed, Guard.NotNull(add), Guard.NotNull(result)), cancellationToken);
}
