namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>
/// The native objects that an operation was started with. They are given up when it has ended and not when its reader leaves, for nothing says
/// that the native layer does not look at them until then.
/// </summary>
internal sealed class NativeNeeds : IDisposable
{
    private readonly Stack<IDisposable> _needs = new();

    public T Keep<T>(T need)
        where T : IDisposable
    {
        _needs.Push(need);
        return need;
    }

    public void Dispose()
    {
        while (_needs.Count > 0) _needs.Pop().Dispose();
    }

    /// <summary>Starts an operation with what it needs.</summary>
    public static void Start<T>(Func<NativeNeeds, IObservable<T>> start, IObserver<T> results)
    {
        var needs = new NativeNeeds();
        try
        {
            // What this returns can only cancel. The operation's token does that already, and a second time throws where it has ended meanwhile.
            _ = start(needs).Subscribe(new Observer<T>(results, needs));
        }
        catch
        {
            needs.Dispose();
            throw;
        }
    }

    private sealed class Observer<T>(IObserver<T> results, NativeNeeds needs) : IObserver<T>
    {
        public void OnNext(T value) => results.OnNext(value);

        public void OnError(Exception error)
        {
            results.OnError(error);
            needs.Dispose();
        }

        public void OnCompleted()
        {
            results.OnCompleted();
            needs.Dispose();
        }
    }
}
