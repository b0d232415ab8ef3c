using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>How many rows there are.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<int> CountAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, int>(source, NumberResults.Count(predicate: null), cancellationToken);

    /// <summary>How many rows satisfy a predicate.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">What a row must satisfy.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<int> CountAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, int>(source, NumberResults.Count(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>How many rows there are, also beyond the range of an int.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<long> LongCountAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, long>(source, NumberResults.LongCount(predicate: null), cancellationToken);

    /// <summary>How many rows satisfy a predicate, also beyond the range of an int.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">What a row must satisfy.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<long> LongCountAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, long>(source, NumberResults.LongCount(Guard.NotNull(predicate)), cancellationToken);
}
