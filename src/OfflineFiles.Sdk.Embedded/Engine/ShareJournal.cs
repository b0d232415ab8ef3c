using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>Writes to and deletes from a share, each recorded before and forgotten after, so that a crash in between can be cleaned up.</summary>
internal sealed class ShareJournal(CacheStore store)
{
    public async Task<ShareToken> WriteAsync(
        Scope scope, UncPath path, Blob blob, Stream data, ShareToken? expected, FileMetadata metadata, CancellationToken cancellationToken)
    {
        var hash = Convert.FromHexString(blob.Hash);
        var operation = await BeginAsync(new Intent(path, expected, blob.Hash), cancellationToken).ConfigureAwait(false);
        ShareToken token;
        try
        {
            token = await scope.Share.WriteFileAsync(
                scope.At(path), new ShareContent(data, blob.Length, hash), expected, metadata, operation, cancellationToken).ConfigureAwait(false);
        }
        catch (ShareUnavailableException)
        {
            // What is left on the share is not known: the intent stays until the share is back.
            throw;
        }
        catch
        {
            await EndAsync(operation).ConfigureAwait(false);
            throw;
        }

        await EndAsync(operation).ConfigureAwait(false);
        return token;
    }

    public async Task DeleteAsync(Scope scope, UncPath path, ShareToken expected, CancellationToken cancellationToken)
    {
        var operation = await BeginAsync(new Intent(path, expected, null), cancellationToken).ConfigureAwait(false);
        try
        {
            await scope.Share.DeleteFileAsync(scope.At(path), expected, operation, cancellationToken).ConfigureAwait(false);
        }
        catch (ShareUnavailableException)
        {
            throw;
        }
        catch
        {
            await EndAsync(operation).ConfigureAwait(false);
            throw;
        }

        await EndAsync(operation).ConfigureAwait(false);
    }

    /// <summary>Brings every path of a scope that a crash left between two versions to a whole one. Can be called again.</summary>
    public async Task RecoverAsync(Scope scope, CancellationToken cancellationToken)
    {
        var intents = await store.ReadAsync(connection => connection.Intents(), cancellationToken).ConfigureAwait(false);
        foreach (var intent in intents)
        {
            if (!intent.Path.IsUnder(scope.Root)) continue;
            var hash = intent.NewHash is null ? null : Convert.FromHexString(intent.NewHash);
            try
            {
                await scope.Share.RecoverAsync(scope.At(intent.Path), intent.Id, intent.Expected, hash, cancellationToken).ConfigureAwait(false);
            }
            catch (Io.DurableIoException exception) when (exception.Fault is Io.DurableIoFault.NotFound or Io.DurableIoFault.NotADirectory)
            {
                // The directory itself is gone, and with it what was left there.
            }
            catch (Exception exception) when (Failures.IsItemError(exception) && exception is not ShareUnavailableException)
            {
                // Access denied, say: the intent stays, and the next open or synchronisation tries again.
                continue;
            }

            await EndAsync(intent.Id).ConfigureAwait(false);
        }
    }

    private Task<uint> BeginAsync(Intent intent, CancellationToken cancellationToken) =>
        store.WriteAsync(transaction => transaction.AddIntent(intent), cancellationToken);

    private Task EndAsync(uint operation) => store.WriteAsync(transaction => transaction.RemoveIntent(operation), CancellationToken.None);
}
