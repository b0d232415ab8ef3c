using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Returns true if there is a row; at most one row is read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> AnyAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, TestResults.Any(predicate: null), cancellationToken);

    /// <summary>Returns true if a row satisfies a predicate; at most one such row is read.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> AnyAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, TestResults.Any(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>Returns true if every row satisfies a predicate, or there are no rows; reading ends at the first row that does not.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">A condition that a row must satisfy.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> AllAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, TestResults.All(Guard.NotNull(predicate)), cancellationToken);

    /// <summary>Returns true if a value is among the rows; reading ends when it is found. Strings compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="value">The value; an item is found by its path.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> ContainsAsync<T>(this IQueryable<T> source, T value, CancellationToken cancellationToken = default) =>
        source.ContainsAsync(value, comparer: null, cancellationToken);

    /// <summary>Returns true if a value is among the rows; reading ends when it is found.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="value">The value.</param>
    /// <param name="comparer">Compares values; null to compare as queries do: strings ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> ContainsAsync<T>(
        this IQueryable<T> source, T value, IEqualityComparer<T>? comparer, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, TestResults.Contains(typeof(T), value, comparer), cancellationToken);

    /// <summary>
    /// Returns true if the rows equal another sequence, in the same order; reading ends at the first difference. Strings compare ignoring case.
    /// </summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="second">The other sequence: values in memory, or a query over the same cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> SequenceEqualAsync<T>(this IQueryable<T> source, IEnumerable<T> second, CancellationToken cancellationToken = default) =>
        source.SequenceEqualAsync(second, comparer: null, cancellationToken);

    /// <summary>Returns true if the rows equal another sequence, in the same order; reading ends at the first difference.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="second">The other sequence: values in memory, or a query over the same cache.</param>
    /// <param name="comparer">Compares values; null to compare as queries do: strings ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<bool> SequenceEqualAsync<T>(
        this IQueryable<T> source, IEnumerable<T> second, IEqualityComparer<T>? comparer, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, TestResults.SequenceEqual(typeof(T), ExpressionOf(Guard.NotNull(second)), comparer), cancellationToken);

    private static Expression ExpressionOf<T>(IEnumerable<T> values) => values is IQueryable<T> query ? query.Expression : Expression.Constant(values);
}
