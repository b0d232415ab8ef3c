using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>Brings a cache that was just opened into order: what a crash left is cleaned up, and each scope is as reachable as it is.</summary>
internal sealed class CacheStartup(CacheEngine engine, BlobCollector collector, ILogger logger)
{
    // A database of a usual size is checked in less. A large one is checked beside the work.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await IsCheckedSoonAsync(cancellationToken).ConfigureAwait(false)) await collector.SweepAsync().ConfigureAwait(false);
        else _ = SweepLaterAsync();
        foreach (var scope in engine.Scopes.All.ToList())
        {
            if (scope.Row is not { } row) continue;
            // Someone asked for it: it stays offline until someone asks for the opposite.
            if (row is { IsOnline: false, OfflineReason: OfflineReason.WorkingOffline }) continue;
            await LookAsync(scope, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the check that follows a crash has ended.</summary>
    private async Task<bool> IsCheckedSoonAsync(CancellationToken cancellationToken)
    {
        try
        {
            await engine.Store.WhenCheckedAsync(cancellationToken).WaitAsync(Patience, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task SweepLaterAsync()
    {
        await engine.Store.WhenCheckedAsync(CancellationToken.None).ConfigureAwait(false);
        await collector.SweepAsync().ConfigureAwait(false);
    }

    /// <summary>Opening never depends on a share, nor on being able to write down how it is: each use looks again.</summary>
    private async Task LookAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        try
        {
            if (await IsReachableAsync(scope, cancellationToken).ConfigureAwait(false))
                await engine.Guard.SetAsync(scope, ConnectState.Online, OfflineReason.NotApplicable).ConfigureAwait(false);
            else
                await engine.Guard.SetAsync(scope, ConnectState.Offline, OfflineReason.NetDisconnected).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            logger.LogWarning(exception, "The state of {Share} could not be brought up to date when the cache was opened.", scope.Root);
        }
    }

    private async Task<bool> IsReachableAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        if (!scope.IsMapped) return false;
        try
        {
            await ShareGuard.CheckAsync(scope, cancellationToken).ConfigureAwait(false);
            // What was cut off is cleaned up by the next synchronisation when the rows are not known to be whole yet.
            if (engine.Store.MayDelete) await engine.Journal.RecoverAsync(scope, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ShareUnavailableException)
        {
            return false;
        }
    }
}
