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
