namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>The first source if the machine offers it, else the second.</summary>
internal sealed class AutomaticSource(IChangeSource first, IChangeSource second) : IChangeSource
{
    public async Task RunAsync(ChangeWatch watch, CancellationToken cancellationToken)
    {
        try
        {
            await first.RunAsync(watch, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationNotSupportedException error)
        {
            // What was done before the refusal came, the second has not seen.
            watch.Refused(error);
            await second.RunAsync(watch, cancellationToken).ConfigureAwait(false);
        }
    }
}
