using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>
/// Removes blobs, and is the only one that does: those that no committed row points to and that nobody is making. What it cannot remove stays until
/// the cache is opened again.
/// </summary>
internal sealed class BlobCollector(CacheStore store, ContentStore content, ILogger logger)
{
    /// <summary>Looks at a blob, on another thread, and removes it if nobody needs it.</summary>
    public void Offer(string id) => _ = Task.Run(() => CollectAsync(id));

    private async Task CollectAsync(string id)
    {
        try
        {
            if (content.IsHeld(id) || await store.ReadAsync(connection => connection.HasBlob(id), CancellationToken.None).ConfigureAwait(false)) return;
            content.Delete(id);
        }
#pragma warning disable CA1031 // Garbage that stays harms nobody, and there is nobody to tell but the log.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogDebug(exception, "Blob {Id} stays until the cache is opened again.", id);
        }
    }
}
