namespace OfflineFiles.Sdk.Cim.Sessions.Connectors;

/// <summary>
/// A session that is there already, handed out as often as one is asked for: a session holds no connection (observed behaviour), so the
/// same one works again when the machine is back. It is disposed with the connector.
/// </summary>
internal sealed class ReadyConnector(ICimTransport session) : ICimConnector, IAsyncDisposable
{
    public Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken) => Task.FromResult<ICimTransport>(new Borrowed(session));

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private sealed class Borrowed(ICimTransport session) : TransportLayer(session)
    {
        protected override ValueTask EndAsync() => default;
    }
}
