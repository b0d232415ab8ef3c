using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Cim.Logging;

namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>The changes of a cache: one source for all subscribers, which runs only while there are any.</summary>
internal sealed class ChangeFeed : IObservable<CacheChange>
{
    private readonly object _sync = new();
    private readonly IChangeSource _source;
    private readonly TimeProvider _time;
    private readonly CacheChangeHub _hub;
    private readonly CimLog _log;
    private Run? _run;
    private Task _running = Task.CompletedTask;
    private bool _hasEnded;

    public ChangeFeed(IChangeSource source, TimeProvider time, CimLog log)
    {
        _source = source;
        _time = time;
        _log = log;
        _hub = new CacheChangeHub(time, log.Logger, Update);
    }

    /// <summary>Whether nobody is subscribed or what happens from now on will be noticed.</summary>
    public bool HasBegun => Current?.Watch.Beginning.IsCompleted ?? true;

    private Run? Current
    {
        get
        {
            lock (_sync) return _run;
        }
    }

    public IDisposable Subscribe(IObserver<CacheChange> observer) => _hub.Subscribe(observer);

    /// <summary>Waits until <see cref="HasBegun"/>.</summary>
    public Task BegunAsync(CancellationToken cancellationToken) =>
        Current?.Watch.Beginning.EndsWithinAsync(Timeout.InfiniteTimeSpan, _time, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Something was done to the cache: a look would find it.</summary>
    public void Nudge() => Current?.Watch.Nudge();

    /// <summary>Completes all subscriptions, disposes what the source reads from, and waits for the source to end.</summary>
    public async ValueTask EndAsync(IAsyncDisposable transport)
    {
        lock (_sync) _hasEnded = true;
        _hub.Complete();
        await transport.DisposeAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
    }

    // Looks at what is so now, because calls from two threads may come in any order.
    private void Update()
    {
        Run? left = null;
        lock (_sync)
        {
            if (_hasEnded || !_hub.HasSubscribers) (left, _run) = (_run, null);
            else if (_run is null) Start();
        }

        left?.End();
    }

    private void Start()
    {
        var run = _run = new Run(new ChangeWatch(Publish, _time, _log), new CancellationTokenSource());
        var token = run.Cancellation.Token;
        var running = Task.Run(() => RunAsync(run, token), CancellationToken.None);
        _running = _running.IsCompleted ? running : Task.WhenAll(_running, running);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever ends a source is told to its subscribers, who would wait for ever otherwise.")]
    private async Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        try
        {
            await _source.RunAsync(run.Watch, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            lock (_sync)
            {
                // A run that nobody waits for any more has nobody to tell.
                if (_run == run) _hub.Fail(error);
            }
        }
        finally
        {
            run.Watch.Begin();
        }
    }

    // What a run that was left still finds is not for those who came later.
    private void Publish(ChangeWatch watch, IEnumerable<CacheChange> changes)
    {
        lock (_sync)
        {
            if (_run?.Watch == watch) _hub.Publish(changes);
        }
    }

    private sealed record Run(ChangeWatch Watch, CancellationTokenSource Cancellation)
    {
        public void End()
        {
            Cancellation.Cancel();
            Cancellation.Dispose();
        }
    }
}
