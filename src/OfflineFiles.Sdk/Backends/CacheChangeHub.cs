using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// Implements <see cref="ICacheBackend.Changes"/> for a backend: passes each published change to every subscriber, in order. Each subscriber
/// has its own queue, of 8,192 changes at most: a slow subscriber delays no other, and one that falls further behind gets one
/// <see cref="CacheChangeKind.Gap"/> in the place of the oldest changes that its queue had no room for, with the number of the last of them. A subscriber
/// that throws is removed and logged, without effect on the others. Safe to use from several threads.
/// </summary>
/// <param name="timeProvider">The clock of <see cref="CacheChange.At"/>; null for the system clock.</param>
/// <param name="logger">Receives the errors of subscribers that throw; can be null.</param>
/// <param name="subscribersChanged">
/// Called after a subscriber was added or removed, outside of every lock, so that a source can run only while <see cref="HasSubscribers"/> is
/// true; can be null. Calls from two threads may overlap: use the value that <see cref="HasSubscribers"/> has during the call.
/// </param>
public sealed class CacheChangeHub(TimeProvider? timeProvider = null, ILogger? logger = null, Action? subscribersChanged = null)
    : IObservable<CacheChange>
{
    /// <summary>In the queue of one subscriber.</summary>
    internal const int MostQueued = 8192;

    private readonly object _sync = new();
    private readonly List<CacheChangeSubscription> _subscriptions = [];
    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private long _sequence;
    private bool _isComplete;

    /// <summary>True if there is a subscriber.</summary>
    public bool HasSubscribers
    {
        get
        {
            lock (_sync) return _subscriptions.Count > 0;
        }
    }

    internal ILogger Logger { get; } = logger ?? NullLogger.Instance;

    /// <summary>Subscribes an observer to all changes that are published from now on. It is called on pool threads, one call at a time.</summary>
    /// <param name="observer">The observer; it completes at once if the hub is complete.</param>
    /// <returns>The subscription. Disposing it ends it: a call that is running ends, and no other call follows.</returns>
    public IDisposable Subscribe(IObserver<CacheChange> observer)
    {
        var subscription = new CacheChangeSubscription(this, Guard.NotNull(observer));
        lock (_sync)
        {
            if (_isComplete) subscription.End(null);
            else _subscriptions.Add(subscription);
        }

        subscribersChanged?.Invoke();
        return subscription;
    }

    /// <summary>
    /// Queues changes, each with its number, and with the time if it has no time yet. No subscriber is called before the method returns, or on its
    /// thread.
    /// </summary>
    /// <param name="changes">The changes, in their order.</param>
    public void Publish(IEnumerable<CacheChange> changes)
    {
        Guard.NotNull(changes);
        var at = _time.GetUtcNow();
        lock (_sync)
        {
            foreach (var change in changes)
            {
                var numbered = change with { Sequence = ++_sequence, At = change.At == default ? at : change.At };
                foreach (var subscription in _subscriptions) subscription.Add(numbered);
            }
        }
    }

    /// <summary>Ends every subscription with an error, after the queued changes. Later subscriptions are not affected.</summary>
    /// <param name="error">The error that the subscribers receive.</param>
    public void Fail(Exception error) => End(Guard.NotNull(error));

    /// <summary>Completes every subscription after its queued changes, and every later subscription at once.</summary>
    public void Complete()
    {
        lock (_sync) _isComplete = true;
        End(null);
    }

    internal void Remove(CacheChangeSubscription subscription)
    {
        bool wasThere;
        lock (_sync) wasThere = _subscriptions.Remove(subscription);
        if (wasThere) subscribersChanged?.Invoke();
    }

    private void End(Exception? error)
    {
        lock (_sync)
        {
            foreach (var subscription in _subscriptions) subscription.End(error);
            _subscriptions.Clear();
        }

        subscribersChanged?.Invoke();
    }
}
