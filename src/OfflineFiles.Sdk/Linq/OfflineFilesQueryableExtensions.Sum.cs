using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Returns the sum of the rows.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<int> SumAsync(this IQueryable<int> source, CancellationToken cancellationToken = default) =>
        RunAsync<int, int>(source, NumberResults.Sum(typeof(int), selector: null), cancellationToken);

    /// <summary>Returns the sum of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<int> SumAsync<T>(
        this IQueryable<T> source, Expression<Func<T, int>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, int>(source, NumberResults.Sum(typeof(int), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the sum of the rows; null values are left out.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<int?> SumAsync(this IQueryable<int?> source, CancellationToken cancellationToken = default) =>
        RunAsync<int?, int?>(source, NumberResults.Sum(typeof(int?), selector: null), cancellationToken);

    /// <summary>Returns the sum of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<int?> SumAsync<T>(
        this IQueryable<T> source, Expression<Func<T, int?>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, int?>(source, NumberResults.Sum(typeof(int?), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the sum of the rows.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<long> SumAsync(this IQueryable<long> source, CancellationToken cancellationToken = default) =>
        RunAsync<long, long>(source, NumberResults.Sum(typeof(long), selector: null), cancellationToken);

    /// <summary>Returns the sum of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<long> SumAsync<T>(
        this IQueryable<T> source, Expression<Func<T, long>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, long>(source, NumberResults.Sum(typeof(long), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the sum of the rows; null values are left out.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<long?> SumAsync(this IQueryable<long?> source, CancellationToken cancellationToken = default) =>
        RunAsync<long?, long?>(source, NumberResults.Sum(typeof(long?), selector: null), cancellationToken);

    /// <summary>Returns the sum of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<long?> SumAsync<T>(
        this IQueryable<T> source, Expression<Func<T, long?>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, long?>(source, NumberResults.Sum(typeof(long?), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the sum of the rows.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    public static Task<float> SumAsync(this IQueryable<float> source, CancellationToken cancellationToken = default) =>
        RunAsync<float, float>(source, NumberResults.Sum(typeof(float), selector: null), cancellationToken);

    /// <summary>Returns the sum of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    public static Task<float> SumAsync<T>(
        this IQueryable<T> source, Expression<Func<T, float>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, float>(source, NumberResults.Sum(typeof(float), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the sum of the rows; null values are left out.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    public static Task<float?> SumAsync(this IQueryable<float?> source, CancellationToken cancellationToken = default) =>
        RunAsync<float?, float?>(source, NumberResults.Sum(typeof(float?), selector: null), cancellationToken);

    /// <summary>Returns the sum of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    public static Task<float?> SumAsync<T>(
        this IQueryable<T> source, Expression<Func<T, float?>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, float?>(source, NumberResults.Sum(typeof(float?), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the sum of the rows.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    public static Task<double> SumAsync(this IQueryable<double> source, CancellationToken cancellationToken = default) =>
        RunAsync<double, double>(source, NumberResults.Sum(typeof(double), selector: null), cancellationToken);

    /// <summary>Returns the sum of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    public static Task<double> SumAsync<T>(
        this IQueryable<T> source, Expression<Func<T, double>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, double>(source, NumberResults.Sum(typeof(double), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the sum of the rows; null values are left out.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    public static Task<double?> SumAsync(this IQueryable<double?> source, CancellationToken cancellationToken = default) =>
        RunAsync<double?, double?>(source, NumberResults.Sum(typeof(double?), selector: null), cancellationToken);

    /// <summary>Returns the sum of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    public static Task<double?> SumAsync<T>(
        this IQueryable<T> source, Expression<Func<T, double?>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, double?>(source, NumberResults.Sum(typeof(double?), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the sum of the rows.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<decimal> SumAsync(this IQueryable<decimal> source, CancellationToken cancellationToken = default) =>
        RunAsync<decimal, decimal>(source, NumberResults.Sum(typeof(decimal), selector: null), cancellationToken);

    /// <summary>Returns the sum of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<decimal> SumAsync<T>(
        this IQueryable<T> source, Expression<Func<T, decimal>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, decimal>(source, NumberResults.Sum(typeof(decimal), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the sum of the rows; null values are left out.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<decimal?> SumAsync(this IQueryable<decimal?> source, CancellationToken cancellationToken = default) =>
        RunAsync<decimal?, decimal?>(source, NumberResults.Sum(typeof(decimal?), selector: null), cancellationToken);

    /// <summary>Returns the sum of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sum; zero if there are no values.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of its type.</exception>
    public static Task<decimal?> SumAsync<T>(
        this IQueryable<T> source, Expression<Func<T, decimal?>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, decimal?>(source, NumberResults.Sum(typeof(decimal?), Guard.NotNull(selector)), cancellationToken);
}
