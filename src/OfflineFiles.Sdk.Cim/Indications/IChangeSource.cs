namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>A way to notice changes.</summary>
internal interface IChangeSource
{
    /// <summary>
    /// Notices changes and tells the watch, until cancelled. What passes by itself is waited out, and the watch told of it; what does not is thrown:
    /// <see cref="OperationNotSupportedException"/> when the machine does not offer this way.
    /// </summary>
    Task RunAsync(ChangeWatch watch, CancellationToken cancellationToken);
}

/// <summary>Runs the first source, or the second if the machine refuses the first.</summary>
internal sealed class FallbackChangeSource(IChangeSource first, IChangeSource second) : IChangeSource
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
