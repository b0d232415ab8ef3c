using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace OfflineFiles.Sdk.Embedded.Changes;

/// <summary>One subscriber: a queue, and a task that empties it into the observer.</summary>
internal sealed partial class ChangeSubscription(ChangeHub hub, IObserver<CacheChange> observer, ILogger logger) : IDisposable
{
    private readonly Channel<CacheChange> _queue =
        Channel.CreateUnbounded<CacheChange>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = false });

    private volatile bool _isStopped;

    public void Start() => _ = Task.Run(PumpAsync);

    public void Enqueue(CacheChange change) => _queue.Writer.TryWrite(change);

    /// <summary>After what is queued the observer is told that it was the last.</summary>
    public void Complete() => _queue.Writer.TryComplete();

    public void Dispose()
    {
        _isStopped = true;
        hub.Remove(this);
        _queue.Writer.TryComplete();
    }

    private async Task PumpAsync()
    {
        try
        {
            while (!_isStopped && await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
                while (!_isStopped && _queue.Reader.TryRead(out var change)) observer.OnNext(change);
            if (!_isStopped) observer.OnCompleted();
        }
#pragma warning disable CA1031 // Whatever a subscriber throws must not reach the engine: it is logged, and the subscriber is dropped.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Dispose();
            SubscriberFailed(logger, exception);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A subscriber to the changes of the cache threw and was dropped.")]
    private static partial void SubscriberFailed(ILogger logger, Exception exception);
}
