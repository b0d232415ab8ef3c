using System.Globalization;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>Sees that behind a share stands the directory it always was, and takes the scope offline when not: an error never means "deleted".</summary>
internal sealed class ShareGuard(CacheStore store)
{
    /// <summary>Checks the root against what the cache knows. The device may differ after a new mount; the root's own number may not.</summary>
    /// <returns>The identity, for a share that comes into the cache.</returns>
    /// <exception cref="ShareUnavailableException">It is missing, unreadable, or another directory.</exception>
    public static async Task<ScopeRow> CheckAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        var identity = await scope.Share.CheckAsync(cancellationToken).ConfigureAwait(false);
        var fileId = identity.FileId.ToString("x", CultureInfo.InvariantCulture);
        var known = scope.Row;
        if (known?.RootFileId is { } id && (id != fileId || known.RootFileSystem != identity.FileSystem))
            throw new ShareUnavailableException(
                scope.Root,
                $"another directory stands at '{scope.Share.Display}' than the one that was cached; if it was replaced on purpose, delete the share from the cache and pin it again");
        return (known ?? new ScopeRow { Path = scope.Root }) with { RootFileId = fileId, RootFileSystem = identity.FileSystem };
    }

    /// <summary>As <see cref="CheckAsync"/>; a share that does not pass is taken offline before the error is raised.</summary>
    public async Task<ScopeRow> RequireAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        try
        {
            return await CheckAsync(scope, cancellationToken).ConfigureAwait(false);
        }
        catch (ShareUnavailableException)
        {
            await DisconnectAsync(scope).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Whether a scope can be used now. One that was lost is looked at again, at each use, and comes back by itself; one that is offline because somebody
    /// asked for it stays so.
    /// </summary>
    public Task<bool> TryReachAsync(ShareScope scope, CancellationToken cancellationToken) => Task.FromResult(scope.IsOnline);

    /// <summary>The share cannot be reached: its scope is offline until someone brings it back.</summary>
    public async Task DisconnectAsync(ShareScope scope)
    {
        if (scope.Row is not { IsOnline: true }) return;
        await SetAsync(scope, ConnectState.Offline, OfflineReason.NetDisconnected).ConfigureAwait(false);
    }

    /// <summary>Changes the connection of a scope that is in the cache.</summary>
    /// <returns>Whether it was another before.</returns>
    public Task<bool> SetAsync(ShareScope scope, ConnectState state, OfflineReason reason) => store.WriteAsync(
        transaction =>
        {
            var row = transaction.Scopes.Values.FirstOrDefault(row => row.Path == scope.Root);
            if (row is null || row.ConnectState == state && row.OfflineReason == reason) return false;
            transaction.UpdateScope(row with { ConnectState = state, OfflineReason = reason });
            return true;
        },
        CancellationToken.None);
}
