namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// Queues native results that are kept, so they are not disposed here; and gives up what the operation needed once it has ended, which may be
/// long after its reader has left.
/// </summary>
internal sealed class KeepingObserver<T>(ResultQueue<T> queue, IDisposable? needed = null) : IObserver<T>
    where T : class, IDisposable
{
    // A session that could not be made comes as an error and then as null (observed behaviour).
    public void OnNext(T value)
    {
        // Nobody waits any more: the result has no owner.
        if (value is not null && !queue.Add(value)) value.Dispose();
    }

    public void OnError(Exception error)
    {
        queue.End(error);
        needed?.Dispose();
    }

    public void OnCompleted()
    {
        queue.End();
        needed?.Dispose();
    }
}
