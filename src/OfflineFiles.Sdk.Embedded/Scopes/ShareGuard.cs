using System.Globalization;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>
/// Sees that behind a share stands the directory it always was, takes the scope offline when not (an error never means "deleted"), and online again
/// as soon as it is back.
/// </summary>
internal sealed class ShareGuard(CacheStore store, ShareJournal journal, TimeProvider timeProvider)
{
    /// <summary>
    /// Whether a scope can be used now. One that was lost is looked at again, at each use, and comes back by itself; one that is offline because somebody
    /// asked for it stays so.
    /// </summary>
    public async Task<bool> TryReachAsync(ShareScope scope, CancellationToken cancellationToken) =>
        IsSettled(scope) ? scope.IsOnline : await scope.Reach.Join(() => LookAsync(scope)).WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>As <see cref="TryReachAsync"/>, for calls that the cache can answer: they do not wait for a look that somebody else has begun, nor take too many.</summary>
    public async Task<bool> TryReachSoonAsync(ShareScope scope, CancellationToken cancellationToken) =>
        IsSettled(scope) ? scope.IsOnline
            : scope.Reach.TryBegin(() => LookAsync(scope), timeProvider) is { } look && await look.WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Looks at a share for something that cannot do without it. One that does not pass is taken offline before the error is raised.</summary>
    /// <returns>The scope with its identity, for a share that comes into the cache.</returns>
    /// <exception cref="ShareUnavailableException">It is missing, unreadable, or another directory.</exception>
    public async Task<ScopeRow> RequireAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var found = await IdentifyAsync(scope, cancellationToken, comesIn: scope.Row is null).ConfigureAwait(false);
            if (scope.Row is null) scope.Reach.Found();
            else await ReturnAsync(scope, found, cancellationToken).ConfigureAwait(false);
            return found;
        }
        catch (ShareUnavailableException exception)
        {
            await DisconnectAsync(scope, exception.Reason).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whether an error of a call means that the share is lost. If so the scope is offline afterwards.</summary>
    public async Task<bool> IsLostAsync(ShareScope scope, Exception exception)
    {
        if (scope.Row is null) return false;
        if (exception is ShareUnavailableException gone) await DisconnectAsync(scope, gone.Reason).ConfigureAwait(false);
        // The device failed at one item. The root tells whether it is the item or the share.
        else if (exception is DurableIoException { Fault: DurableIoFault.Unreachable }) await scope.Reach.Join(() => LookAsync(scope)).ConfigureAwait(false);
        else return false;
        return !scope.IsOnline;
    }

    /// <summary>The share cannot be reached: its scope is offline until it is back.</summary>
    public async Task DisconnectAsync(ShareScope scope, string? reason = null)
    {
        if (reason is not null) scope.Reach.Lost(reason);
        if (scope.Row is not { IsOnline: true }) return;
        await SetAsync(scope, ConnectState.Offline, OfflineReason.NetDisconnected).ConfigureAwait(false);
    }

    /// <summary>Changes the connection of a scope that is in the cache.</summary>
    /// <returns>Whether it was another before.</returns>
    public Task<bool> SetAsync(ShareScope scope, ConnectState state, OfflineReason reason) =>
        ChangeAsync(scope, row => row with { ConnectState = state, OfflineReason = reason });

    /// <summary>
    /// Takes the directory that stands there now for the share, whichever it was before. No hint of the old one counts any more: what is the same is found
    /// out by its bytes, and what waits here still waits.
    /// </summary>
    /// <exception cref="ShareUnavailableException">Nothing that could be the share is there.</exception>
    public async Task ReattachAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        await store.KeepInstanceAsync(cancellationToken).ConfigureAwait(false);
        var identity = await scope.Share.EstablishAsync(cancellationToken).ConfigureAwait(false);
        var traits = await ProbeAsync(scope, identity, known: null, cancellationToken).ConfigureAwait(false);
        await store.WriteAsync(
            transaction =>
            {
                if (RowOf(transaction, scope) is not { } row) return;
                transaction.DistrustHints(row.Id);
                transaction.UpdateScope(Identified(row, identity, traits) with { AllowsMassDeletion = false });
            },
            CancellationToken.None).ConfigureAwait(false);
        await ReturnAsync(scope, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Allows the next synchronisation of a scope to delete much.</summary>
    public Task AllowMassDeletionAsync(ShareScope scope) => ChangeAsync(scope, row => row with { AllowsMassDeletion = true });

    private static bool IsSettled(ShareScope scope) => !scope.IsMapped || scope.IsKeptOffline || scope.IsOnline && scope.Reach.IsPinned;

    private async Task<bool> LookAsync(ShareScope scope)
    {
        var started = timeProvider.GetTimestamp();
        try
        {
            var found = await IdentifyAsync(scope, CancellationToken.None).ConfigureAwait(false);
            await ReturnAsync(scope, found, CancellationToken.None).ConfigureAwait(false);
            return scope.IsOnline;
        }
        catch (ShareUnavailableException exception)
        {
            scope.Reach.Missed(exception.Reason, timeProvider.GetElapsedTime(started), timeProvider);
            await DisconnectAsync(scope).ConfigureAwait(false);
            return false;
        }
        catch (ObjectDisposedException)
        {
            // The cache was closed while its share took its time.
            return false;
        }
    }

    /// <summary>What stands behind the share, if it is what the cache knows.</summary>
    private async Task<ScopeRow> IdentifyAsync(ShareScope scope, CancellationToken cancellationToken, bool comesIn = false)
    {
        if (comesIn || scope.Row is null) await store.KeepInstanceAsync(cancellationToken).ConfigureAwait(false);
        var identity = await (comesIn ? scope.Share.EstablishAsync(cancellationToken) : scope.Share.CheckAsync(cancellationToken)).ConfigureAwait(false);
        var known = scope.Row;
        if (known is not null && !IsSameRoot(known, identity))
            throw new ShareUnavailableException(
                scope.Root,
                $"another directory stands at '{scope.Share.Display}' than the one that was cached; if it was replaced or restored on purpose, call "
                + "EmbeddedBackend.ReattachAsync, which has both sides compared by content and keeps every change");
        if (known is { AllowsMassDeletion: false } && await IsEmptiedAsync(scope, cancellationToken).ConfigureAwait(false))
            throw new ShareUnavailableException(
                scope.Root,
                $"its directory '{scope.Share.Display}' is empty and was not; perhaps what should be mounted there is not. If it was emptied on purpose, call "
                + "EmbeddedBackend.AllowMassDeletionAsync and synchronise again");
        var traits = (known?.RootKey == identity.Key ? ShareTraits.TryParse(known.Traits) : null) ?? scope.Reach.TraitsOf(identity.Key);
        traits = await ProbeAsync(scope, identity, traits, cancellationToken).ConfigureAwait(false);
        return Identified(known ?? new ScopeRow { Path = scope.Root }, identity, traits);
    }

    /// <summary>Whether the root holds nothing, and held something once: that is what a missing mount looks like.</summary>
    private async Task<bool> IsEmptiedAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        var entries = await scope.Share.ListAsync(SharePath.Root, cancellationToken).ConfigureAwait(false);
        // What a new volume brings along is nothing of anybody, and what was deleted here too is missed by nobody.
        return entries.IsEmptyRoot()
            && await store.ReadAsync(
                connection => connection.EachBelow(scope.Root).Any(row => row is { BaseKind: not ItemKind.Absent, DeletedOffline: false }),
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells the share what its stamps are worth, and finds that out once for a root.</summary>
    private static async Task<ShareTraits> ProbeAsync(ShareScope scope, ShareIdentity identity, ShareTraits? known, CancellationToken cancellationToken)
    {
        try
        {
            var traits = known ?? await scope.Share.ProbeAsync(cancellationToken).ConfigureAwait(false);
            scope.Share.Traits = traits;
            scope.Reach.Remember(identity.Key, traits);
            return traits;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ShareUnavailableException(scope.Root, $"'{scope.Share.Display}' failed when it was looked at ({exception.Message})", exception);
        }
    }

    /// <summary>The share is there: what was left half-done on it is settled, and it is used again.</summary>
    private async Task ReturnAsync(ShareScope scope, ScopeRow? found, CancellationToken cancellationToken)
    {
        // Nothing is removed before the rows are known to be whole; the next synchronisation waits for that.
        if (store.MayDelete) await journal.RecoverAsync(scope, cancellationToken).ConfigureAwait(false);
        scope.Reach.Found();
        await ChangeAsync(scope, row => (found is null ? row : row with
        {
            RootKey = found.RootKey,
            RootFileId = found.RootFileId,
            RootFileSystem = found.RootFileSystem,
            Traits = found.Traits,
        }) with
        {
            ConnectState = scope.IsKeptOffline ? row.ConnectState : ConnectState.Online,
            OfflineReason = scope.IsKeptOffline ? row.OfflineReason : OfflineReason.NotApplicable,
        }).ConfigureAwait(false);
    }

    private static bool IsSameRoot(ScopeRow known, ShareIdentity identity) => known.RootKey is { } key
        ? identity.IsRootOf(key)
        // As the first version of the database knew it.
        : known.RootFileId is null || known.RootFileId == FileIdOf(identity) && known.RootFileSystem == identity.FileSystem;

    private static ScopeRow Identified(ScopeRow row, ShareIdentity identity, ShareTraits traits) => row with
    {
        RootKey = identity.Key,
        RootFileId = FileIdOf(identity),
        RootFileSystem = identity.FileSystem,
        Traits = traits.ToString(),
    };

    private static string FileIdOf(ShareIdentity identity) => identity.FileId.ToString("x", CultureInfo.InvariantCulture);

    private static ScopeRow? RowOf(StoreTransaction transaction, ShareScope scope) =>
        transaction.Scopes.Values.FirstOrDefault(row => row.Path == scope.Root);

    private async Task<bool> ChangeAsync(ShareScope scope, Func<ScopeRow, ScopeRow> change)
    {
        // Most looks find everything as it was: that takes no write.
        if (scope.Row is not { } known || change(known) == known) return false;
        return await store.WriteAsync(
            transaction =>
            {
                if (RowOf(transaction, scope) is not { } row || change(row) is var changed && changed == row) return false;
                transaction.UpdateScope(change(row));
                return true;
            },
            CancellationToken.None).ConfigureAwait(false);
    }
}
