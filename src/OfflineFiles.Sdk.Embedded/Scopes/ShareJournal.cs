using System.Collections.Concurrent;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>
/// Changes of a share, each recorded before it begins. The record goes in the commit that brings the row it leads to, or after what was cut off was
/// cleaned up, at once or when the share is back. One for an engine: it knows what is running.
/// </summary>
internal sealed class ShareJournal(CacheStore store)
{
    private readonly ConcurrentDictionary<uint, bool> _running = new();

    /// <summary>Writes a file of the share; what is done with the row is committed with the end of the record.</summary>
    public Task<T> WriteAsync<T>(
        ShareScope scope,
        UncPath path,
        Blob blob,
        Stream data,
        (ShareToken Token, string? Hash)? expected,
        FileMetadata metadata,
        Func<StoreTransaction, ShareToken, T> row,
        CancellationToken cancellationToken)
    {
        var content = new ShareContent(data, blob.Length, Convert.FromHexString(blob.Hash));
        return RunAsync(
            scope,
            new Intent(IntentKind.Write, path, expected?.Token) { ExpectedHash = expected?.Hash, NewHash = blob.Hash },
            operation => scope.Share.WriteFileAsync(scope.At(path), content, expected?.Token, metadata, operation, cancellationToken),
            row,
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
            return true;
        },
        (transaction, _) => row(transaction),
        cancellationToken);

    /// <summary>Renames an item of the share; what is done with the rows is committed with the end of the record.</summary>
    public Task<T> MoveAsync<T>(
        ShareScope scope, UncPath path, UncPath target, ShareToken expected, Func<StoreTransaction, ShareToken, T> rows, CancellationToken cancellationToken) => RunAsync(
        scope,
        new Intent(IntentKind.Move, path, expected) { Target = target },
        operation => scope.Share.MoveAsync(scope.At(path), scope.At(target), expected, operation, cancellationToken),
        rows,
        cancellationToken);

    /// <summary>Brings every path of a scope that something left between two versions to a whole one. Can be called again.</summary>
    public async Task RecoverAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        var intents = await store.ReadAsync(connection => connection.Intents(), cancellationToken).ConfigureAwait(false);
        foreach (var intent in intents)
            if (intent.Path.IsUnder(scope.Root) && !_running.ContainsKey(intent.Id))
                await RecoverAsync(scope, intent, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TResult> RunAsync<TDone, TResult>(
        ShareScope scope,
        Intent intent,
        Func<IShareOperation, Task<TDone>> work,
        Func<StoreTransaction, TDone, TResult> row,
        CancellationToken cancellationToken)
    {
        var id = await store.WriteAsync(
            transaction =>
            {
                var added = transaction.AddIntent(intent with { Session = store.Session });
                _running[added] = true;
                return added;
            },
            cancellationToken).ConfigureAwait(false);
        try
        {
            var done = await work(new Operation(store, id)).ConfigureAwait(false);
            return await store.WriteAsync(
                transaction =>
                {
                    transaction.RemoveIntent(id);
                    return row(transaction, done);
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not ShareUnavailableException)
        {
            // It may have been cut off between two steps, with a whole version under a name that nobody sees.
            await TryRecoverAsync(scope, intent with { Id = id }).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    private async Task TryRecoverAsync(ShareScope scope, Intent intent)
    {
        try
        {
            await RecoverAsync(scope, intent, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ShareUnavailableException)
        {
            // The record stays until the share is back; what the caller hears of is the error that came first.
        }
    }

    private async Task RecoverAsync(ShareScope scope, Intent intent, CancellationToken cancellationToken)
    {
        if (intent.Kind != IntentKind.Move)
        {
            var change = new UnfinishedChange(intent.Id, intent.Expected, Bytes(intent.ExpectedHash), Bytes(intent.NewHash), intent.Step, intent.Detail);
            try
            {
                await scope.Share.RecoverAsync(scope.At(intent.Path), change, cancellationToken).ConfigureAwait(false);
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
        }

        await store.WriteAsync(transaction => transaction.RemoveIntent(intent.Id), CancellationToken.None).ConfigureAwait(false);
    }

    private static byte[]? Bytes(string? hash) => hash is null ? null : Convert.FromHexString(hash);

    private sealed class Operation(CacheStore store, uint number) : IShareOperation
    {
        public uint Number => number;

        public Task RecordAsync(ShareStep step, string? detail, CancellationToken cancellationToken) =>
            store.WriteAsync(transaction => transaction.AdvanceIntent(number, step, detail), cancellationToken);
    }
}
