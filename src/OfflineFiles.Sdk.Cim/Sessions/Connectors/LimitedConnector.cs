namespace OfflineFiles.Sdk.Cim.Sessions.Connectors;

/// <summary>Gives connecting a time limit of its own.</summary>
internal sealed class LimitedConnector(ICimConnector inner, TimeProvider time, TimeSpan limit) : ICimConnector
{
    public async Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(time, limit, cancellationToken);
        try
        {
            return await inner.ConnectAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            throw deadline.Explain(error, CimTimeoutPhase.Connect);
        }
    }
}
