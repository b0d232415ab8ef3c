namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The seam to a CIM server: three ways to ask one namespace. Everything that comes back is copied into plain values; whatever fails
/// comes as <see cref="CimTransportException"/>, cancellation as <see cref="OperationCanceledException"/> with the caller's token.
/// </summary>
internal interface ICimTransport : IAsyncDisposable
{
    /// <summary>Runs a WQL data query.</summary>
    IAsyncEnumerable<CimRow> QueryAsync(string wql, CancellationToken cancellationToken);

    /// <summary>Reads one instance by its key; null when there is none.</summary>
    ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken);

    /// <summary>Calls a static method. The sink is given every text the provider sends on the way, on the caller's own flow.</summary>
    Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken);
}
