using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Combines the rows one by one, starting with the first row.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="add">A function that combines the value so far with the next row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no rows; the message holds the query.</exception>
    public static Task<T> AggregateAsync<T>(
        this IQueryable<T> source, Expression<Func<T, T, T>> add, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, AggregateResults.OfRows(Guard.NotNull(add)), cancellationToken);

    /// <summary>Combines the rows one by one, starting with a seed.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TAccumulate">The type of the combined value.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="seed">The initial value, and the result if there are no rows.</param>
    /// <param name="add">A function that combines the value so far with the next row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<TAccumulate> AggregateAsync<T, TAccumulate>(
        this IQueryable<T> source, TAccumulate seed, Expression<Func<TAccumulate, T, TAccumulate>> add, CancellationToken cancellationToken = default) =>
        RunAsync<T, TAccumulate>(source, AggregateResults.Of(seed, Guard.NotNull(add), result: null), cancellationToken);

    /// <summary>Combines the rows one by one, starting with a seed, and converts the combined value to a result.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TAccumulate">The type of the combined value.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="seed">The initial value, and the result if there are no rows.</param>
    /// <param name="add">A function that combines the value so far with the next row.</param>
    /// <param name="result">A function that returns the result for the combined value after the last row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<TResult> AggregateAsync<T, TAccumulate, TResult>(
        this IQueryable<T> source, TAccumulate seed, Expression<Func<TAccumulate, T, TAccumulate>> add, Expression<Func<TAccumulate, TResult>> result, CancellationToken cancellationToken = default) =>
        RunAsync<T, TResult>(source, AggregateResults.Of(seed, Guard.NotNull(add), Guard.NotNull(result)), cancellationToken);
}
