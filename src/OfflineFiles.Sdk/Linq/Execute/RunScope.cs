using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>
/// What goes along with one run of a query from its first result to its last: what ends it from outside, which is the caller's token, the end of
/// the cache or the deadline, and those who watch it. Holds nothing before the run begins.
/// </summary>
/// <param name="backend">Where it runs.</param>
/// <param name="watch">What watches it and has its deadline; null if it has no deadline and nobody watches.</param>
/// <param name="caller">The token of the caller.</param>
/// <param name="closed">Ends with the cache.</param>
internal sealed class RunScope(ICacheBackend backend, QueryWatch? watch, CancellationToken caller, CancellationToken closed) : IDisposable
{
    private CancellationTokenSource? _timer;
    private CancellationTokenSource? _any;
    private CancellationToken? _token;

    /// <summary>
    /// How long a call that does not end with <see cref="Token"/> is waited for before it is left. A backend that honours its token has closed its
    /// stream by then, so that the caller hears of the end after it.
    /// </summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromMilliseconds(100);

    public bool HasDeadline => watch?.Deadline is not null;

    /// <summary>Whether the caller may have to go while the backend still holds the thread that called it: then it must not be the caller's.</summary>
    public bool LeavesThread { get; } = (caller.CanBeCanceled || watch?.Deadline is not null) && backend is not INonBlockingBackend;

    /// <summary>Ends with whatever ends the run. Asked for first on the thread of the caller; any thread may have it later.</summary>
    public CancellationToken Token => _token ??= HasDeadline || caller.CanBeCanceled ? Link() : closed;

    public bool HasEnded =>
        caller.IsCancellationRequested || closed.IsCancellationRequested
        || _timer is { IsCancellationRequested: true } || watch?.Deadline is { HasPassed: true };

    public static ObjectDisposedException Closed() => new(nameof(OfflineFilesCache));

    /// <exception cref="OperationCanceledException">The caller has cancelled it.</exception>
    /// <exception cref="ObjectDisposedException">The cache is closed.</exception>
    /// <exception cref="OfflineFilesTimeoutException">The deadline has passed.</exception>
    public void Check()
    {
        if (HasEnded) throw End(cause: null);
    }

    /// <summary>Like <see cref="Check"/>, where the time does not count any more: for results that are handed out of memory.</summary>
    public void CheckCaller()
    {
        if (caller.IsCancellationRequested || closed.IsCancellationRequested) throw End(cause: null);
    }

    /// <summary>
    /// Whether an error of the backend only says that the run has ended. Its own cancellation, while nothing has ended, is an error like any other.
    /// </summary>
    public bool IsEnd(Exception error) => error switch
    {
        OperationCanceledException cancelled => HasEnded && (cancelled.CancellationToken != caller || !caller.IsCancellationRequested),
        ObjectDisposedException disposed => closed.IsCancellationRequested && disposed.ObjectName != nameof(OfflineFilesCache),
        _ => false,
    };

    /// <summary>What the caller is told: his own token goes before the end of the cache, and that before the deadline.</summary>
    public Exception End(Exception? cause) =>
        caller.IsCancellationRequested ? new OperationCanceledException(cause?.Message ?? new OperationCanceledException().Message, cause, caller)
        : closed.IsCancellationRequested ? Closed()
        : watch!.Late(cause);

    /// <summary>Waits until a call of the backend has ended, but not much longer than the run.</summary>
    /// <returns>Ends without an error; whether the call has ended it says itself.</returns>
    public async Task WaitAsync(Task call)
    {
        if (call.IsCompleted) return;
        var ended = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (Token.Register(static ended => ((TaskCompletionSource<bool>)ended!).TrySetResult(true), ended))
            await Task.WhenAny(call, ended.Task).ConfigureAwait(false);
        await GraceAsync(call).ConfigureAwait(false);
    }

    /// <summary>Waits a moment for a call after the run has ended.</summary>
    public static async Task GraceAsync(Task call)
    {
        if (!call.IsCompleted) await Task.WhenAny(call, Task.Delay(Grace, CancellationToken.None)).ConfigureAwait(false);
    }

    public void Begin() => watch?.Begin();

    public void BackendHasIt()
    {
        if (!HasEnded) watch?.BackendHasIt();
    }

    public void ResultReturned() => watch?.ResultReturned();

    public IEnumerable<T> Counted<T>(IEnumerable<T> rows) => watch is null ? rows : watch.Read(rows);

    public IAsyncEnumerable<T> Counted<T>(IAsyncEnumerable<T> rows) => watch is null ? rows : watch.ReadAsync(rows);

    /// <inheritdoc cref="QueryWatch.Note"/>
    public bool Note(Exception error) => watch is not null && watch.Note(error, error is OperationCanceledException && caller.IsCancellationRequested);

    /// <summary>The run is over.</summary>
    public void Dispose()
    {
        watch?.End();
        _any?.Dispose();
        _timer?.Dispose();
    }

    private CancellationToken Link()
    {
        if (watch?.Deadline is { } deadline) _timer = deadline.StartTimer();
        _any = _timer is null
            ? CancellationTokenSource.CreateLinkedTokenSource(caller, closed)
            : CancellationTokenSource.CreateLinkedTokenSource(caller, closed, _timer.Token);
        return _any.Token;
    }
}
