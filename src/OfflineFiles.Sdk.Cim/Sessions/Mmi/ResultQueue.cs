using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>
/// Hands results from another thread to one awaiting reader. Adding never throws, and it never blocks where the queue has no capacity: all native
/// callbacks of a process may share one thread (observed behaviour of the native layer), and holding it holds everything.
/// </summary>
internal sealed class ResultQueue<T> : IDisposable
{
    private readonly ConcurrentQueue<T> _items = new();
    private readonly SemaphoreSlim _signals = new(0);
    private readonly SemaphoreSlim? _room;
    private ExceptionDispatchInfo? _error;
    private int _ended;
    private volatile bool _isLeft;

    /// <summary>A queue that takes whatever comes: for native callbacks.</summary>
    public ResultQueue()
    {
    }

    /// <summary>A queue that holds so many items, and its writer until there is room: for a writer with a thread of its own.</summary>
    public ResultQueue(int capacity) => _room = new SemaphoreSlim(capacity);

    public bool HasEnded => Volatile.Read(ref _ended) != 0;

    /// <summary>Queues an item; false when the queue has ended, and the item is still the caller's.</summary>
    public bool Add(T item)
    {
        if (HasEnded) return false;
        _room?.Wait();
        if (HasEnded) return false;
        _items.Enqueue(item);
        _signals.Release();
        if (_isLeft) Drain();
        return true;
    }

    public void End() => End(null);

    /// <summary>Ends the queue with an error, which the reader gets after the items that came before. The first end counts.</summary>
    public void End(Exception? error)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            MmiErrors.Release(error);
            return;
        }

        if (error is not null) Volatile.Write(ref _error, ExceptionDispatchInfo.Capture(error));
        _signals.Release();
        if (_isLeft) ReleaseError();
    }

    /// <summary>The next item; false at the end.</summary>
    public async ValueTask<(bool More, T? Item)> TakeAsync(CancellationToken cancellationToken)
    {
        await _signals.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_items.TryDequeue(out var item))
        {
            _room?.Release();
            return (true, item);
        }

        _signals.Release();
        _error?.Throw();
        return (false, default);
    }

    /// <summary>The reader leaves. What it did not take has no owner and is disposed, also what comes at this moment; no writer waits on.</summary>
    public void Dispose()
    {
        // The semaphores are left to themselves: writers still come, and without a wait handle they hold nothing.
        Interlocked.Exchange(ref _ended, 1);
        _isLeft = true;
        Drain();
        ReleaseError();
        _room?.Release();
    }

    // An error that comes at the moment when the reader leaves, as that of a cancelled query does, nobody reads; and it holds native memory.
    private void ReleaseError() => MmiErrors.Release(Interlocked.Exchange(ref _error, null)?.SourceException);

    private void Drain()
    {
        while (_items.TryDequeue(out var item)) (item as IDisposable)?.Dispose();
    }
}
