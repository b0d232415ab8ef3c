using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Operations;

/// <summary>Removes reasons to pin. Nothing leaves the cache by it, and the share is not asked.</summary>
internal sealed class UnpinOperation(CacheEngine engine, UnpinOptions options)
{
    public async Task RunAsync(OperationLog log, IReadOnlyList<(ShareScope Scope, UncPath Path)> targets, CancellationToken cancellationToken)
    {
        foreach (var (_, path) in targets)
        {
            var rows = await engine.Store.ReadAsync(connection => RowsOf(connection, path), cancellationToken).ConfigureAwait(false);
            if (rows.Count == 0)
            {
                await log.ItemAsync(ItemOutcomes.Failed(ItemOutcomes.NotInCache(path), OfflineFilesOperation.Unpin, path)).ConfigureAwait(false);
                continue;
            }

            log.Expect(rows.Count, 0);
            foreach (var row in rows)
                await log.ItemAsync(row.Path, () => engine.Store.WriteAsync(transaction => Unpin(transaction, row.Path), cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>The item and what is below it; not deep: the item and the files directly in it.</summary>
    private List<ItemRow> RowsOf(StoreConnection connection, UncPath path)
    {
        if (connection.Find(path) is not { } row) return [];
        var below = options.Deep ? connection.Below(path) : connection.Children(path).Where(child => !child.IsContainer);
        return [row, .. below];
    }

    private ItemOutcome Unpin(StoreTransaction transaction, UncPath path)
    {
        if (transaction.Find(path) is not { } row) return ItemOutcomes.Unchanged(path);
        var pins = row.Pins.Without(options.Flags);
        if (pins == row.Pins) return ItemOutcomes.Unchanged(path);
        transaction.Update(row, row with { Pins = pins });
        return ItemOutcomes.Done(path);
    }
}
