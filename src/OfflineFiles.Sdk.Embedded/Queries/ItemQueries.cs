using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>Runs queries, each on a connection of its own: one query sees one state of the cache from its first row to its last.</summary>
internal sealed class ItemQueries(CacheStore store)
{
    // The first rows come soon for those who want only them, the rest with few hops between threads. What waits is bounded by the largest.
    private const int FirstBatch = 32;
    private const int LargestBatch = 1024;

    private static readonly ItemProjection WholeItem = new(ItemMembers.All, origin: null);
    private static readonly string ByKeySql = $"SELECT {WholeItem.Columns} {ItemTable.From} WHERE {ItemTable.Path.KeySql} = ?1";

    public IEnumerable<OfflineFilesItem> Run(WqlSelectQuery query, CancellationToken cancellationToken)
    {
        var plan = ItemQueryPlan.Make(query);
        using var lease = store.Lease();
        using var rows = lease.Connection.Query(plan.Sql).Open(plan.Parameters);
        string? parent = null;
        while (rows.Read())
        {
            store.EnsureOpen();
            cancellationToken.ThrowIfCancellationRequested();
            var item = Read(plan.Projection, rows.Columns, ref parent);
            if (plan.Recheck is null || plan.Recheck(item)) yield return item;
        }
    }

    public async IAsyncEnumerable<OfflineFilesItem> RunAsync(
        WqlSelectQuery query, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var rows = Run(query, cancellationToken).GetEnumerator();
        var batch = new List<OfflineFilesItem>(FirstBatch);
        for (var size = pageSize ?? FirstBatch; ; size = pageSize ?? Math.Min(size * 2, LargestBatch))
        {
            batch.Clear();
            await Task.Run(() => Fill(batch, rows, size), cancellationToken).ConfigureAwait(false);
            foreach (var item in batch)
            {
                store.EnsureOpen();
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }

            if (batch.Count < size) yield break;
        }
    }

    public OfflineFilesItem? Find(UncPath path)
    {
        if (!NameKey.IsRepresentable(path.ToString())) return null;
        using var lease = store.Lease();
        using var rows = lease.Connection.Query(ByKeySql).Open(NameKey.Of(path.ToString()));
        string? parent = null;
        return rows.Read() ? Read(WholeItem, rows.Columns, ref parent) : null;
    }

    /// <summary>Runs where it is called: one row of a local file is read sooner than another thread is woken.</summary>
    public ValueTask<OfflineFilesItem?> FindAsync(UncPath path, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<OfflineFilesItem?>(cancellationToken)
            : ValueTask.FromResult(Find(path));

    private static OfflineFilesItem Read(ItemProjection projection, ColumnReader columns, ref string? parent)
    {
        try
        {
            return projection.Read(columns, ref parent);
        }
        catch (Exception exception) when (StoreFailure.IsOurs(exception))
        {
            throw StoreFailure.Reading(exception);
        }
    }

    private static void Fill(List<OfflineFilesItem> batch, IEnumerator<OfflineFilesItem> rows, int count)
    {
        while (batch.Count < count && rows.MoveNext()) batch.Add(rows.Current);
    }
}
