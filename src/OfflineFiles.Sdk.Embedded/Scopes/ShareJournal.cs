using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>
/// Changes of a share, each recorded before it begins. The record goes in the commit that brings the row it leads to, or after what was cut off was
/// cleaned up, at once or when the share is back. One for an engine: it knows who owns what is recorded.
/// </summary>
internal sealed class ShareJournal(CacheStore store)
{
    /// <summary>The records that somebody works on: whoever made them, or a recovery.</summary>
    private readonly ConcurrentDictionary<uint, Intent> _owned = new();

    /// <summary>
    /// Whether a change of an item, or of a directory above it, is under way, so that what a listing of the share says of it may be a state in between.
    /// Asked within a transaction, it covers every change whose rows are not committed yet.
    /// </summary>
    public bool IsBusy(UncPath path) => _owned.Values.Any(
        intent => path.IsAtOrUnder(intent.Path) || intent.Target is { } target && path.IsAtOrUnder(target));

    /// <summary>
    /// Writes a file of the share. What is done with the row is committed with the end of the record; what is ensured of it, with its beginning.
    /// </summary>
    public Task<T> WriteAsync<T>(
        ShareScope scope,
        UncPath path,
        Blob blob,
        Stream data,
        (ShareToken Token, string? Hash)? expected,
        FileMetadata metadata,
        Action<StoreTransaction>? ensure,
        Func<StoreTransaction, ShareToken, T> row,
        CancellationToken cancellationToken)
    {
        var content = new ShareContent(data, blob.Length, Convert.FromHexString(blob.Hash));
        return RunAsync(
            scope,
            new Intent(IntentKind.Write, path, expected?.Token) { ExpectedHash = expected?.Hash, NewHash = blob.Hash },
            async operation => await scope.Share.WriteFileAsync(
                scope.At(path), content, expected?.Token, metadata, operation, cancellationToken).ConfigureAwait(false),
            ensure,
            (transaction, written) => row(transaction, written!.Value),
            cancellationToken);
    }

    /// <summary>Deletes a file of the share; what is done with the row is committed with the end of the record.</summary>
    public Task<T> DeleteAsync<T>(
        ShareScope scope, UncPath path, (ShareToken Token, string? Hash) expected, Func<StoreTransaction, T> row, CancellationToken cancellationToken) => RunAsync(
        scope,
        new Intent(IntentKind.Delete, path, expected.Token) { ExpectedHash = expected.Hash },
        async operation =>
        {
            await scope.Share.DeleteFileAsync(scope.At(path), expected.Token, operation, cancellationToken).ConfigureAwait(false);
            return null;
        },
        ensure: null,
        (transaction, _) => row(transaction),
        cancellationToken);

    /// <summary>Renames an item of the share; what is done with the rows is committed with the end of the record.</summary>
    public Task<T> MoveAsync<T>(
        ShareScope scope, UncPath path, UncPath target, ShareToken expected, Func<StoreTransaction, ShareToken, T> rows, CancellationToken cancellationToken) => RunAsync(
        scope,
        new Intent(IntentKind.Move, path, expected) { Target = target },
        async operation => await scope.Share.MoveAsync(scope.At(path), scope.At(target), expected, operation, cancellationToken).ConfigureAwait(false),
        ensure: null,
        (transaction, moved) => rows(transaction, moved!.Value),
        cancellationToken);

    /// <summary>
    /// Makes many changes, recorded in one commit and ended in another, in their order. One that fails does not stop the others.
    /// </summary>
    /// <returns>What became of each: null, or its error.</returns>
    public async Task<IReadOnlyList<Exception?>> RunAsync(ShareScope scope, IReadOnlyList<ShareChange> changes, CancellationToken cancellationToken)
    {
        var ids = await BeginAsync(changes, cancellationToken).ConfigureAwait(false);
        try
        {
            var done = new (Exception? Error, ShareToken? Token)[changes.Count];
            for (var i = 0; i < changes.Count; i++) done[i] = await TryAsync(changes[i], ids[i]).ConfigureAwait(false);
            if (await EndAsync(changes, ids, done).ConfigureAwait(false) is { } unended)
                for (var i = 0; i < done.Length; i++) done[i].Error ??= unended;
            for (var i = 0; i < changes.Count; i++)
                if (done[i].Error is { } error) await CleanUpAsync(scope, changes[i].Intent with { Id = ids[i] }, error).ConfigureAwait(false);
            return Array.ConvertAll(done, each => each.Error);
        }
        finally
        {
            foreach (var id in ids) _owned.TryRemove(id, out _);
        }
    }

    /// <summary>
    /// Brings every path of a scope that something left between two versions to a whole one: what an earlier opening of the cache left, and what failed
    /// while the share was away. What is under way is left alone. Can be called again, and beside itself.
    /// </summary>
    public async Task RecoverAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        foreach (var intent in await IntentsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!intent.Path.IsAtOrUnder(scope.Root) || !_owned.TryAdd(intent.Id, intent)) continue;
            try
            {
                // Its owner may have ended it between the two.
                if ((await IntentsAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(now => now.Id == intent.Id) is { } now)
                    await RecoverAsync(scope, now, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _owned.TryRemove(intent.Id, out _);
            }
        }
    }

    /// <summary>
    /// Takes away what changes that were cut off left in directories which somebody renamed since: listings came across it. What the journal still knows
    /// is recovered there; of the rest nothing is dropped that may be anybody's version.
    /// </summary>
    public async Task SweepAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        foreach (var (directory, number) in scope.Share.TakeLeftovers())
        {
            if (_owned.ContainsKey(number)) continue;
            var intent = (await IntentsAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(known => known.Id == number);
            try
            {
                if (intent is { Kind: not IntentKind.Move })
                    await RecoverAsync(scope, intent, cancellationToken, directory.Append(intent.Path.Name)).ConfigureAwait(false);
                else if (intent is null) await scope.Share.DiscardAsync(directory, number, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (FailureTranslator.IsItemError(exception) && exception is not ShareUnavailableException)
            {
                // It is come across again.
            }
        }
    }

    private async Task<T> RunAsync<T>(
        ShareScope scope,
        Intent intent,
        Func<IShareOperation, Task<ShareToken?>> work,
        Action<StoreTransaction>? ensure,
        Func<StoreTransaction, ShareToken?, T> row,
        CancellationToken cancellationToken)
    {
        T result = default!;
        var change = new ShareChange(intent, work, (transaction, done) => result = row(transaction, done)) { Ensure = ensure };
        var errors = await RunAsync(scope, [change], cancellationToken).ConfigureAwait(false);
        if (errors[0] is { } error) ExceptionDispatchInfo.Throw(error);
        return result;
    }

    private Task<uint[]> BeginAsync(IReadOnlyList<ShareChange> changes, CancellationToken cancellationToken) => store.WriteAsync(
        transaction => changes.Select(change =>
        {
            change.Ensure?.Invoke(transaction);
            var intent = change.Intent with { Session = store.Session };
            var id = transaction.AddIntent(intent);
            // Owned before it can be read.
            _owned[id] = intent with { Id = id };
            return id;
        }).ToArray(),
        cancellationToken);

    private async Task<(Exception?, ShareToken?)> TryAsync(ShareChange change, uint id)
    {
        try
        {
            return (null, await change.Work(new Operation(store, id, Bytes(change.Intent.ExpectedHash))).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // It is handed to the caller, who hears of every change of the list.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (exception, null);
        }
    }

    private async Task<Exception?> EndAsync(IReadOnlyList<ShareChange> changes, uint[] ids, (Exception? Error, ShareToken? Token)[] done)
    {
        if (!Array.Exists(done, each => each.Error is null)) return null;
        try
        {
            await store.WriteAsync(
                transaction =>
                {
                    for (var i = 0; i < changes.Count; i++)
                    {
                        if (done[i].Error is not null) continue;
                        transaction.RemoveIntent(ids[i]);
                        changes[i].Row(transaction, done[i].Token);
                    }
                },
                CancellationToken.None).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // It is handed to the caller, who hears of every change of the list.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    /// <summary>It may have been cut off between two steps, with a whole version under a name that nobody sees.</summary>
    private async Task CleanUpAsync(ShareScope scope, Intent intent, Exception error)
    {
        // The record stays until the share is back.
        if (error is ShareUnavailableException) return;
        try
        {
            var now = (await IntentsAsync(CancellationToken.None).ConfigureAwait(false)).FirstOrDefault(each => each.Id == intent.Id);
            await RecoverAsync(scope, now ?? intent, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception) || exception is ObjectDisposedException)
        {
            // What the caller hears of is the error that came first. The record stays.
        }
    }

    private async Task RecoverAsync(ShareScope scope, Intent intent, CancellationToken cancellationToken, SharePath? at = null)
    {
        Action<StoreTransaction>? follow = null;
        var change = new UnfinishedChange(intent.Id, intent.Expected, Bytes(intent.ExpectedHash), Bytes(intent.NewHash), intent.Step, intent.Detail);
        var operation = new Operation(store, intent.Id, change.ExpectedSha256);
        try
        {
            if (intent is { Kind: IntentKind.Move, Target: { } target })
            {
                await scope.Share.RecoverMoveAsync(scope.At(intent.Path), scope.At(target), change, operation, cancellationToken).ConfigureAwait(false);
                follow = await new MoveRecovery(scope, intent).FindAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await scope.Share.RecoverAsync(at ?? scope.At(intent.Path), change, operation, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (DurableIoException exception) when (exception.Fault is DurableIoFault.NotFound or DurableIoFault.NotADirectory)
        {
            // The directory itself is gone, and with it what was left there.
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception) && exception is not ShareUnavailableException)
        {
            // Access denied, say: the record stays, and the next open or synchronisation tries again.
            return;
        }

        await store.WriteAsync(
            transaction =>
            {
                transaction.RemoveIntent(intent.Id);
                follow?.Invoke(transaction);
            },
            CancellationToken.None).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<Intent>> IntentsAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(connection => connection.Intents(), cancellationToken);

    private static byte[]? Bytes(string? hash) => hash is null ? null : Convert.FromHexString(hash);

    private sealed class Operation(CacheStore store, uint number, byte[]? expectedSha256) : IShareOperation
    {
        public uint Number => number;

        public byte[]? ExpectedSha256 => expectedSha256;

        public Task RecordAsync(ShareStep step, string? detail, CancellationToken cancellationToken) =>
            store.WriteAsync(transaction => transaction.AdvanceIntent(number, step, detail), cancellationToken);
    }
}
