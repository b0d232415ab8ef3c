namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// A session that is there already, handed out as often as one is asked for: a session holds no connection (observed behaviour), so the
/// same one works again when the machine is back. It is disposed with the connector.
/// </summary>
internal sealed class ReadyConnector(ICimTransport session) : ICimConnector, IAsyncDisposable
{
    public Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken) => Task.FromResult<ICimTransport>(new Borrowed(session));

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private sealed class Borrowed(ICimTransport session) : ICimTransport
    {
        public IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, CancellationToken cancellationToken) => session.QueryAsync(query, cancellationToken);

        public IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken) => session.SubscribeAsync(wql, cancellationToken);

        public ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken) => session.GetAsync(key, cancellationToken);

        public ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) =>
            session.GetClassAsync(className, cancellationToken);

        public Task ModifyAsync(CimModification modification, CancellationToken cancellationToken) => session.ModifyAsync(modification, cancellationToken);

        public Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken) =>
            session.InvokeAsync(call, texts, cancellationToken);

        public Task TestAsync(CancellationToken cancellationToken) => session.TestAsync(cancellationToken);

        public ValueTask DisposeAsync() => default;
    }
}
