using System.Collections.Concurrent;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>
/// Writes to and deletes from a share, each recorded before it begins. The record goes when nothing of it is left half done: after it
/// succeeded, or after what it left was cleaned up, at once or when the share is back.
/// </summary>
internal sealed class ShareJournal(CacheStore store)
{
    private readonly ConcurrentDictionary<uint, bool> _running = new();

    public Task<ShareToken> WriteAsync(
        ShareScope scope, UncPath path, Blob blob, Stream data, ShareToken? expected, FileMetadata metadata, CancellationToken cancellationToken)
    {
        var content = new ShareContent(data, blob.Length, Convert.FromHexString(blob.Hash));
        return RunAsync(
            scope,
            new Intent(path, expected, blob.Hash),
            operation => scope.Share.WriteFileAsync(scope.At(path), content, expected, metadata, operation, cancellationToken),
            cancellationToken);
    }

    public Task DeleteAsync(ShareScope scope, UncPath path, ShareToken expected, CancellationToken cancellationToken) => RunAsync(
        scope,
        new Intent(path, expected, null),
        async operation =>
        {
            await scope.Share.DeleteFileAsync(scope.At(path), expected, operation, cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>Brings every path of a scope that something left between two versions to a whole one. Can be called again.</summary>
    public async Task RecoverAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        var intents = await store.ReadAsync(connection => connection.Intents(), cancellationToken).ConfigureAwait(false);
        foreach (var intent in intents)
            if (intent.Path.IsUnder(scope.Root) && !_running.ContainsKey(intent.Id))
                await RecoverAsync(scope, intent, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> RunAsync<T>(ShareScope scope, Intent intent, Func<uint, Task<T>> work, CancellationToken cancellationToken)
    {
        var operation = await store.WriteAsync(
            transaction =>
            {
                var id = transaction.AddIntent(intent);
                _running[id] = true;
                return id;
            },
            cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await work(operation).ConfigureAwait(false);
            await EndAsync(operation).ConfigureAwait(false);
            return result;
        }
        catch (Exception exception) when (exception is not ShareUnavailableException)
        {
            // It may have been cut off between two steps, with a whole version under a name that nobody sees.
            await TryRecoverAsync(scope, intent with { Id = operation }).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _running.TryRemove(operation, out _);
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
        var hash = intent.NewHash is null ? null : Convert.FromHexString(intent.NewHash);
        try
        {
            await scope.Share.RecoverAsync(scope.At(intent.Path), intent.Id, intent.Expected, hash, cancellationToken).ConfigureAwait(false);
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

        await EndAsync(intent.Id).ConfigureAwait(false);
    }

    private Task EndAsync(uint operation) => store.WriteAsync(transaction => transaction.RemoveIntent(operation), CancellationToken.None);
}
