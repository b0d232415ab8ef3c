using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk.Linq;

/// <summary>What a query over <see cref="OfflineFilesCache.Items"/> can do beyond LINQ: run asynchronously, and explain itself.</summary>
/// <remarks>
/// All of these throw <see cref="QueryTranslationException"/> when the query cannot run, <see cref="OfflineFilesException"/> when they are
/// called on an <see cref="IQueryable{T}"/> that does not come from a cache, and <see cref="OperationCanceledException"/> when the token ends
/// the wait; the backend's stream is closed in every case.
/// </remarks>
public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>The WQL that the query sends, without running it.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <returns>For look-ups by path, the query that means the same; empty when the backend need not be asked.</returns>
    public static string ToWql<T>(this IQueryable<T> source) => ProviderOf(source).ToWql(source.Expression);

    /// <summary>Tells what the query does and where, without running it. A query that cannot run is explained by its refusal.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <remarks>Captured values are read; where a query stands among them, as in <c>i.ItemName == other.First().ItemName</c>, that one runs.</remarks>
    public static QueryExplanation Explain<T>(this IQueryable<T> source) => ProviderOf(source).Explain(source.Expression);

    /// <summary>The same query with a word on what it is for, shown by Explain, in the log and in the trace. The backend never sees it.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache; it is not changed.</param>
    /// <param name="tag">The word, or a sentence. It comes after those the query has already.</param>
    /// <exception cref="InvalidOptionsException">The tag is blank.</exception>
    public static IQueryable<T> Tag<T>(this IQueryable<T> source, string tag) =>
        new ItemQueryable<T>(ProviderOf(source).Tagged(tag), source.Expression);

    /// <summary>The same query under other options.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache; it is not changed.</param>
    /// <param name="options">The options of the new query and of those made from it.</param>
    /// <exception cref="InvalidOptionsException">Options make no sense; the message names all of them.</exception>
    public static IQueryable<T> WithOptions<T>(this IQueryable<T> source, QueryOptions options) =>
        new ItemQueryable<T>(ProviderOf(source).With(options), source.Expression);

    private static async Task<TResult> RunAsync<T, TResult>(IQueryable<T> source, QueryResult result, CancellationToken cancellationToken) =>
        (TResult)(await ProviderOf(source).ExecuteAsync(source.Expression, result, cancellationToken).ConfigureAwait(false))!;

    private static ItemQueryProvider ProviderOf<T>(IQueryable<T> source) => Guard.NotNull(source).Provider as ItemQueryProvider
        ?? throw new OfflineFilesException(
            $"An asynchronous operator of OfflineFiles.Sdk was called on a {source.GetType().Name}, which is no query over the items of a cache. "
            + "Begin with cache.Items, or use the operators that belong to that source.");
}
