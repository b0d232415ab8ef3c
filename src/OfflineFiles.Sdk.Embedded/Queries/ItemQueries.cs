using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>Runs queries, each on a connection of its own: one query sees one state of the cache from its first row to its last.</summary>
internal sealed class ItemQueries(CacheStore store)
{
    // The first rows come soon for those who want only them, the rest with few hops between threads.
    private const int FirstBatch = 32;
    private const int Batch = 256;

    private static readonly ItemProjection WholeItem = new(ItemMembers.All, origin: null);
    private static readonly string ByKeySql = $"SELECT {WholeItem.Columns} {ItemSql.From} WHERE {ItemSql.FindKey("ItemPath")} = @key";

    public IEnumerable<OfflineFilesItem> Run(WqlSelectQuery query, CancellationToken cancellationToken)
    {
        var plan = ItemQueryPlan.Make(query);
        using var lease = store.Lease();
        using var command = lease.Connection.Connection.CreateCommand();
#pragma warning disable CA2100 // Made of fixed texts; the values are parameters.
        command.CommandText = plan.Sql;
#pragma warning restore CA2100
        for (var i = 0; i < plan.Parameters.Count; i++)
            command.Parameters.AddWithValue(FormattableString.Invariant($"@p{i}"), plan.Parameters[i]);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var item = plan.Projection.Read(reader);
            if (plan.Recheck is null || plan.Recheck(item)) yield return item;
        }
    }

    public async IAsyncEnumerable<OfflineFilesItem> RunAsync(
        WqlSelectQuery query, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var rows = Run(query, cancellationToken).GetEnumerator();
        for (var size = pageSize ?? FirstBatch; ; size = pageSize ?? Batch)
        {
            var batch = await Task.Run(() => Take(rows, size), cancellationToken).ConfigureAwait(false);
            foreach (var item in batch)
            {
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
        using var reader = lease.Connection.Statement(ByKeySql, ("@key", NameKey.Of(path.ToString()))).ExecuteReader();
        return reader.Read() ? WholeItem.Read(reader) : null;
    }

    public async ValueTask<OfflineFilesItem?> FindAsync(UncPath path, CancellationToken cancellationToken) =>
        await Task.Run(() => Find(path), cancellationToken).ConfigureAwait(false);

    private static List<OfflineFilesItem> Take(IEnumerator<OfflineFilesItem> rows, int count)
    {
        var batch = new List<OfflineFilesItem>(Math.Min(count, Batch));
        while (batch.Count < count && rows.MoveNext()) batch.Add(rows.Current);
        return batch;
    }
}
