using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;

namespace OfflineFiles.Sdk.Embedded.Operations;

/// <summary>Takes whole scopes offline and online.</summary>
internal sealed class TransitionOperation(CacheEngine engine)
{
    public Task OfflineAsync(OperationLog log, IReadOnlyList<(ShareScope Scope, UncPath Path)> targets, CancellationToken cancellationToken) =>
        EachAsync(log, targets, OfflineFilesOperation.TransitionOffline, async (scope, path) =>
            await engine.Guard.SetAsync(scope, ConnectState.Offline, OfflineReason.WorkingOffline).ConfigureAwait(false)
                ? ItemOutcomes.Done(path)
                : ItemOutcomes.Unchanged(path), cancellationToken);

    /// <summary>Only a share that is there, and is the one it was, comes online.</summary>
    public Task OnlineAsync(OperationLog log, IReadOnlyList<(ShareScope Scope, UncPath Path)> targets, CancellationToken cancellationToken) =>
        EachAsync(log, targets, OfflineFilesOperation.TransitionOnline, async (scope, path) =>
        {
            var wasOnline = scope.IsOnline;
            await engine.Guard.RequireAsync(scope, cancellationToken).ConfigureAwait(false);
            await engine.Guard.SetAsync(scope, ConnectState.Online, OfflineReason.NotApplicable).ConfigureAwait(false);
            return wasOnline ? ItemOutcomes.Unchanged(path) : ItemOutcomes.Done(path);
        }, cancellationToken);

    private async Task EachAsync(
        OperationLog log,
        IReadOnlyList<(ShareScope Scope, UncPath Path)> targets,
        OfflineFilesOperation operation,
        Func<ShareScope, UncPath, Task<ItemOutcome>> change,
        CancellationToken cancellationToken)
    {
        log.Expect(targets.Count, 0);
        foreach (var (scope, path) in targets)
        {
            var row = await engine.Store.FindAsync(path, cancellationToken).ConfigureAwait(false);
            if (row is null) await log.ItemAsync(ItemOutcomes.Failed(ItemOutcomes.NotInCache(path), operation, path)).ConfigureAwait(false);
            else await log.ItemAsync(path, () => change(scope, path)).ConfigureAwait(false);
        }
    }
}
