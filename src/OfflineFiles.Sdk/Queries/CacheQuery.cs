using System.Diagnostics;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Queries;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk;

/// <summary>
/// A raw query, ready to run: made by <see cref="OfflineFilesCache.Query(WqlQuery)"/>. Immutable; each enumeration asks the cache anew.
/// </summary>
/// <typeparam name="T">What it yields: <see cref="WqlRow"/>, or the type that carries the class.</typeparam>
/// <example>
/// <code>
/// var items = await cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {name}").As&lt;OfflineFilesItem&gt;().ToListAsync();
/// </code>
/// </example>
/// <remarks>
/// Nothing is asked of the cache before the first row is wanted. Then a query that the backend cannot answer throws
/// <see cref="OperationNotSupportedException"/>, one that names a class or a property that is not there
/// <see cref="QueryTranslationException"/>, and one whose predicate makes no sense <see cref="WqlEvaluationException"/>. Leaving the
/// enumeration early closes the backend's stream.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CacheQuery<T> : IAsyncEnumerable<T>
    where T : class
{
    private readonly OfflineFilesCache _cache;

    internal CacheQuery(OfflineFilesCache cache, WqlQuery query)
    {
        _cache = cache;
        Query = query;
    }

    /// <summary>The query.</summary>
    public WqlQuery Query { get; }

    /// <summary>The same query with its rows as another type.</summary>
    /// <typeparam name="TRow">
    /// The type that carries the class, such as <see cref="OfflineFilesItem"/>; <see cref="Schema.CimClassSchema"/> for definitions of
    /// classes; <see cref="WqlRow"/>. An item holds the selected members, and says so when another is read.
    /// </typeparam>
    /// <exception cref="QueryTranslationException">The class is carried by another type, or by none.</exception>
    public CacheQuery<TRow> As<TRow>()
        where TRow : class
    {
        RowCarrier.Check(Query, typeof(TRow));
        return new CacheQuery<TRow>(_cache, Query);
    }

    /// <summary>Reads all rows into a list.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<List<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var rows = new List<T>();
        await foreach (var row in RunAsync(cancellationToken).ConfigureAwait(false)) rows.Add(row);
        return rows;
    }

    /// <summary>Reads the first row.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row; null when there is none. No order is promised.</returns>
    public async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var row in RunAsync(cancellationToken).ConfigureAwait(false)) return row;
        return null;
    }

    /// <summary>Runs the query.</summary>
    /// <param name="cancellationToken">Ends the stream.</param>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        RunAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>The query as WQL; nothing runs.</summary>
    public override string ToString() => Query.ToString();

    internal async IAsyncEnumerable<T> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var backend = _cache.Backend;
        ItemRowPlan.CheckOptions(Query, backend.Pushdown, _cache.Options);
        await foreach (var row in backend.QueryRowsAsync(Query, cancellationToken).ConfigureAwait(false))
        {
            var own = row.Of(_cache);
            yield return own as T ?? own.As<T>() ?? throw QueryErrors.NotCarried(Query, typeof(T), row.Instance?.GetType());
        }
    }
}
