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
        var found = new List<(UncPath Target, List<UncPath> Paths)>();
        foreach (var (_, path) in targets)
            found.Add((path, await engine.Store.ReadAsync(connection => PathsOf(connection, path), cancellationToken).ConfigureAwait(false)));
        log.Expect([.. found.SelectMany(each => each.Paths.Count == 0 ? [each.Target] : each.Paths)], 0);
        foreach (var (target, paths) in found)
        {
            log.Enter(target);
            if (paths.Count == 0) await log.ItemAsync(ItemOutcomes.Failed(ItemOutcomes.NotInCache(target), OfflineFilesOperation.Unpin, target)).ConfigureAwait(false);
            foreach (var path in paths)
                await log.ItemAsync(path, () => engine.Store.WriteAsync(transaction => Unpin(transaction, path), cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>The item and what is below it; not deep: the item and the files directly in it.</summary>
    private List<UncPath> PathsOf(StoreConnection connection, UncPath path)
    {
        if (connection.Find(path) is not { } row) return [];
        var below = options.Deep ? connection.Below(path) : connection.Children(path).Where(child => !child.IsContainer);
        return [row.Path, .. below.Select(item => item.Path)];
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
