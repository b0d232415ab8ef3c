namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>Copies each native result, disposes it and queues the copy. Nothing escapes to the thread that brings the results.</summary>
internal sealed class CopyingObserver<TNative, TCopy>(Func<TNative, TCopy> copy, ResultQueue<TCopy> queue) : IObserver<TNative>
{
    public void OnNext(TNative value)
    {
        // A session that could not be made comes as an error and then as null (observed behaviour).
        if (value is null) return;
        try
        {
            if (!queue.HasEnded) queue.Add(copy(value));
        }
#pragma warning disable CA1031 // An exception that escaped here would end the operation without a word; the reader gets it instead.
        catch (Exception error)
#pragma warning restore CA1031
        {
            queue.End(error);
        }
        finally
        {
            (value as IDisposable)?.Dispose();
        }
    }

    public void OnError(Exception error) => queue.End(error);

    public void OnCompleted() => queue.End();
}

/// <summary>Queues native results as they are; the reader disposes them.</summary>
internal sealed class HandoverObserver<T>(ResultQueue<T> queue) : IObserver<T>
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
