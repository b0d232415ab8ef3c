using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Logging;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>
/// Removes blobs, and is the only one that does: those that no committed row points to and that nobody is making, once the rows can be trusted. One
/// after the other, in the order of the offers. What it cannot remove stays until the cache is opened again.
/// </summary>
internal sealed class BlobCollector(CacheStore store, ContentStore content, ILogger logger) : IDisposable
{
    private readonly object _sync = new();
    private readonly Queue<string?> _offered = new();
    private readonly SemaphoreSlim _idle = new(1, 1);
    private volatile bool _isClosed;

    /// <summary>Has a blob looked at, on another thread, and removed if nobody needs it.</summary>
    public void Offer(string id) => Enqueue(id);

    /// <summary>Has a sweep done on another thread, once the rows are known to be whole.</summary>
    public void SweepLater() => Enqueue(null);

    /// <summary>Removes what a crash left: temporary files, and blobs that no row points to. Foreign files stay.</summary>
    public async Task SweepAsync()
    {
        if (!store.MayCollect) return;
        await TryAsync(
            "What a crash left",
            async () =>
            {
                foreach (var file in content.Abandoned()) ContentStore.Discard(file);
                foreach (var (prefix, blobs) in content.Shards().TakeWhile(_ => !_isClosed))
                {
                    var referenced = await store.ReadAsync(connection => connection.BlobIds(prefix), CancellationToken.None).ConfigureAwait(false);
                    foreach (var id in blobs.Where(id => !referenced.Contains(id)).TakeWhile(_ => !_isClosed))
                        await CollectAsync(id).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
    }

    /// <summary>Ends when all that was offered has been looked at; nothing is removed after that.</summary>
    public Task CloseAsync()
    {
        lock (_sync) _isClosed = true;
        return _idle.WaitAsync();
    }

    /// <summary>The same on the calling thread. The work is on another one, so it ends.</summary>
    public void Close()
    {
        lock (_sync) _isClosed = true;
        _idle.Wait();
    }

    public void Dispose() => _idle.Dispose();

    private void Enqueue(string? id)
    {
        lock (_sync)
        {
            if (_isClosed) return;
            _offered.Enqueue(id);
            if (_idle.Wait(0)) _ = Task.Run(DrainAsync);
        }
    }

    private async Task DrainAsync()
    {
        await store.WhenCheckedAsync(CancellationToken.None).ConfigureAwait(false);
        while (true)
        {
            string? id;
            lock (_sync)
            {
                if (!store.MayCollect) _offered.Clear();
                if (_offered.Count == 0)
                {
                    _idle.Release();
                    return;
                }

                id = _offered.Dequeue();
            }

            await (id is null ? SweepAsync() : TryAsync(id, () => CollectAsync(id))).ConfigureAwait(false);
        }
    }

    private async Task CollectAsync(string id)
    {
        if (content.IsHeld(id) || await store.ReadAsync(connection => connection.HasBlob(id), CancellationToken.None).ConfigureAwait(false)) return;
        // An error in between may have left open what the rows are.
        if (store.MayCollect) content.Delete(id);
    }

    private async Task TryAsync(string what, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Nobody waits for it, and there is nobody to tell but the log.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Garbage that stays harms nobody.
            EngineLog.GarbageStays(logger, exception, what);
        }
    }
}
