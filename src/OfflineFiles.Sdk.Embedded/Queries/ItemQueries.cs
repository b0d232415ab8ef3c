using System.Runtime.CompilerServices;
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

    public IEnumerable<OfflineFilesItem> Run(WqlSelectQuery query, CancellationToken cancellationToken)
    {
        var pages = new ItemPages(ItemQueryPlan.Make(query));
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

    public async IAsyncEnumerable<OfflineFilesItem> RunAsync(
        WqlSelectQuery query, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new ItemPages(ItemQueryPlan.Make(query));
        for (var size = Math.Min(pageSize ?? FirstPage, LargestPageAskedFor); !pages.HaveEnded; size = pageSize is null ? Math.Min(size * 2, LargestPage) : size)
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

    private static OfflineFilesItem? Find(StoreConnection connection, UncPath path)
    {
        using var rows = connection.Query(ByKeySql).Open(NameKey.Of(path.ToString()));
        string? parent = null;
        return rows.Read() ? WholeItem.Read(rows.Columns, ref parent) : null;
    }
}
