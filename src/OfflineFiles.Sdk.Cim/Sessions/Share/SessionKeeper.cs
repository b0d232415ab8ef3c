using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Logging;

namespace OfflineFiles.Sdk.Cim.Sessions.Share;

/// <summary>
/// Keeps one session for all calls: made at the first, once for however many ask at the same time, and anew after a loss. A caller that
/// stops waiting takes nothing from the others.
/// </summary>
internal sealed class SessionKeeper(
    ICimConnector connector, CimReconnectOptions reconnect, TimeProvider time, CimLog log, CancellationToken closing)
{
    private readonly object _lock = new();
    private readonly HashSet<SharedSession> _alive = [];
    private readonly ReconnectBackoff _backoff = new(reconnect, time);
    private SharedSession? _current;
    private bool _isClosed;
    private int _attempts;
    private bool _wasMade;
    private volatile bool _wasReached;
    private volatile CimTransportException? _loss;

    /// <summary>The machine is known to be gone; null if it is not, or was never reached.</summary>
    public CimOutage? Outage => _backoff.Outage;

    /// <summary>The patience of one call.</summary>
    public ReconnectPatience Patience() => new(_backoff.Patience());

    /// <summary>
    /// Whether a call that failed so often for want of the machine may try again. One that was never reached is reported at once, and who waited
    /// for a connection as long as one may take has waited enough.
    /// </summary>
    public bool MayTryAgain(CimTransportException error, int failures, ReconnectPatience patience) =>
        failures <= MostFailures && error.Deadline is null && patience.Covers(_backoff.Remaining());

    /// <summary>
    /// Enters the session; whoever gets it leaves it. Fails with the last loss if the next connection is further away than the patience.
    /// </summary>
    public async Task<SharedSession> EnterAsync(ReconnectPatience patience, CancellationToken cancellationToken)
    {
        var (session, isNew) = Take(patience);
        if (isNew) _ = MakeAsync(session);
        try
        {
            await session.Ready.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.LeaveAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The session is of no use any more. Its other users end by themselves.</summary>
    public async ValueTask LoseAsync(SharedSession session, CimTransportException error)
    {
        var isFirstToKnow = Drop(session);
        if (isFirstToKnow) Note(error);
        await session.RetireAsync().ConfigureAwait(false);
        if (isFirstToKnow) log.SessionLost(error);
    }

    public void Answered()
    {
        _wasReached = true;
        _backoff.Answered();
    }

    /// <summary>Gives up the session and waits until all that were ever made are disposed. Whoever uses one has been told to leave.</summary>
    public async Task CloseAsync()
    {
        SharedSession? current;
        SharedSession[] alive;
        lock (_lock)
        {
            _isClosed = true;
            current = _current;
            alive = [.. _alive];
        }

        if (current is not null) await current.RetireAsync().ConfigureAwait(false);
        await Task.WhenAll(alive.Select(session => session.Ended)).ConfigureAwait(false);
    }

    private (SharedSession Session, bool IsNew) Take(ReconnectPatience patience)
    {
        lock (_lock)
        {
            if (_isClosed) throw CimErrors.Disposed();
            var isThere = _current?.Ready.IsCompleted == true;
            if (!isThere && _loss is { } loss && !patience.TrySpend(_backoff.Remaining())) throw loss;
            var isNew = _current is null;
            if (isNew)
            {
                _alive.RemoveWhere(session => session.Ended.IsCompleted);
                _alive.Add(_current = new SharedSession());
            }

            _current!.Enter();
            return (_current, isNew);
        }
    }

    private bool Drop(SharedSession session)
    {
        lock (_lock)
        {
            if (_current != session) return false;
            _current = null;
            return true;
        }
    }

#if NET
    private Task WaitAsync(TimeSpan delay) => Task.Delay(delay, time, closing);
#else
    private Task WaitAsync(TimeSpan delay) => time.Delay(delay, closing);
#endif

    // A session that was not tested, such as one of the caller, may be worn out while the machine is there: it is tried twice, without a wait.
    private int MostFailures => _wasReached ? reconnect.Attempts : connector is IUntestedConnector ? Math.Min(reconnect.Attempts, 1) : 0;

    // A machine that was never reached has no backoff: each call tries it once and says what it found.
    private void Note(CimTransportException error)
    {
        if (!_wasReached) return;
        _loss = error;
        _backoff.Lost();
    }

    private async Task MakeAsync(SharedSession session)
    {
        var attempt = Interlocked.Increment(ref _attempts);
        try
        {
            var delay = _backoff.Remaining();
            if (delay > TimeSpan.Zero) await WaitAsync(delay).ConfigureAwait(false);
            session.Made(await connector.ConnectAsync(closing).ConfigureAwait(false));
            log.SessionMade(isFirst: !_wasMade, attempt);
            _attempts = 0;
            _wasMade = true;
            if (connector is not IUntestedConnector) _wasReached = true;
        }
#pragma warning disable CA1031 // It belongs to those who wait for the session.
        catch (Exception error)
#pragma warning restore CA1031
        {
            // Dropped before it is told: whoever tries again gets another.
            if (Drop(session) && error is CimTransportException { IsUnreachable: true } loss) Note(loss);
            session.Failed(error);
            await session.RetireAsync().ConfigureAwait(false);
            if (!closing.IsCancellationRequested) log.SessionFailed(error, attempt);
        }
        finally
        {
            await session.LeaveAsync().ConfigureAwait(false);
        }
    }
}
