using Microsoft.Extensions.Logging;

namespace OfflineFiles.Sdk.Embedded.Changes;

/// <summary>
/// Passes changes on to every subscriber in the order of their commits. Each subscriber has a queue and a reader of its own: a slow one
/// delays nobody and loses nothing (its queue grows), and one that throws is dropped and logged, without harm to the others.
/// </summary>
internal sealed class ChangeHub(TimeProvider timeProvider, ILogger logger) : IObservable<CacheChange>
{
    private readonly object _sync = new();
    private readonly List<ChangeSubscription> _subscriptions = [];
    private long _sequence;
    private bool _isComplete;

    public bool HasSubscribers
    {
        get
        {
            lock (_sync) return _subscriptions.Count > 0;
        }
    }

    public IDisposable Subscribe(IObserver<CacheChange> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var subscription = new ChangeSubscription(this, observer, logger);
        lock (_sync)
        {
            if (_isComplete) subscription.Complete();
            else _subscriptions.Add(subscription);
        }

        subscription.Start();
        return subscription;
    }

    /// <summary>Numbers the changes and queues them; no subscriber is called here.</summary>
    public void Publish(IEnumerable<CacheChange> changes)
    {
        var at = timeProvider.GetUtcNow();
        lock (_sync)
        {
            foreach (var change in changes)
            {
                var numbered = change with { Sequence = ++_sequence, At = at };
                foreach (var subscription in _subscriptions) subscription.Enqueue(numbered);
            }
        }
    }

    public void Complete()
    {
        lock (_sync)
        {
            _isComplete = true;
            foreach (var subscription in _subscriptions) subscription.Complete();
            _subscriptions.Clear();
        }
    }

    public void Remove(ChangeSubscription subscription)
    {
        lock (_sync) _subscriptions.Remove(subscription);
    }
}
