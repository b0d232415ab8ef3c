using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Returns the average of the rows.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no values; the message holds the query.</exception>
    public static Task<double> AverageAsync(this IQueryable<int> source, CancellationToken cancellationToken = default) =>
        RunAsync<int, double>(source, NumberResults.Average(typeof(int), selector: null), cancellationToken);

    /// <summary>Returns the average of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no values; the message holds the query.</exception>
    public static Task<double> AverageAsync<T>(
        this IQueryable<T> source, Expression<Func<T, int>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, double>(source, NumberResults.Average(typeof(int), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the average of the rows; null values are left out.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The average; null if there are no values.</returns>
    public static Task<double?> AverageAsync(this IQueryable<int?> source, CancellationToken cancellationToken = default) =>
        RunAsync<int?, double?>(source, NumberResults.Average(typeof(int?), selector: null), cancellationToken);

    /// <summary>Returns the average of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The average; null if there are no values.</returns>
    public static Task<double?> AverageAsync<T>(
        this IQueryable<T> source, Expression<Func<T, int?>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, double?>(source, NumberResults.Average(typeof(int?), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the average of the rows.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no values; the message holds the query.</exception>
    public static Task<double> AverageAsync(this IQueryable<long> source, CancellationToken cancellationToken = default) =>
        RunAsync<long, double>(source, NumberResults.Average(typeof(long), selector: null), cancellationToken);

    /// <summary>Returns the average of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no values; the message holds the query.</exception>
    public static Task<double> AverageAsync<T>(
        this IQueryable<T> source, Expression<Func<T, long>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, double>(source, NumberResults.Average(typeof(long), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the average of the rows; null values are left out.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The average; null if there are no values.</returns>
    public static Task<double?> AverageAsync(this IQueryable<long?> source, CancellationToken cancellationToken = default) =>
        RunAsync<long?, double?>(source, NumberResults.Average(typeof(long?), selector: null), cancellationToken);

    /// <summary>Returns the average of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The average; null if there are no values.</returns>
    public static Task<double?> AverageAsync<T>(
        this IQueryable<T> source, Expression<Func<T, long?>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, double?>(source, NumberResults.Average(typeof(long?), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the average of the rows.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no values; the message holds the query.</exception>
    public static Task<float> AverageAsync(this IQueryable<float> source, CancellationToken cancellationToken = default) =>
        RunAsync<float, float>(source, NumberResults.Average(typeof(float), selector: null), cancellationToken);

    /// <summary>Returns the average of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no values; the message holds the query.</exception>
    public static Task<float> AverageAsync<T>(
        this IQueryable<T> source, Expression<Func<T, float>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, float>(source, NumberResults.Average(typeof(float), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the average of the rows; null values are left out.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The average; null if there are no values.</returns>
    public static Task<float?> AverageAsync(this IQueryable<float?> source, CancellationToken cancellationToken = default) =>
        RunAsync<float?, float?>(source, NumberResults.Average(typeof(float?), selector: null), cancellationToken);

    /// <summary>Returns the average of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The average; null if there are no values.</returns>
    public static Task<float?> AverageAsync<T>(
        this IQueryable<T> source, Expression<Func<T, float?>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, float?>(source, NumberResults.Average(typeof(float?), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the average of the rows.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no values; the message holds the query.</exception>
    public static Task<double> AverageAsync(this IQueryable<double> source, CancellationToken cancellationToken = default) =>
        RunAsync<double, double>(source, NumberResults.Average(typeof(double), selector: null), cancellationToken);

    /// <summary>Returns the average of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no values; the message holds the query.</exception>
    public static Task<double> AverageAsync<T>(
        this IQueryable<T> source, Expression<Func<T, double>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, double>(source, NumberResults.Average(typeof(double), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the average of the rows; null values are left out.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The average; null if there are no values.</returns>
    public static Task<double?> AverageAsync(this IQueryable<double?> source, CancellationToken cancellationToken = default) =>
        RunAsync<double?, double?>(source, NumberResults.Average(typeof(double?), selector: null), cancellationToken);

    /// <summary>Returns the average of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The average; null if there are no values.</returns>
    public static Task<double?> AverageAsync<T>(
        this IQueryable<T> source, Expression<Func<T, double?>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, double?>(source, NumberResults.Average(typeof(double?), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the average of the rows.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no values; the message holds the query.</exception>
    public static Task<decimal> AverageAsync(this IQueryable<decimal> source, CancellationToken cancellationToken = default) =>
        RunAsync<decimal, decimal>(source, NumberResults.Average(typeof(decimal), selector: null), cancellationToken);

    /// <summary>Returns the average of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">There are no values; the message holds the query.</exception>
    public static Task<decimal> AverageAsync<T>(
        this IQueryable<T> source, Expression<Func<T, decimal>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, decimal>(source, NumberResults.Average(typeof(decimal), Guard.NotNull(selector)), cancellationToken);

    /// <summary>Returns the average of the rows; null values are left out.</summary>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The average; null if there are no values.</returns>
    public static Task<decimal?> AverageAsync(this IQueryable<decimal?> source, CancellationToken cancellationToken = default) =>
        RunAsync<decimal?, decimal?>(source, NumberResults.Average(typeof(decimal?), selector: null), cancellationToken);

    /// <summary>Returns the average of the numbers that a function reads from the rows; null values are left out.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="selector">A function that returns a number of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The average; null if there are no values.</returns>
    public static Task<decimal?> AverageAsync<T>(
        this IQueryable<T> source, Expression<Func<T, decimal?>> selector, CancellationToken cancellationToken = default) =>
        RunAsync<T, decimal?>(source, NumberResults.Average(typeof(decimal?), Guard.NotNull(selector)), cancellationToken);
}
