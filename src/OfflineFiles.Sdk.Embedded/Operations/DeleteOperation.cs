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
        var steps = new List<CachedStep>();
        foreach (var (_, path) in targets)
            steps.AddRange(await engine.Store.ReadAsync(connection => StepsOf(connection, path), cancellationToken).ConfigureAwait(false));
        log.Expect(steps.ConvertAll(step => step.Path), 0);
        using var batches = new ItemBatches(engine, log, OfflineFilesOperation.DeleteItems);
        await batches.RunAsync(steps, Delete, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is in a container comes before it.</summary>
    private static List<CachedStep> StepsOf(StoreConnection connection, UncPath path)
    {
        if (connection.Find(path) is not { } row) return [CachedStep.Missing(path, OfflineFilesOperation.DeleteItems)];
        List<CachedStep> steps = [new CachedStep(path, row.Path), .. connection.PathsBelow(path).Select(item => new CachedStep(path, item))];
        steps.Reverse();
        return steps;
    }

    private ItemWork Delete(StoreTransaction transaction, CachedStep step)
    {
        var path = step.Path;
        if (transaction.Find(path) is not { } row) return new ItemWork(ItemOutcomes.Unchanged(path));
        if (WhySpared(row) is { } reason) return new ItemWork(ItemOutcomes.Skipped(path, reason));
        if (transaction.HasChildren(path)) return new ItemWork(ItemOutcomes.Skipped(path, "Something in it stays in the cache."));
        transaction.Delete(row);
        // A server without shares has no reason to stay.
        if (row.ItemType == OfflineFilesItemType.Share && transaction.Find(path.Parent!) is { } server && !transaction.HasChildren(server.Path))
            transaction.Delete(server);
        return new ItemWork(ItemOutcomes.Done(path));
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
}
