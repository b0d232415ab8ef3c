namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// One subscriber: a queue, and a task that empties it into the observer while there is something in it. Of a full queue the oldest change goes, and a gap
/// is told in the place of all that went.
/// </summary>
internal sealed class CacheChangeSubscription(CacheChangeHub hub, IObserver<CacheChange> observer) : IDisposable
{
    private readonly Queue<CacheChange> _queue = new();
    private CacheChange? _lastMissed;
    private bool _isRunning;
    private bool _hasEnded;
    private Exception? _error;
    private volatile bool _isStopped;

    public void Add(CacheChange change)
    {
        lock (_queue)
        {
            if (_isStopped || _hasEnded) return;
            if (_queue.Count == CacheChangeHub.MostQueued) _lastMissed = _queue.Dequeue();
            _queue.Enqueue(change);
            Run();
        }
    }

    /// <summary>After what is queued the observer is told that it was the last, with an error or without.</summary>
    public void End(Exception? error)
    {
        lock (_queue)
        {
            if (_isStopped || _hasEnded) return;
            _hasEnded = true;
            _error = error;
            Run();
        }
    }

    public void Dispose()
    {
        lock (_queue)
        {
            _isStopped = true;
            _queue.Clear();
        }

        hub.Remove(this);
    }

    private void Run()
    {
        if (_isRunning) return;
        _isRunning = true;
        _ = Task.Run(Pump);
    }

    private void Pump()
    {
        try
        {
            while (TryTake(out var change)) observer.OnNext(change);
        }
#pragma warning disable CA1031 // Whatever a subscriber throws must not reach the source: it is logged, and the subscriber is dropped.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Dispose();
            CacheChangeLog.SubscriberFailed(hub.Logger, exception);
        }
    }

    // False when there is nothing now; at the very end the observer has been told.
    private bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out CacheChange? change)
    {
        change = null;
        lock (_queue)
        {
            if (_isStopped) return false;
            if (_lastMissed is { } missed)
            {
                change = new CacheChange { Kind = CacheChangeKind.Gap, Sequence = missed.Sequence, At = missed.At };
                _lastMissed = null;
                return true;
            }

            if (_queue.Count > 0)
            {
                change = _queue.Dequeue();
                return true;
            }

            _isRunning = false;
            if (!_hasEnded) return false;
            _isStopped = true;
        }

        if (_error is null) observer.OnCompleted();
        else observer.OnError(_error);
        return false;
    }
}
