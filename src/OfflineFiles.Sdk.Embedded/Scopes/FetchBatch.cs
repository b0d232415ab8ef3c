using System.Runtime.ExceptionServices;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>
/// Content that becomes durable, and is committed, together. What becomes of each is told in the order in which they came. The first batches are one item,
/// and none is more than a quarter of all before it: of a few items each is told as it is done. All are bounded by items, bytes and time, so that whoever
/// watches sees it get on and whoever cancels does not wait.
/// </summary>
internal sealed class FetchBatch(CacheStore store, ContentStore content, TimeProvider timeProvider) : IDisposable
{
    private const int MostItems = 1000;
    private const long MostBytes = 64 * 1024 * 1024;
    private const int MostBegun = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly List<Item> _items = [];
    private readonly Queue<(FetchBegun Begun, Func<Task> Turn)> _begun = new();
    private int _committed;
    private int _commits;
    private long _bytes;
    private long _begunAt;

    public bool IsEmpty => _items.Count == 0;

    /// <summary>Whether it is time to end it.</summary>
    public bool IsFull => _commits > _committed / 4 || _items.Count >= MostItems || _bytes >= MostBytes
        || !IsEmpty && timeProvider.GetElapsedTime(_begunAt) >= Longest;

    /// <summary>Where the content goes.</summary>
    public BlobBatch Blobs { get; } = new(content);

    /// <summary>
    /// How many items are begun before their turn: few of the first ones, so that each is told as it is done.
    /// </summary>
    public int Ahead => Math.Min(MostBegun, _committed / 4);

    /// <summary>Has an item its turn after those that were begun before it; meanwhile its content is on its way.</summary>
    public async Task BeginAsync(FetchBegun begun, Func<Task> turn)
    {
        _begun.Enqueue((begun, turn));
        await TakeTurnsAsync(Ahead).ConfigureAwait(false);
    }

    /// <summary>Gives those that were begun their turn, but for the last few.</summary>
    public async Task TakeTurnsAsync(int left = 0)
    {
        while (_begun.Count > left)
        {
            var (begun, turn) = _begun.Dequeue();
            await using var disposal = begun.ConfigureAwait(false);
            await turn().ConfigureAwait(false);
        }
    }

    /// <summary>Lets go of what was begun and will have no turn.</summary>
    public async Task DropBegunAsync()
    {
        while (_begun.TryDequeue(out var item)) await item.Begun.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Adds an item.</summary>
    /// <param name="file">Its content; null if it has none. The batch disposes it.</param>
    /// <param name="commit">
    /// Changes its row, and says whether the row points to the content now. What it throws of our own family it throws before it changes anything, and
    /// only this item fails.
    /// </param>
    /// <param name="ended">Told when it is committed, or with the error if it could not be.</param>
    public void Add(FetchedFile? file, Func<StoreTransaction, bool> commit, Func<Exception?, Task> ended)
    {
        Add(new Item(file, commit, ended));
        _commits++;
        _bytes += file?.Blob.Length ?? 0;
    }

    /// <summary>Tells of what needs no commit: at once, or after those that wait.</summary>
    public Task InTurnAsync(Func<Task> ended)
    {
        if (IsEmpty) return ended();
        Add(new Item(null, null, _ => ended()));
        return Task.CompletedTask;
    }

    /// <summary>Commits all of it, and tells of each item. What cannot be made durable fails as a whole.</summary>
    public async Task EndAsync()
    {
        if (IsEmpty) return;
        var items = _items.ToArray();
        _committed += _commits;
        try
        {
            await Blobs.SealAsync().ConfigureAwait(false);
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

        await TellAsync(items).ConfigureAwait(false);
    }

    public void Dispose()
    {
        foreach (var item in _items) item.Dispose();
        Clear();
        Blobs.Dispose();
    }

    /// <summary>Each is told of, also when the share turns out to be lost on the way.</summary>
    private static async Task TellAsync(Item[] items)
    {
        ShareUnavailableException? lost = null;
        foreach (var item in items)
        {
            try
            {
                await item.Ended(item.Commit is null ? null : item.Error).ConfigureAwait(false);
            }
            catch (ShareUnavailableException exception)
            {
                lost ??= exception;
            }
        }

        if (lost is not null) ExceptionDispatchInfo.Throw(lost);
    }

    private void Add(Item item)
    {
        if (IsEmpty) _begunAt = timeProvider.GetTimestamp();
        _items.Add(item);
    }

    /// <summary>Which of them cannot be written, if not all can, is seen when they are written one by one.</summary>
    private async Task CommitAsync(Item[] items)
    {
        try
        {
            await store.WriteAsync(
                transaction =>
                {
                    foreach (var item in items) item.Apply(transaction);
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (items.Length > 1 && store.Fault is null && FailureTranslator.IsItemError(exception))
        {
            foreach (var item in items) await CommitAloneAsync(item).ConfigureAwait(false);
        }

        foreach (var item in items) item.Keep();
    }

    private async Task CommitAloneAsync(Item item)
    {
        if (item.Commit is null) return;
        try
        {
            item.Error = null;
            await store.WriteAsync(item.Apply, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            item.Error = exception;
        }
    }

    private void Clear()
    {
        _items.Clear();
        _commits = 0;
        _bytes = 0;
    }

    private sealed class Item(FetchedFile? file, Func<StoreTransaction, bool>? commit, Func<Exception?, Task> ended) : IDisposable
    {
        private bool _isUsed;

        /// <summary>Null for an item that is done with.</summary>
        public Func<StoreTransaction, bool>? Commit => commit;

        public Func<Exception?, Task> Ended => ended;

        public Exception? Error { get; set; }

        public void Apply(StoreTransaction transaction)
        {
            try
            {
                _isUsed = commit?.Invoke(transaction) == true;
            }
            catch (OfflineFilesException exception)
            {
                Error = exception;
            }
        }

        public void Keep()
        {
            if (Error is null && _isUsed) file?.Keep();
        }

        public void Dispose() => file?.Dispose();
    }
}
