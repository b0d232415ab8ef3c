using System.Runtime.ExceptionServices;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>
/// Items that come in and become durable, and are committed, together. Each has its own outcome, in the order in which they came. Bounded by items, bytes
/// and time, so that whoever watches sees it get on and whoever cancels does not wait.
/// </summary>
internal sealed class SyncBatch(CacheEngine engine, SyncInbound inbound) : IDisposable
{
    private const int MostItems = 1000;
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly List<BatchedItem> _items = [];
    private readonly Dictionary<UncPath, PinSet> _directories = [];
    private readonly BlobBatch _blobs = new(engine.Content);
    private long _bytes;
    private long _begunAt;

    public bool IsEmpty => _items.Count == 0;

    /// <summary>Whether it is time to end it.</summary>
    public bool IsFull => _items.Count >= MostItems || _bytes >= MostBytes || !IsEmpty && engine.TimeProvider.GetElapsedTime(_begunAt) >= Longest;

    /// <summary>Brings the content of an item here.</summary>
    /// <param name="node">The item.</param>
    /// <param name="ended">Told of its outcome, and of the error if it could not be committed.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task AddAsync(SyncNode node, Func<ItemOutcome, Exception?, Task> ended, CancellationToken cancellationToken)
    {
        var item = await inbound.FetchAsync(node, _blobs, cancellationToken).ConfigureAwait(false);
        Add(new BatchedItem(() => ended(item.Outcome, null), error => ended(item.Outcome, error)) { Inbound = (node, item) });
        _bytes += item.Outcome.Bytes;
        if (node.Row is null && item.File is null) _directories[node.Path] = inbound.PinsOf(node, OfflineFilesItemType.Directory);
    }

    /// <summary>Has an item that is done with told of after those before it.</summary>
    public void Add(Func<Task> ended) => Add(new BatchedItem(ended, null));

    /// <summary>The pins of a directory that is in the batch and not in the cache yet.</summary>
    public PinSet? PinsOf(UncPath directory) => _directories.TryGetValue(directory, out var pins) ? pins : null;

    /// <summary>Commits all of it, and tells of each item. What cannot be made durable fails as a whole.</summary>
    public async Task EndAsync()
    {
        if (IsEmpty) return;
        var items = _items.ToArray();
        try
        {
            await _blobs.SealAsync().ConfigureAwait(false);
            await CommitAsync(items).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            foreach (var item in items) item.Error = exception;
        }
        finally
        {
            foreach (var item in items) item.Dispose();
            Clear();
        }

        // Each is told of, also when the share turns out to be lost on the way.
        ShareUnavailableException? lost = null;
        foreach (var item in items)
        {
            try
            {
                await item.TellAsync().ConfigureAwait(false);
            }
            catch (ShareUnavailableException exception)
            {
                lost ??= exception;
            }
        }

        if (lost is not null) ExceptionDispatchInfo.Throw(lost);
    }

    public void Dispose()
    {
        foreach (var item in _items) item.Dispose();
        Clear();
        _blobs.Dispose();
    }

    private void Add(BatchedItem item)
    {
        if (IsEmpty) _begunAt = engine.TimeProvider.GetTimestamp();
        _items.Add(item);
    }

    /// <summary>Which of them cannot be written, if not all can, is seen when they are written one by one.</summary>
    private async Task CommitAsync(IReadOnlyList<BatchedItem> items)
    {
        try
        {
            await engine.Store.WriteAsync(
                transaction =>
                {
                    foreach (var item in items) Commit(transaction, item);
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (items.Count > 1 && engine.Store.Fault is null && FailureTranslator.IsItemError(exception))
        {
            foreach (var item in items) await CommitAloneAsync(item).ConfigureAwait(false);
        }

        foreach (var item in items) item.Keep();
    }

    private async Task CommitAloneAsync(BatchedItem item)
    {
        try
        {
            item.Error = null;
            if (item.Inbound is not null) await engine.Store.WriteAsync(transaction => Commit(transaction, item), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            item.Error = exception;
        }
    }

    private void Commit(StoreTransaction transaction, BatchedItem item)
    {
        try
        {
            if (item.Inbound is var (node, taken)) inbound.Commit(transaction, node, taken);
        }
        catch (ChangedHereException exception)
        {
            item.Error = exception;
        }
    }

    private void Clear()
    {
        _items.Clear();
        _directories.Clear();
        _bytes = 0;
    }

    private sealed class BatchedItem(Func<Task> ended, Func<Exception, Task>? failed) : IDisposable
    {
        /// <summary>Null for an item that is done with.</summary>
        public (SyncNode Node, InboundItem Taken)? Inbound { get; init; }

        public Exception? Error { get; set; }

        public void Keep()
        {
            if (Error is null) Inbound?.Taken.Keep();
        }

        public void Dispose() => Inbound?.Taken.Dispose();

        public Task TellAsync() => failed is not null && Error is { } error ? failed(error) : ended();
    }
}
