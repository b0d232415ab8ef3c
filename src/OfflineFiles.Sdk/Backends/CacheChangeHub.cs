using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// The <see cref="ICacheBackend.Changes"/> of a backend: passes what is published on to every subscriber, in order. Each subscriber has a
/// queue of its own: a slow one delays nobody and loses nothing (its queue grows), and one that throws is dropped and logged, without
/// harm to the others. Safe to use from several threads.
/// </summary>
/// <param name="timeProvider">The clock of <see cref="CacheChange.At"/>; null for the system's.</param>
/// <param name="logger">Told of subscribers that throw; null for nobody.</param>
/// <param name="subscribersChanged">
/// Called after somebody subscribed or left, outside of every lock, so that a source can run only while <see cref="HasSubscribers"/>; null for nobody.
/// Calls of two threads may overlap: what counts is what <see cref="HasSubscribers"/> says then.
/// </param>
public sealed class CacheChangeHub(TimeProvider? timeProvider = null, ILogger? logger = null, Action? subscribersChanged = null)
    : IObservable<CacheChange>
{
    private readonly object _sync = new();
    private readonly List<CacheChangeSubscription> _subscriptions = [];
    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private long _sequence;
    private bool _isComplete;

    /// <summary>Whether anybody listens.</summary>
    public bool HasSubscribers
    {
        get
        {
            lock (_sync) return _subscriptions.Count > 0;
        }
    }

    internal ILogger Logger { get; } = logger ?? NullLogger.Instance;

    /// <summary>Passes to an observer all that is published from now on, on threads of the pool, one change after the other.</summary>
    /// <param name="observer">Completes at once when the hub is complete.</param>
    /// <returns>Disposing it ends the subscription: a call that is running ends, and none follows.</returns>
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

    /// <summary>Gives the changes their numbers, and the time if they have none, and queues them. No subscriber is called before it returns or by its thread.</summary>
    /// <param name="changes">In their order.</param>
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

    /// <summary>Ends every subscription with an error, after what is queued. Who subscribes afterwards begins anew.</summary>
    /// <param name="error">What the subscribers are told.</param>
    public void Fail(Exception error) => End(Guard.NotNull(error));

    /// <summary>Completes every subscription, after what is queued, and each that comes later.</summary>
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
