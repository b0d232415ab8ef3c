using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Extends queries over <see cref="OfflineFilesCache.Items"/>: asynchronous execution, explanations, tags and options.</summary>
/// <remarks>
/// All methods throw <see cref="QueryTranslationException"/> if the query cannot run, <see cref="OfflineFilesException"/> if the
/// <see cref="IQueryable{T}"/> does not come from a cache, and <see cref="OperationCanceledException"/> if the token is cancelled; the
/// backend's stream is closed in every case.
/// </remarks>
public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Returns what the query sends, text for text, without running it.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <returns>
    /// One query in WQL where one is sent. Otherwise the requests in the order in which they are sent, each on a line of its own, as in
    /// <see cref="QueryExplanation.Requests"/>; empty if the backend need not be asked.
    /// </returns>
    public static string ToWql<T>(this IQueryable<T> source) => ProviderOf(source).ToWql(source.Expression);

    /// <summary>Explains what the query does and where, without running it. For a query that cannot run, the explanation holds the refusal.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <remarks>Captured values are read; a query among them, as in <c>i.ItemName == other.First().ItemName</c>, runs.</remarks>
    public static QueryExplanation Explain<T>(this IQueryable<T> source) => ProviderOf(source).Explain(source.Expression);

    /// <summary>
    /// Explains what a query does that yields one value, and whether the backend makes the value or the caller, without running it:
    /// <c>query.Explain(rows =&gt; rows.Count())</c>.
    /// </summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <typeparam name="TResult">The type of the value.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="result">What makes the value of the rows, an operator of <see cref="Queryable"/>.</param>
    public static QueryExplanation Explain<T, TResult>(this IQueryable<T> source, Expression<Func<IQueryable<T>, TResult>> result)
    {
        var provider = ProviderOf(source);
        return provider.Explain(ParameterReplacer.Replace(Guard.NotNull(result).Body, result.Parameters[0], source.Expression));
    }

    /// <summary>Returns the same query with a tag that says what it is for. Explain, logs and traces show it; the backend does not get it.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache; it is not changed.</param>
    /// <param name="tag">The tag, a word or a sentence. It comes after the tags that the query has already.</param>
    /// <exception cref="InvalidOptionsException">The tag is blank.</exception>
    public static IQueryable<T> Tag<T>(this IQueryable<T> source, string tag) =>
        new ItemQueryable<T>(ProviderOf(source).Tagged(tag), source.Expression);

    /// <summary>Returns the same query with other options.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache; it is not changed.</param>
    /// <param name="options">The options of the new query and of the queries made from it.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid; the message names every such option.</exception>
    public static IQueryable<T> WithOptions<T>(this IQueryable<T> source, QueryOptions options) =>
        new ItemQueryable<T>(ProviderOf(source).With(options), source.Expression);

    private static async Task<TResult> RunAsync<T, TResult>(IQueryable<T> source, QueryResult result, CancellationToken cancellationToken) =>
        (TResult)(await ProviderOf(source).ExecuteAsync(source.Expression, result, cancellationToken).ConfigureAwait(false))!;

    private static ItemQueryProvider ProviderOf<T>(IQueryable<T> source) => Guard.NotNull(source).Provider as ItemQueryProvider
        ?? WrappedProvider(source)
        ?? throw new OfflineFilesException(
            $"An asynchronous operator of OfflineFiles.Sdk was called on a {source.GetType().Name}, which is no query over the items of a cache. "
            + "Begin with cache.Items, or use the operators that belong to that source.");

    // A library that rewrites queries, such as LINQKit with AsExpandable, has a provider of its own around the one of the cache, and leads to it.
    private static ItemQueryProvider? WrappedProvider<T>(IQueryable<T> source) =>
        QueryChain.TryRead(source.Expression) is null ? null : source.Provider.CreateQuery(source.Expression).Provider as ItemQueryProvider;
}
