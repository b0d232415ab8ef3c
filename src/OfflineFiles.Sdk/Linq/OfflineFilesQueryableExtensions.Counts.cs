using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Returns the number of rows.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<int> CountAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, int>(source, NumberResults.Count(predicate: null), cancellationToken);

    /// <summary>Returns the number of rows that satisfy a predicate.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<int> CountAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, int>(source, NumberResults.Count(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>Returns the number of rows as a <see cref="long"/>.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<long> LongCountAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, long>(source, NumberResults.LongCount(predicate: null), cancellationToken);

    /// <summary>Returns the number of rows that satisfy a predicate as a <see cref="long"/>.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<long> LongCountAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, long>(source, NumberResults.LongCount(Guard.NotNull(predicate)), cancellationToken);
}
