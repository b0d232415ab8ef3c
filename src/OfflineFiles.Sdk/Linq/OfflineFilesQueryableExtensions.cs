using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk;

/// <summary>What a query over <see cref="OfflineFilesCache.Items"/> can do beyond LINQ: run asynchronously, and explain itself.</summary>
/// <remarks>
/// All of these throw <see cref="QueryTranslationException"/> when the query cannot run, <see cref="OfflineFilesException"/> when they are
/// called on an <see cref="IQueryable{T}"/> that does not come from a cache, and <see cref="OperationCanceledException"/> when the token ends
/// the wait; the backend's stream is closed in every case.
/// </remarks>
public static class OfflineFilesQueryableExtensions
{
    /// <summary>The rows of the query as an asynchronous stream. Nothing runs before the first row is asked for.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <returns>The stream; the token of its enumerator is honoured. Leaving it early closes the backend's stream.</returns>
    public static IAsyncEnumerable<T> AsAsyncEnumerable<T>(this IQueryable<T> source) => ProviderOf(source).EnumerateAsync<T>(source.Expression);

    /// <summary>Reads all rows into a list.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<List<T>> ToListAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default)
    {
        var rows = new List<T>();
        await foreach (var row in ProviderOf(source).EnumerateAsync<T>(source.Expression, cancellationToken).ConfigureAwait(false)) rows.Add(row);
        return rows;
    }

    /// <summary>Reads all rows into an array.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<T[]> ToArrayAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        (await source.ToListAsync(cancellationToken).ConfigureAwait(false)).ToArray();

    /// <summary>The first row; the backend's stream is closed after it.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There is no such row; the message holds the query.</exception>
    public static Task<T> FirstAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, QueryResultKind.First, predicate: null, cancellationToken);

    /// <summary>The first row that satisfies a predicate; the backend's stream is closed after it.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">What a row must satisfy.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There is no such row; the message holds the query.</exception>
    public static Task<T> FirstAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, QueryResultKind.First, Guard.NotNull(predicate), cancellationToken);

    /// <summary>The first row, or the default of its type when there is none.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<T?> FirstOrDefaultAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, QueryResultKind.FirstOrDefault, predicate: null, cancellationToken);

    /// <summary>The first row that satisfies a predicate, or the default of its type when there is none.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">What a row must satisfy.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<T?> FirstOrDefaultAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, QueryResultKind.FirstOrDefault, Guard.NotNull(predicate), cancellationToken);

    /// <summary>The only row; at most two are read.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There is no such row, or more than one; the message holds the query.</exception>
    public static Task<T> SingleAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, QueryResultKind.Single, predicate: null, cancellationToken);

    /// <summary>The only row that satisfies a predicate; at most two are read.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">What a row must satisfy.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There is no such row, or more than one; the message holds the query.</exception>
    public static Task<T> SingleAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T>(source, QueryResultKind.Single, Guard.NotNull(predicate), cancellationToken);

    /// <summary>The only row, or the default of its type when there is none.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There is more than one such row; the message holds the query.</exception>
    public static Task<T?> SingleOrDefaultAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, QueryResultKind.SingleOrDefault, predicate: null, cancellationToken);

    /// <summary>The only row that satisfies a predicate, or the default of its type when there is none.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">What a row must satisfy.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There is more than one such row; the message holds the query.</exception>
    public static Task<T?> SingleOrDefaultAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, T?>(source, QueryResultKind.SingleOrDefault, Guard.NotNull(predicate), cancellationToken);

    /// <summary>Whether there is a row; at most one is read.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<bool> AnyAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, QueryResultKind.Any, predicate: null, cancellationToken);

    /// <summary>Whether a row satisfies a predicate; at most one such row is read.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">What a row must satisfy.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<bool> AnyAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, QueryResultKind.Any, Guard.NotNull(predicate), cancellationToken);

    /// <summary>Whether every row satisfies a predicate; reading ends at the first that does not. True when there is no row.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">What a row must satisfy.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<bool> AllAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, bool>(source, QueryResultKind.All, Guard.NotNull(predicate), cancellationToken);

    /// <summary>How many rows there are.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<int> CountAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, int>(source, QueryResultKind.Count, predicate: null, cancellationToken);

    /// <summary>How many rows satisfy a predicate.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">What a row must satisfy.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<int> CountAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, int>(source, QueryResultKind.Count, Guard.NotNull(predicate), cancellationToken);

    /// <summary>How many rows there are, also beyond the range of an int.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<long> LongCountAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        RunAsync<T, long>(source, QueryResultKind.LongCount, predicate: null, cancellationToken);

    /// <summary>How many rows satisfy a predicate, also beyond the range of an int.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="predicate">What a row must satisfy.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<long> LongCountAsync<T>(
        this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        RunAsync<T, long>(source, QueryResultKind.LongCount, Guard.NotNull(predicate), cancellationToken);

    /// <summary>The WQL that the query sends, without running it.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <returns>For look-ups by path, the query that means the same; empty when the backend need not be asked.</returns>
    public static string ToWql<T>(this IQueryable<T> source) => ProviderOf(source).ToWql(source.Expression);

    /// <summary>Tells what the query does and where, without running it. A query that cannot run is explained by its refusal.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <remarks>Captured values are read; where a query stands among them, as in <c>i.ItemName == other.First().ItemName</c>, that one runs.</remarks>
    public static QueryExplanation Explain<T>(this IQueryable<T> source) => ProviderOf(source).Explain(source.Expression);

    /// <summary>The same query with a word on what it is for, shown by Explain, in the log and in the trace. The backend never sees it.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache; it is not changed.</param>
    /// <param name="tag">The word, or a sentence. It comes after those the query has already.</param>
    /// <exception cref="InvalidOptionsException">The tag is blank.</exception>
    public static IQueryable<T> Tag<T>(this IQueryable<T> source, string tag) =>
        new ItemQueryable<T>(ProviderOf(source).Tagged(tag), source.Expression);

    /// <summary>The same query under other options.</summary>
    /// <typeparam name="T">What the query yields.</typeparam>
    /// <param name="source">A query over the items of a cache; it is not changed.</param>
    /// <param name="options">The options of the new query and of those made from it.</param>
    /// <exception cref="InvalidOptionsException">Options make no sense; the message names all of them.</exception>
    public static IQueryable<T> WithOptions<T>(this IQueryable<T> source, QueryOptions options) =>
        new ItemQueryable<T>(ProviderOf(source).With(options), source.Expression);

    private static async Task<TResult> RunAsync<T, TResult>(
        IQueryable<T> source, QueryResultKind kind, LambdaExpression? predicate, CancellationToken cancellationToken) =>
        (TResult)(await ProviderOf(source)
            .ExecuteAsync(source.Expression, new QueryResult(kind, predicate, default(TResult)), cancellationToken)
            .ConfigureAwait(false))!;

    private static ItemQueryProvider ProviderOf<T>(IQueryable<T> source) => Guard.NotNull(source).Provider as ItemQueryProvider
        ?? throw new OfflineFilesException(
            $"An asynchronous operator of OfflineFiles.Sdk was called on a {source.GetType().Name}, which is no query over the items of a cache. "
            + "Begin with cache.Items, or use the operators that belong to that source.");
}
