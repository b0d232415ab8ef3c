using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>Opens the cached bytes of an item, and says so when they are not what the row promises.</summary>
internal static class CachedContent
{
    /// <summary>The blob of a row; null if it is gone, or has another length than the file.</summary>
    public static Stream? TryOpen(CacheEngine engine, ItemRow row)
    {
        if (row.BlobId is not { } id) return null;
        FileStream? stream;
        try
        {
            stream = engine.Content.TryOpenRead(id);
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }

        if (stream is null || row.Local is not { } facts || stream.Length == facts.Size) return stream;
        stream.Dispose();
        return null;
    }

    /// <summary>Fetches the bytes of a row that are gone from the share.</summary>
    /// <returns>False if the share does not have them either, or is just being given others. Else look again.</returns>
    public static async Task<bool> FetchAgainAsync(CacheEngine engine, ShareScope scope, ItemRow row, CancellationToken cancellationToken)
    {
        try
        {
            using var file = await engine.Fetcher.FetchAsync(scope.Share, scope.At(row.Path), _ => { }, cancellationToken).ConfigureAwait(false);
            return await engine.Store.WriteAsync(
                transaction =>
                {
                    if (transaction.Find(row.Path) is not { } now || now.BlobId != row.BlobId) return true;
                    if (!now.Dirty) transaction.Update(now, Fetcher.Filled(now, file));
                    else if (file.Blob.Hash == now.Hash) transaction.Update(now, now with { BlobId = file.Blob.Id });
                    else return false;
                    return true;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (DurableIoException exception) when (exception.Fault is DurableIoFault.NotFound or DurableIoFault.NotADirectory)
        {
            return false;
        }
        catch (UnsettledFileException)
        {
            return false;
        }
    }

    /// <summary>
    /// The bytes of a row are gone. If the share has them the row says from now on that they are not here, so that the next synchronisation fetches them.
    /// </summary>
    /// <returns>False if the row was changed meanwhile: look again.</returns>
    public static async Task<bool> GiveUpAsync(CacheEngine engine, ItemRow row) => await engine.Store.WriteAsync(
        transaction =>
        {
            if (transaction.Find(row.Path) is not { } now || now.BlobId != row.BlobId) return false;
            if (IsOnShare(now)) transaction.Update(now, now with { Sparse = true, BlobId = null, Hash = null });
            return true;
        },
        CancellationToken.None).ConfigureAwait(false);

    /// <summary>Whether the share has the bytes that the row had: only attributes or times wait, or nothing.</summary>
    public static bool IsOnShare(ItemRow row) => row is { BaseKind: ItemKind.File, ModifiedData: false, CreatedOffline: false, ReplacedOffline: false };
}
