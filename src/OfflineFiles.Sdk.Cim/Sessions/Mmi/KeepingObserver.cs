namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>Queues native results that are kept, so they are not disposed here.</summary>
internal sealed class KeepingObserver<T>(ResultQueue<T> queue) : IObserver<T>
    where T : class, IDisposable
{
    // A session that could not be made comes as an error and then as null (observed behaviour).
    public void OnNext(T value)
    {
        // Nobody waits any more: the result has no owner.
        if (value is not null && !queue.Add(value)) value.Dispose();
    }

    public void OnError(Exception error) => queue.End(error);

    public void OnCompleted() => queue.End();
}
