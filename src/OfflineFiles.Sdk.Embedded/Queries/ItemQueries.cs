using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>
/// Runs queries. A query holds nothing of the database while its rows are looked at: it reads page by page, each page of one state of the cache.
/// </summary>
internal sealed class ItemQueries(CacheStore store)
{
    // The first rows come soon for those who want only them, the rest with few reads. What waits is bounded by the largest.
    private const int FirstPage = 32;
    private const int LargestPage = 1024;
    private const int LargestPageAskedFor = 16 * LargestPage;

    private static readonly ItemProjection WholeItem = new(ItemMembers.All, origin: null);
    private static readonly string ByKeySql = $"SELECT {WholeItem.Columns} {ItemTable.From} WHERE {ItemTable.Path.KeySql} = ?1";

    public IEnumerable<OfflineFilesItem> Run(WqlSelectQuery query, CancellationToken cancellationToken) => Run(query, order: null, cancellationToken);

    /// <param name="query">The query.</param>
    /// <param name="order">An ORDER BY clause of <see cref="OrderSql"/>; null for rows in any order.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    public IEnumerable<OfflineFilesItem> Run(WqlSelectQuery query, string? order, CancellationToken cancellationToken)
    {
        var pages = new ItemPages(ItemQueryPlan.Make(query), order);
        for (var size = FirstPage; !pages.HaveEnded; size = Math.Min(size * 2, LargestPage))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = size;
            foreach (var item in store.Read(connection => pages.Next(connection, rows)))
            {
                yield return item;
                store.EnsureOpen();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    public IAsyncEnumerable<OfflineFilesItem> RunAsync(WqlSelectQuery query, int? pageSize, CancellationToken cancellationToken) =>
        RunAsync(query, order: null, pageSize, cancellationToken);

    /// <inheritdoc cref="Run(WqlSelectQuery, string, CancellationToken)"/>
    public async IAsyncEnumerable<OfflineFilesItem> RunAsync(
        WqlSelectQuery query, string? order, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new ItemPages(ItemQueryPlan.Make(query), order);
        for (var size = Math.Min(pageSize ?? FirstPage, LargestPageAskedFor);
            !pages.HaveEnded;
            size = pageSize is null ? Math.Min(size * 2, LargestPage) : size)
        {
            var rows = size;
            foreach (var item in await store.ReadAsync(connection => pages.Next(connection, rows), cancellationToken).ConfigureAwait(false))
            {
                yield return item;
                store.EnsureOpen();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>What is made of all rows of one state of the cache, in SQL.</summary>
    /// <exception cref="OverflowException">The sum is too large.</exception>
    public long? Aggregate(WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? property)
    {
        var work = AggregateOf(query, aggregate, property);
        try
        {
            return store.Read(work);
        }
        catch (OfflineFilesBackendException exception) when (IsOverflow(exception, aggregate))
        {
            throw TooLarge(exception);
        }
    }

    /// <inheritdoc cref="Aggregate"/>
    public async ValueTask<long?> AggregateAsync(
        WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? property, CancellationToken cancellationToken)
    {
        var work = AggregateOf(query, aggregate, property);
        try
        {
            return await store.ReadAsync(work, cancellationToken).ConfigureAwait(false);
        }
        catch (OfflineFilesBackendException exception) when (IsOverflow(exception, aggregate))
        {
            throw TooLarge(exception);
        }
    }

    public OfflineFilesItem? Find(UncPath path) => NameKey.IsRepresentable(path.ToString()) ? store.Read(connection => Find(connection, path)) : null;

    /// <summary>Runs where it is called: one row of a local file is read sooner than another thread is woken.</summary>
    public ValueTask<OfflineFilesItem?> FindAsync(UncPath path, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<OfflineFilesItem?>(cancellationToken);
        if (!NameKey.IsRepresentable(path.ToString())) return default;
        return store.TryRead(connection => Find(connection, path), out var item)
            ? ValueTask.FromResult(item)
            : new ValueTask<OfflineFilesItem?>(store.ReadAsync(connection => Find(connection, path), cancellationToken));
    }

    private static Func<StoreConnection, long?> AggregateOf(WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? property)
    {
        var plan = ItemQueryPlan.Make(query);
        var sql = AggregateSql.Of(query, plan, aggregate, property);
        return connection =>
        {
            using var rows = connection.Query(sql).Open(plan.Parameters);
            return rows.Read() ? rows.Columns.IntegerOrNull(0) : null;
        };
    }

    // A statement that was prepared and adds up numbers fails in no other way with this number.
    private static bool IsOverflow(OfflineFilesBackendException exception, ItemAggregate aggregate) =>
        aggregate == ItemAggregate.Sum && exception.InnerException is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_ERROR };

    private static OverflowException TooLarge(Exception exception) => new("The sum of the values is beyond the range of a long.", exception);

    private static OfflineFilesItem? Find(StoreConnection connection, UncPath path)
    {
        using var rows = connection.Query(ByKeySql).Open(NameKey.Of(path.ToString()));
        string? parent = null;
        return rows.Read() ? WholeItem.Read(rows.Columns, ref parent) : null;
    }
}
