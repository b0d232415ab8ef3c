using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Whether there is a row; at most one is read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> AnyAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, TestResults.Any(predicate: null), cancellationToken);

    /// <summary>Whether a row satisfies a predicate; at most one such row is read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> AnyAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, TestResults.Any(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>Whether every row satisfies a predicate; reading ends at the first that does not. True when there is no row.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> AllAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, TestResults.All(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>Whether a value is among the rows; reading ends when it is found. Strings are compared ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="value">The value; an item is found by its path.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> ContainsAsync<T>(this IQueryable<T> source, T value, CancellationToken cancellationToken = default) =>
        source.ContainsAsync(value, comparer: null, cancellationToken);

    /// <summary>Whether a value is among the rows; reading ends when it is found.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="value">The value.</param>
    /// <param name="comparer">When two values are one; null for the rule of a query: strings ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> ContainsAsync<T>(
        this IQueryable<T> source, T value, IEqualityComparer<T>? comparer, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, TestResults.Contains(typeof(T), value, comparer), cancellationToken);

    /// <summary>Whether the rows are those of another sequence, in the same order; reading ends at the first that differs. Strings are compared ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="second">Values in memory, or a query of the same cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> SequenceEqualAsync<T>(this IQueryable<T> source, IEnumerable<T> second, CancellationToken cancellationToken = default) =>
        source.SequenceEqualAsync(second, comparer: null, cancellationToken);

    /// <summary>Whether the rows are those of another sequence, in the same order; reading ends at the first that differs.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="second">Values in memory, or a query of the same cache.</param>
    /// <param name="comparer">When two values are one; null for the rule of a query: strings ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> SequenceEqualAsync<T>(
        this IQueryable<T> source, IEnumerable<T> second, IEqualityComparer<T>? comparer, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, TestResults.SequenceEqual(typeof(T), ExpressionOf(Guard.NotNull(second)), comparer), cancellationToken);

    private static Expression ExpressionOf<T>(IEnumerable<T> values) => values is IQueryable<T> query ? query.Expression : Expression.Constant(values);
}
