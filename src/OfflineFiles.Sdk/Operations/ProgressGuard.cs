namespace OfflineFiles.Sdk.Operations;

/// <summary>Stands between a backend and the progress handler of a caller. What the handler throws never reaches the backend: it stops it.</summary>
internal sealed class ProgressGuard : IProgress<OperationProgress>, IDisposable
{
    private readonly IProgress<OperationProgress>? _handler;
    private readonly CancellationToken _caller;
    // Not disposed: a message may come late, and a source without a timer holds nothing.
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenRegistration _registration;
    private Exception? _failure;
    private bool _isOver;

    public ProgressGuard(IProgress<OperationProgress>? handler, CancellationToken caller)
    {
        _handler = handler;
        _caller = caller;
        _registration = handler is null ? default : caller.Register(_stop.Cancel);
    }

    /// <summary>What the backend is given: nothing if nobody listens.</summary>
    public IProgress<OperationProgress>? Progress => _handler is null ? null : this;

    /// <summary>Cancelled by the caller, or because the handler threw.</summary>
    public CancellationToken Token => _handler is null ? _caller : _stop.Token;

    /// <summary>What the handler threw first.</summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    public bool IsStopped => _caller.IsCancellationRequested || Failure is not null;

    /// <summary>What an operation that was stopped ends with.</summary>
    public Exception Error(OperationReport report) =>
        Failure is { } failure ? new OperationFailedException(report, failure) : new OperationCancelledException(report, _caller);

    public void Report(OperationProgress value)
    {
        if (Volatile.Read(ref _isOver) || Failure is not null) return;
        try
        {
            _handler!.Report(value);
        }
        catch (OperationCanceledException) when (_caller.IsCancellationRequested)
        {
            // It says in its own way what the token says.
        }
        catch (Exception failure) when (Keep(failure))
        {
            _stop.Cancel();
        }
    }

    public void Dispose()
    {
        Volatile.Write(ref _isOver, true);
        _registration.Dispose();
    }

    // Of two that throw at once the first one counts.
    private bool Keep(Exception failure)
    {
        Interlocked.CompareExchange(ref _failure, failure, null);
        return true;
    }
}
