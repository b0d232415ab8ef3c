using System.Diagnostics;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.RawQueries;

namespace OfflineFiles.Sdk;

/// <summary>
/// A raw query, ready to run: see <see cref="OfflineFilesCache.Query(WqlQuery)"/>. Immutable; each enumeration runs the query again.
/// </summary>
/// <typeparam name="T">The type of the rows: <see cref="WqlRow"/>, or the type that carries the class.</typeparam>
/// <example>
/// <code>
/// var items = await cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {name}").As&lt;OfflineFilesItem&gt;().ToListAsync();
/// </code>
/// </example>
/// <remarks>
/// The query runs when the first row is asked for. A query that the backend cannot answer throws
/// <see cref="OperationNotSupportedException"/>, a query that names a class or property that does not exist
/// <see cref="QueryTranslationException"/>, a query whose predicate cannot be evaluated <see cref="WqlEvaluationException"/>, and a query
/// that takes longer than <see cref="QueryOptions.Timeout"/> <see cref="OfflineFilesTimeoutException"/>. Leaving the enumeration early
/// closes the backend's stream.
/// </remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
[DebuggerTypeProxy(typeof(QueryDebugView))]
public sealed class CacheQuery<T> : IAsyncEnumerable<T>, IExplainedQuery
    where T : class
{
    private readonly QuerySource _source;
    private readonly QuerySettings _settings;

    internal CacheQuery(QuerySource source, WqlQuery query, QuerySettings settings)
    {
        _source = source;
        _settings = settings;
        Query = query;
    }

    /// <summary>The query.</summary>
    public WqlQuery Query { get; }

    private string DebuggerText => ReadableText.Of(ToString());

    /// <summary>Returns the same query with its rows as another type.</summary>
    /// <typeparam name="TRow">
    /// The type that carries the class, such as <see cref="OfflineFilesItem"/>; <see cref="Schema.CimClassSchema"/> for class definitions;
    /// <see cref="WqlRow"/>. An item holds only the selected members, and throws if another member is read.
    /// </typeparam>
    /// <exception cref="QueryTranslationException">The class is carried by another type, or no type carries it.</exception>
    public CacheQuery<TRow> As<TRow>()
        where TRow : class
    {
        RowCarrier.Check(Query, typeof(TRow));
        return new CacheQuery<TRow>(_source, Query, _settings);
    }

    /// <summary>Returns the same query with other options.</summary>
    /// <param name="options">
    /// The options of the new query and of the queries made from it. <see cref="QueryOptions.RefuseFullScan"/> and
    /// <see cref="QueryOptions.PageSize"/> apply to LINQ queries only.
    /// </param>
    /// <exception cref="InvalidOptionsException">An option is not valid; the message names every such option.</exception>
    public CacheQuery<T> WithOptions(QueryOptions options) => new(_source, Query, _settings.With(options));

    /// <summary>Returns the same query with a tag that says what it is for. Explain, logs and traces show it; the backend does not get it.</summary>
    /// <param name="tag">The tag, a word or a sentence. It comes after the tags that the query has already.</param>
    /// <exception cref="InvalidOptionsException">The tag is blank.</exception>
    public CacheQuery<T> Tag(string tag) => new(_source, Query, _settings.Tagged(tag));

    /// <summary>Explains what the query does and where, without running it. For a query that cannot run, the explanation holds the refusal.</summary>
    /// <exception cref="WqlEvaluationException">The predicate cannot be evaluated over items.</exception>
    public QueryExplanation Explain() => RawExplanation.Of(Query, _source.Backend.Pushdown, _settings);

    /// <summary>Reads all rows into a list.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<List<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var rows = new List<T>();
        await foreach (var row in RunAsync(cancellationToken).ConfigureAwait(false)) rows.Add(row);
        return rows;
    }

    /// <summary>Reads the first row, in no particular order.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The row; null if there are no rows.</returns>
    public async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var row in RunAsync(cancellationToken).ConfigureAwait(false)) return row;
        return null;
    }

    /// <summary>Runs the query.</summary>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        RunAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Returns the query as WQL, without running it.</summary>
    public override string ToString() => Query.ToString();

    QueryExplanation? IExplainedQuery.ExplainWithoutRunning() => Explain();

    internal async IAsyncEnumerable<T> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var backend = _source.Backend;
        var options = _settings.Options;
        ItemRowPlan.CheckOptions(Query, backend.Pushdown, options);
        var watch = QueryWatch.IsNeeded(options)
            ? new QueryWatch(RawExplanation.FactsOf(Query, backend.Description, backend.Pushdown, _settings))
            : null;
        var scope = new RunScope(backend, watch, cancellationToken, _source.Closed);
        await foreach (var row in scope.ReturnAsync(ReadAsync(backend, scope)).ConfigureAwait(false)) yield return row;
    }

    private async IAsyncEnumerable<T> ReadAsync(ICacheBackend backend, RunScope scope)
    {
        var rows = scope.Counted(await RowQuery.AskAsync(backend, Query, scope).ConfigureAwait(false));
        if (_settings.Options.Buffering == QueryBuffering.Buffered) rows = BufferedRows.OfAsync(rows);
        await foreach (var row in rows.ConfigureAwait(false))
        {
            var own = row.Of(_source);
            yield return own as T ?? own.As<T>() ?? throw QueryErrors.NotCarried(Query, typeof(T), row.Instance?.GetType());
        }
    }

    // LINQPad calls a method of this name, private or not, and shows what it returns.
#pragma warning disable CA1859 // It looks for this return type.
    private object ToDump() => new QueryDebugView(this);
#pragma warning restore CA1859
}
