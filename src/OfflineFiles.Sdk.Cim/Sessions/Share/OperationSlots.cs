namespace OfflineFiles.Sdk.Cim.Sessions.Share;

/// <summary>Bounds how many operations run at the same time. One kind never has all places, so that neither starves the other.</summary>
#pragma warning disable CA1001 // Nobody asks these semaphores for a wait handle, so there is nothing to dispose; and late users may still leave.
internal sealed class OperationSlots(int count)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _all = new(count);
    private readonly SemaphoreSlim _reads = new(Math.Max(1, count - 1));
    private readonly SemaphoreSlim _writes = new(Math.Max(1, count - 1));

    public Task<IDisposable> ReadAsync(CancellationToken cancellationToken) => EnterAsync(_reads, cancellationToken);

    public Task<IDisposable> WriteAsync(CancellationToken cancellationToken) => EnterAsync(_writes, cancellationToken);

    private async Task<IDisposable> EnterAsync(SemaphoreSlim kind, CancellationToken cancellationToken)
    {
        await kind.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _all.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            kind.Release();
            throw;
        }

        return new Slot(kind, _all);
    }

    private sealed class Slot(SemaphoreSlim kind, SemaphoreSlim all) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) != 0) return;
            all.Release();
            kind.Release();
        }
    }
}
