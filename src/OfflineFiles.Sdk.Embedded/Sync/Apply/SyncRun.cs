using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>One synchronisation: each target in turn, nothing of a scope before its share has proved to be the one it was.</summary>
internal sealed class SyncRun(CacheEngine engine, SyncOptions options)
{
    private readonly Guid _id = Guid.NewGuid();
    private readonly Dictionary<UncPath, DeletionGuard> _guards = [];

    public async Task RunAsync(OperationLog log, IReadOnlyList<(ShareScope Scope, UncPath Path)> targets, CancellationToken cancellationToken)
    {
        engine.Changes.Publish([new CacheChange { Kind = CacheChangeKind.SyncBegin, SyncId = _id }]);
        var result = FailureTranslator.Cancelled;
        try
        {
            if (log.IsWatched) await ForecastAsync(log, targets, cancellationToken).ConfigureAwait(false);
            foreach (var (scope, path) in targets) await TargetAsync(log, scope, path, cancellationToken).ConfigureAwait(false);
            foreach (var guard in _guards.Values) await guard.EndAsync().ConfigureAwait(false);
            result = 0;
        }
        finally
        {
            engine.Changes.Publish([new CacheChange { Kind = CacheChangeKind.SyncEnd, SyncId = _id, Result = result }]);
        }
    }

    private async Task ForecastAsync(OperationLog log, IReadOnlyList<(ShareScope Scope, UncPath Path)> targets, CancellationToken cancellationToken)
    {
        var forecast = new SyncForecast(engine, options);
        foreach (var (scope, path) in targets) await forecast.CountAsync(scope, path, cancellationToken).ConfigureAwait(false);
        log.Expect(forecast.Items, forecast.Bytes);
    }

    private async Task TargetAsync(OperationLog log, ShareScope scope, UncPath path, CancellationToken cancellationToken)
    {
        log.Enter(path);
        try
        {
            await CheckAsync(scope, path, cancellationToken).ConfigureAwait(false);
            if (!_guards.TryGetValue(scope.Root, out var guard)) _guards.Add(scope.Root, guard = new DeletionGuard(engine, scope, options));
            var decider = new SyncDecider(engine, scope, options, readsContent: true);
            using var work = new SyncWork(engine, scope, options, decider, guard, log, _id);
            try
            {
                await new SyncWalk(engine, scope, options, decider, work).RunAsync(path, guard, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await work.FlushAsync().ConfigureAwait(false);
            }

            await engine.Journal.SweepAsync(scope, cancellationToken).ConfigureAwait(false);
        }
        catch (ShareUnavailableException exception)
        {
            await engine.Guard.DisconnectAsync(scope).ConfigureAwait(false);
            await log.ItemAsync(ItemOutcomes.Failed(exception, OfflineFilesOperation.Synchronize, path)).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            await log.ItemAsync(ItemOutcomes.Failed(exception, OfflineFilesOperation.Synchronize, path)).ConfigureAwait(false);
        }
    }

    /// <summary>What would make the cached copy look deleted without being so is found here, before anything is compared.</summary>
    private async Task CheckAsync(ShareScope scope, UncPath path, CancellationToken cancellationToken)
    {
        if (scope.Row is null) throw ItemOutcomes.NotInCache(path);
        if (!await engine.Guard.TryReachAsync(scope, cancellationToken).ConfigureAwait(false))
            throw new ShareUnavailableException(scope.Root, scope.WhyOffline() ?? "it was lost at this moment");
        await engine.Guard.RequireAsync(scope, cancellationToken).ConfigureAwait(false);
    }
}
