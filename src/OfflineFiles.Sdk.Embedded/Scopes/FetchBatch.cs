using System.Runtime.ExceptionServices;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>
/// Content that becomes durable, and is committed, together. What becomes of each is told in the order in which they came. The first batches are
/// one item each, and none is more than all before it: of a few items each is told as it is done. All are bounded by items, bytes and time, so that
/// whoever watches sees it get on and whoever cancels does not wait. While one batch is on its way to the disk the next one comes in.
/// </summary>
/// <remarks>It is used by one flow of calls, which is the only one that is told of anything.</remarks>
internal sealed class FetchBatch(CacheStore store, ContentStore content, TimeProvider timeProvider) : IDisposable
{
    /// <summary>Of so many each is told before the next one begins.</summary>
    public const int FirstItems = 8;

    private const int MostItems = 1000;
    private const long MostBytes = 64 * 1024 * 1024;
    private const long ManyBytes = 4 * 1024 * 1024;
    private const int MostBegun = 16;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Queue<(FetchBegun Begun, Func<Task> Turn)> _begun = new();
    private readonly List<FetchBegun> _waiting = [];
    private List<Item> _items = [];
    private Ending? _ending;
    private bool _isTelling;
    private int _committed;
    private int _commits;
    private long _bytes;
    private long _begunAt;

    /// <summary>Whether all that came was told of.</summary>
    public bool IsEmpty => _items.Count == 0 && _ending is null;

    /// <summary>Whether it is time for the next batch.</summary>
    public bool IsFull => _commits > 0 && (_committed < FirstItems || _commits >= _committed) || _items.Count >= MostItems || _bytes >= MostBytes
        || _items.Count > 0 && timeProvider.GetElapsedTime(_begunAt) >= Longest;

    /// <summary>Where the content goes.</summary>
    public BlobBatch Blobs { get; private set; } = new(content);

    /// <summary>How many items are begun with one call to the share: few of the first ones, so that each is told as it is done.</summary>
    private int GroupSize => Math.Clamp(_committed / 4, 1, MostBegun);

    /// <summary>
    /// Whether an item takes so long that what came before it is told of first; but not for what takes the disk as long, which has its turn while this one
    /// comes.
    /// </summary>
    public bool IsToEndBefore(long bytes) => bytes >= ManyBytes && _bytes < ManyBytes && _ending is not { IsLarge: true };

    /// <summary>
    /// Has an item its turn after those that came before it; meanwhile its content is on its way: one group is taken while the next one is read.
    /// </summary>
    public async Task BeginAsync(FetchBegun begun, Func<Task> turn)
    {
        _begun.Enqueue((begun, turn));
        _waiting.Add(begun);
        var size = GroupSize;
        if (_waiting.Count >= size) StartWaiting();
        await TakeTurnsAsync(_committed < FirstItems ? 0 : (2 * size) - 1).ConfigureAwait(false);
    }

    /// <summary>Gives those that were begun their turn, but for the last few.</summary>
    public async Task TakeTurnsAsync(int left = 0)
    {
        while (_begun.Count > left)
        {
            if (!_begun.Peek().Begun.IsStarted) StartWaiting();
            if (_ending is { Work.IsCompleted: true }) await JoinAsync().ConfigureAwait(false);
            var (begun, turn) = _begun.Dequeue();
            await using var disposal = begun.ConfigureAwait(false);
            await turn().ConfigureAwait(false);
        }
    }

    /// <summary>Lets go of what was begun and will have no turn.</summary>
    public async Task DropBegunAsync()
    {
        _waiting.Clear();
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
    public async Task InTurnAsync(Func<Task> ended)
    {
        if (!_isTelling && _ending is { Work.IsCompleted: true }) await JoinAsync().ConfigureAwait(false);
        if (_isTelling || IsEmpty) await ended().ConfigureAwait(false);
        else Add(new Item(null, null, _ => ended()));
    }

    /// <summary>Has what came in committed while other items come, when the batch before it has ended and was told of.</summary>
    public async Task TurnOverAsync()
    {
        await JoinAsync().ConfigureAwait(false);
        Begin();
        if (_committed <= FirstItems && _ending is { IsLarge: false }) await JoinAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Commits all of it, and tells of each item, also when the batch before it ends with a lost share. What cannot be made durable fails as a whole.
    /// </summary>
    public async Task EndAsync()
    {
        try
        {
            await JoinAsync().ConfigureAwait(false);
        }
        finally
        {
            Begin();
            await JoinAsync().ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        foreach (var item in _items) item.Dispose();
        Clear();
        Blobs.Dispose();
    }

    /// <summary>Begins to end the batch that is full; the one before it has ended.</summary>
    private void Begin()
    {
        if (_items.Count == 0) return;
        var (items, blobs, isLarge) = (_items.ToArray(), Blobs, _bytes >= ManyBytes);
        Blobs = new BlobBatch(content);
        _committed += _commits;
        Clear();
        _ending = new Ending(items, isLarge, Task.Run(() => EndAsync(items, blobs), CancellationToken.None));
    }

    private void StartWaiting()
    {
        FetchBegun.Start(_waiting);
        _waiting.Clear();
    }

    private async Task EndAsync(Item[] items, BlobBatch blobs)
    {
        try
        {
            await blobs.SealAsync().ConfigureAwait(false);
            await CommitAsync(items).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            foreach (var item in items) item.Error = exception;
        }
        finally
        {
            foreach (var item in items) item.Dispose();
        }
    }

    /// <summary>Waits for the batch that is on its way to the disk, and tells of it.</summary>
    private async Task JoinAsync()
    {
        if (_ending is not { } ending) return;
        // Who is told may look whether anything is left.
        await ((Task)ending.Work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending = null;
        await ending.Work.ConfigureAwait(false);
        _isTelling = true;
        try
        {
            await TellAsync(ending.Items).ConfigureAwait(false);
        }
        finally
        {
            _isTelling = false;
        }
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
        if (_items.Count == 0) _begunAt = timeProvider.GetTimestamp();
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
        _items = [];
        _commits = 0;
        _bytes = 0;
    }

    private sealed record Ending(Item[] Items, bool IsLarge, Task Work);

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
