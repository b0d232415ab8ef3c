namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>
/// The token of one native operation, linked to the caller's. To cancel it runs native code, which can fail where the operation is just ending by
/// itself; a plain link would throw that at whoever cancels, and that may be a timer.
/// </summary>
internal sealed class NativeEnd : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _caller;

    public NativeEnd(CancellationToken caller) => _caller = caller.Register(Cancel);

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
