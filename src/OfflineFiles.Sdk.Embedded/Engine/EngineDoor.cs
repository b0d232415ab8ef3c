using OfflineFiles.Sdk.Embedded.Reports;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>
/// What every call of the public face goes through. It lets calls in while the cache is open; closing cancels those that are inside and waits for the
/// last to leave. What the parts inside throw leaves as an error of the documented family.
/// </summary>
internal sealed class EngineDoor : IDisposable
{
    private const string Backend = "EmbeddedBackend";

    private readonly object _sync = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AsyncLocal<Visit?> _here = new();
    private int _inside;
    private bool _isClosed;
    private Action? _close;

    /// <summary>Runs a call. Its token also says when the cache is being closed.</summary>
    /// <exception cref="ObjectDisposedException">The cache is closed.</exception>
    public async Task<T> RunAsync<T>(string operation, UncPath? path, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var visit = Enter();
        _here.Value = visit;
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            return await work(linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (exception is not OperationCancelledException && linked.Token.IsCancellationRequested)
        {
            if (cancellationToken.IsCancellationRequested) throw new OperationCanceledException(exception.Message, exception, cancellationToken);
            throw Closed();
        }
        catch (Exception exception) when (FailureTranslator.IsForeign(exception))
        {
            throw FailureTranslator.Translate(exception, operation, path);
        }
    }

    /// <exception cref="ObjectDisposedException">The cache is closed.</exception>
    public void EnsureOpen()
    {
        if (Volatile.Read(ref _isClosed)) throw Closed();
    }

    /// <summary>
    /// Lets nobody in any more and cancels who is inside. When the last has left, the parts are closed: by then this has ended too, unless it was called
    /// from inside a call, from a progress callback say, for which waiting would be for ever.
    /// </summary>
    public Task CloseAsync(Action close) => Shut(close) ? Task.Run(CancelAndWaitAsync) : Task.CompletedTask;

    /// <summary>The same on the calling thread.</summary>
    public void Close(Action close)
    {
        if (!Shut(close)) return;
        var isInside = IsInside;
        Cancel();
        if (!isInside) _left.Task.GetAwaiter().GetResult();
    }

    /// <summary>After it was closed.</summary>
    public void Dispose() => _closing.Dispose();

    private static ObjectDisposedException Closed() => new(Backend);

    private bool IsInside => _here.Value is { HasLeft: false };

    /// <returns>False if it is closed already.</returns>
    private bool Shut(Action close)
    {
        lock (_sync)
        {
            if (_isClosed) return false;
            Volatile.Write(ref _isClosed, true);
            _close = close;
            // Stands for the closing itself, so that the last to leave is there also if nobody is inside.
            _inside++;
            return true;
        }
    }

    private async Task CancelAndWaitAsync()
    {
        var isInside = IsInside;
        Cancel();
        if (!isInside) await _left.Task.ConfigureAwait(false);
    }

    private void Cancel()
    {
        try
        {
            _closing.Cancel();
        }
        catch (AggregateException)
        {
            // Whoever registered with the token is cancelled all the same.
        }

        Leave();
    }

    private Visit Enter()
    {
        lock (_sync)
        {
            if (_isClosed) throw Closed();
            _inside++;
        }

        return new Visit(this);
    }

    private void Leave()
    {
        Action? close;
        lock (_sync)
        {
            if (--_inside > 0) return;
            close = _close;
            _close = null;
        }

        if (close is null) return;
        try
        {
            close();
        }
        finally
        {
            _left.TrySetResult();
        }
    }

    private sealed class Visit(EngineDoor door) : IDisposable
    {
        public bool HasLeft { get; private set; }

        public void Dispose()
        {
            HasLeft = true;
            door.Leave();
        }
    }
}
