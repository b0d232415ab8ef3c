using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// Hands results from a native callback thread to one awaiting reader. Adding never blocks and never throws: all callbacks of a process
/// may share one thread (observed behaviour of the native layer), and holding it holds everything.
/// </summary>
internal sealed class ResultQueue<T> : IDisposable
{
    private readonly ConcurrentQueue<T> _items = new();
    private readonly SemaphoreSlim _signals = new(0);
    private ExceptionDispatchInfo? _error;
    private int _ended;
    private volatile bool _isLeft;

    /// <summary>Queues an item; false when the queue has ended, and the item is still the caller's.</summary>
    public bool Add(T item)
    {
        if (Volatile.Read(ref _ended) != 0) return false;
        _items.Enqueue(item);
        Signal();
        if (_isLeft) Drain();
        return true;
    }

    public void End() => End(null);

    /// <summary>Ends the queue with an error, which the reader gets after the items that came before. The first end counts.</summary>
    public void End(Exception? error)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;
        _error = error is null ? null : ExceptionDispatchInfo.Capture(error);
        Signal();
    }

    /// <summary>The next item; false at the end.</summary>
    public async ValueTask<(bool More, T? Item)> TakeAsync(CancellationToken cancellationToken)
    {
        await _signals.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_items.TryDequeue(out var item)) return (true, item);
        Signal();
        _error?.Throw();
        return (false, default);
    }

    /// <summary>The reader leaves. What it did not take has no owner and is disposed, also what is added at this moment.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _ended, 1);
        _isLeft = true;
        Drain();
        _signals.Dispose();
    }

    private void Drain()
    {
        while (_items.TryDequeue(out var item)) (item as IDisposable)?.Dispose();
    }

    private void Signal()
    {
        try
        {
            _signals.Release();
        }
        catch (ObjectDisposedException)
        {
            // The reader has left, and nobody waits for this result any more.
        }
    }
}
