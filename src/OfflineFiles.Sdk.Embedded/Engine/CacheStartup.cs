using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Embedded.Logging;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>Brings a cache that was just opened into order: what a crash left is cleaned up, and each scope is as reachable as it is.</summary>
internal sealed class CacheStartup(CacheEngine engine, BlobCollector collector, ILogger logger, TimeSpan? patience)
{
    // A share of this machine answers in less, and one that is far away is looked at beside the work.
    private static readonly TimeSpan PatienceWithShares = TimeSpan.FromSeconds(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // A large database is checked beside the work, and so is what lies beside it.
        if (engine.Store.WhenCheckedAsync(cancellationToken).IsCompleted) await collector.SweepAsync().ConfigureAwait(false);
        else collector.SweepLater();
        await LookAtSharesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A share that is not there, or does not answer soon, is offline and comes back by itself: nothing here waits for it longer than a person would.</summary>
    private async Task LookAtSharesAsync(CancellationToken cancellationToken)
    {
        var cached = engine.Scopes.All.Where(scope => scope.Row is not null).ToList();
        // Someone asked for it: it stays offline until someone asks for the opposite.
        foreach (var scope in cached.Where(scope => !scope.IsMapped && !scope.IsKeptOffline))
            await NoteAsync(scope, () => engine.Guard.DisconnectAsync(scope)).ConfigureAwait(false);
        var looks = cached.Where(scope => scope.IsMapped).Select(scope => (Scope: scope, Look: engine.Guard.TryReachAsync(scope, cancellationToken))).ToList();
        await Task.WhenAny(Task.WhenAll(looks.Select(each => each.Look)), Task.Delay(patience ?? PatienceWithShares, cancellationToken))
            .ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var (scope, look) in looks)
            await NoteAsync(scope, () => look.IsCompleted
                ? look
                : engine.Guard.DisconnectAsync(scope, $"what stands behind '{scope.Share.Display}' does not answer")).ConfigureAwait(false);
    }

    /// <summary>Opening never depends on a share, nor on being able to write down how it is: each use looks again.</summary>
    private async Task NoteAsync(ShareScope scope, Func<Task> note)
    {
        try
        {
            await note().ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            EngineLog.ShareNotLookedAt(logger, exception, scope.Root);
        }
    }
}
