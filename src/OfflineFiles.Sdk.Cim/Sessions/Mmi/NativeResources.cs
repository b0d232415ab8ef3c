namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>
/// The native objects that an operation was started with. They are disposed when the operation has ended, not when its reader leaves, because the
/// native layer may use them until then.
/// </summary>
internal sealed class NativeResources : IDisposable
{
    private readonly Stack<IDisposable> _resources = new();

    public T Keep<T>(T resource)
        where T : IDisposable
    {
        _resources.Push(resource);
        return resource;
    }

    public void Dispose()
    {
        while (_resources.Count > 0) _resources.Pop().Dispose();
    }

    /// <summary>Starts an operation with what it needs.</summary>
    public static void Start<T>(Func<NativeResources, IObservable<T>> start, IObserver<T> results)
    {
        var resources = new NativeResources();
        try
        {
            // What this returns can only cancel. The operation's token does that already, and a second time throws where it has ended meanwhile.
            _ = start(resources).Subscribe(new Observer<T>(results, resources));
        }
        catch
        {
            resources.Dispose();
            throw;
        }
    }

    private sealed class Observer<T>(IObserver<T> results, NativeResources resources) : IObserver<T>
    {
        public void OnNext(T value) => results.OnNext(value);

        public void OnError(Exception error)
        {
            results.OnError(error);
            resources.Dispose();
        }

        public void OnCompleted()
        {
            results.OnCompleted();
            resources.Dispose();
        }
    }
}

/// <summary>
/// The token of one native operation, linked to the caller's. To cancel it runs native code, which can fail where the operation is just ending by
/// itself; a plain link would throw that at whoever cancels, and that may be a timer.
/// </summary>
internal sealed class NativeCancellation : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _caller;

    public NativeCancellation(CancellationToken caller) => _caller = caller.Register(Cancel);

    public CancellationToken Token => _source.Token;

    public void Cancel()
    {
        try
        {
            _source.Cancel();
        }
        catch (AggregateException failed)
        {
            foreach (var error in failed.InnerExceptions) MmiErrors.Release(error);
        }
        catch (ObjectDisposedException)
        {
            // Nothing runs any more.
        }
    }

    public void Dispose()
    {
        _caller.Dispose();
        _source.Dispose();
    }
}
