using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>The caller's token and our own time limit as one token, and the word afterwards on which of the two it was.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly TimeSpan _limit;
    private readonly ITimer _timer;
    private volatile bool _passed;

    public Deadline(TimeProvider time, TimeSpan limit, CancellationToken caller)
    {
        _caller = caller;
        _limit = limit;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _timer = time.CreateTimer(_ => Pass(), null, limit, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The server answered: the time runs anew.</summary>
    public void Restart() => _timer.Change(_limit, Timeout.InfiniteTimeSpan);

    /// <summary>Nobody waits for the server now, so no time runs.</summary>
    public void Pause() => _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>
    /// What a cancellation of <see cref="Token"/> really was; the phase is what was waited for, unless the call had not come that far.
    /// </summary>
    public Exception Explain(OperationCanceledException error, CimTimeoutPhase phase)
    {
        if (_caller.IsCancellationRequested) return new OperationCanceledException(error.Message, error, _caller);
        if (!_passed) return error;
        var early = error as CimPhaseCanceledException;
        if (early is { Phase: CimTimeoutPhase.Queue or CimTimeoutPhase.Connect }) phase = early.Phase;
        return new CimTransportException(CimStatus.Failed, "The deadline passed.", error)
        {
            Deadline = _limit,
            Phase = phase,
            IsUnreachable = phase == CimTimeoutPhase.Connect,
            Outage = early?.Outage,
        };
    }

    public void Dispose()
    {
        _timer.Dispose();
        _source.Dispose();
    }

    private void Pass()
    {
        _passed = true;
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The operation ended while the timer fired: there is nothing left to end.
        }
    }
}

/// <summary>A call was cancelled in a phase: a time limit above tells what the time went into.</summary>
internal sealed class CimPhaseCanceledException(CimTimeoutPhase phase, Exception innerException, CancellationToken cancellationToken)
    : OperationCanceledException(innerException.Message, innerException, cancellationToken)
{
    public CimTimeoutPhase Phase { get; } = phase;

    /// <summary>The machine is gone, and the call waited for it; null if it is not known to be.</summary>
    public CimOutage? Outage { get; init; }
}
