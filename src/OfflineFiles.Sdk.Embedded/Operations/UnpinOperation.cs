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
        var steps = new List<CachedStep>();
        foreach (var (_, path) in targets)
            steps.AddRange(await engine.Store.ReadAsync(connection => StepsOf(connection, path), cancellationToken).ConfigureAwait(false));
        log.Expect(steps.ConvertAll(step => step.Path), 0);
        using var batches = new ItemBatches(engine, log, OfflineFilesOperation.Unpin);
        await batches.RunAsync(steps, Unpin, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The item and what is below it; not deep: the item and the files directly in it.</summary>
    private List<CachedStep> StepsOf(StoreConnection connection, UncPath path)
    {
        if (connection.Find(path) is not { } row) return [CachedStep.Missing(path, OfflineFilesOperation.Unpin)];
        var below = options.Deep
            ? connection.PathsBelow(path)
            : connection.Children(path).Where(child => !child.IsContainer).Select(child => child.Path);
        return [.. below.Prepend(row.Path).Select(item => new CachedStep(path, item))];
    }

    private ItemWork Unpin(StoreTransaction transaction, CachedStep step)
    {
        if (transaction.Find(step.Path) is not { } row) return new ItemWork(ItemOutcomes.Unchanged(step.Path));
        var pins = row.Pins.Without(options.Flags);
        if (pins == row.Pins) return new ItemWork(ItemOutcomes.Unchanged(step.Path));
        transaction.Update(row, row with { Pins = pins });
        return new ItemWork(ItemOutcomes.Done(step.Path));
    }
}
