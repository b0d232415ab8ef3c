using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Operations;

/// <summary>Deletes items from the cache, bottom up. The share is not asked, and nothing of this will be synchronised as a deletion.</summary>
internal sealed class DeleteOperation(CacheEngine engine, DeleteOptions options)
{
    public async Task RunAsync(OperationLog log, IReadOnlyList<(ShareScope Scope, UncPath Path)> targets, CancellationToken cancellationToken)
    {
        var trees = new List<(UncPath Root, List<UncPath> Paths, bool IsShare)>();
        foreach (var (_, path) in targets)
            trees.Add(await engine.Store.ReadAsync(connection => TreeOf(connection, path), cancellationToken).ConfigureAwait(false));
        log.Expect([.. trees.SelectMany(tree => tree.Paths.Count == 0 ? [tree.Root] : tree.Paths)], 0);
        foreach (var (root, paths, isShare) in trees)
        {
            log.Enter(root);
            if (paths.Count == 0) await log.ItemAsync(ItemOutcomes.Failed(ItemOutcomes.NotInCache(root), OfflineFilesOperation.DeleteItems, root)).ConfigureAwait(false);
            foreach (var path in paths)
                await log.ItemAsync(path, () => DeleteAsync(path, cancellationToken)).ConfigureAwait(false);
            if (isShare) await DropServerAsync(root.Parent!).ConfigureAwait(false);
        }
    }

    /// <summary>What is in a container comes before it.</summary>
    private static (UncPath Root, List<UncPath> Paths, bool IsShare) TreeOf(StoreConnection connection, UncPath path) =>
        connection.Find(path) is { } row
            ? (path, connection.Below(path).Prepend(row).Select(item => item.Path).Reverse().ToList(), row.ItemType == OfflineFilesItemType.Share)
            : (path, [], false);

    private async Task<ItemOutcome> DeleteAsync(UncPath path, CancellationToken cancellationToken)
    {
        var outcome = ItemOutcomes.Unchanged(path);
        await engine.Store.WriteAsync(
            transaction =>
            {
                if (transaction.Find(path) is not { } row) return true;
                if (WhySpared(row) is { } reason) outcome = ItemOutcomes.Skipped(path, reason);
                else if (transaction.HasChildren(path)) outcome = ItemOutcomes.Skipped(path, "Something in it stays in the cache.");
                else
                {
                    transaction.Delete(row);
                    outcome = ItemOutcomes.Done(path);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    private string? WhySpared(ItemRow row)
    {
        if (row.Dirty && !options.Flags.HasFlag(DeleteFlags.DeleteModified)) return "It has changes that are not synchronised. Synchronise it, or use DeleteModified to lose them.";
        // A container is kept for what it is pinned for as little as for what it is not: what is in it decides.
        if (row.IsContainer && row.ItemType != OfflineFilesItemType.Directory) return null;
        if (row.Pins.IsPinned && options.Flags.HasFlag(DeleteFlags.NoPinned)) return "It is pinned, and NoPinned spares pinned items.";
        return !row.Pins.IsPinned && !row.IsContainer && options.Flags.HasFlag(DeleteFlags.NoAutoCached)
            ? "It is not pinned, and NoAutoCached spares such items."
            : null;
    }

    /// <summary>A server without shares has no reason to stay. That belongs to its last share, so nothing comes between.</summary>
    private Task DropServerAsync(UncPath path) => engine.Store.WriteAsync(
        transaction =>
        {
            if (transaction.Find(path) is { } server && !transaction.HasChildren(path)) transaction.Delete(server);
        },
        CancellationToken.None);
}
