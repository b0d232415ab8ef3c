namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>Makes sessions to one machine.</summary>
internal interface ICimConnector
{
    /// <summary>Makes a session; it fails with <see cref="CimTransportException"/>. Whoever gets it disposes it.</summary>
    Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken);
}
