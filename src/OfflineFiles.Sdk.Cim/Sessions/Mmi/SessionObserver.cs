using Microsoft.Management.Infrastructure;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Queues a session that is being made. Unlike other results it is kept, so it is not disposed here.</summary>
internal sealed class SessionObserver(ResultQueue<CimSession> queue) : IObserver<CimSession>
{
    public void OnNext(CimSession value)
    {
        // Nobody waits any more: the session has no owner.
        if (value is not null && !queue.Add(value)) value.Dispose();
    }

    public void OnError(Exception error) => queue.End(error);

    public void OnCompleted() => queue.End();
}
