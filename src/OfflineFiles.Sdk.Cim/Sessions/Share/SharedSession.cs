namespace OfflineFiles.Sdk.Cim.Sessions.Share;

/// <summary>
/// One session that several calls use. It is disposed when it has been retired and its last user has left: so never under a call, and once.
/// </summary>
internal sealed class SharedSession
{
    private readonly TaskCompletionSource<ICimTransport> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Whoever makes it, and whoever keeps it for the next call.
    private int _users = 2;
    private int _retired;

    /// <summary>Completes when the session is made, or with the error of making it.</summary>
    public Task<ICimTransport> Ready => _ready.Task;

    /// <summary>Completes when the session is disposed, or was never made.</summary>
    public Task Ended => _ended.Task;

    /// <summary>For whoever knows that it is not over: it keeps the session or uses it.</summary>
    public void Enter() => Interlocked.Increment(ref _users);

    public async ValueTask LeaveAsync()
    {
        if (Interlocked.Decrement(ref _users) != 0) return;
        try
        {
            if (Ready.Status == TaskStatus.RanToCompletion)
            {
                var session = await Ready.ConfigureAwait(false);
                await session.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            _ended.TrySetResult(true);
        }
    }

    /// <summary>No further call will use it.</summary>
    public ValueTask RetireAsync() => Interlocked.Exchange(ref _retired, 1) == 0 ? LeaveAsync() : default;

    public void Made(ICimTransport session) => _ready.TrySetResult(session);

    public void Failed(Exception error)
    {
        _ready.TrySetException(error);
        // Whoever waited for it may have gone: then nobody else looks at the error.
        _ = _ready.Task.Exception;
    }
}
