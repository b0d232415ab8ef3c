namespace OfflineFiles.Sdk.Cim.Sessions.Connectors;

/// <summary>
/// Gives out only sessions whose server has answered: the layer below makes a session to a machine that does not exist as well (observed
/// behaviour), and then the first operation would not know whether it was sent.
/// </summary>
internal sealed class TestedConnector(ICimConnector inner) : ICimConnector
{
    public async Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken)
    {
        var session = await inner.ConnectAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await session.TestAsync(cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
