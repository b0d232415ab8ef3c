using Microsoft.Management.Infrastructure.Options;
using OfflineFiles.Sdk.Cim.Logging;
using OfflineFiles.Sdk.Cim.Sessions.Mmi;

namespace OfflineFiles.Sdk.Cim.Sessions.Connect;

/// <summary>Composes the connector of a machine: its protocols, the time limit, and the test of a new session. A new protocol is added here.</summary>
internal static class ConnectorStack
{
    /// <summary>Sessions to this machine need no test: there is no network that could fail.</summary>
    public static ICimConnector Local(CimBackendOptions options) =>
        new LocalConnector(Limited(new MmiConnector(null, options, () => MmiSessionOptions.Local(options)), options));

    public static ICimConnector Remote(string computerName, CimBackendOptions options, CimLog log)
    {
        var dcom = Verified(() => MmiSessionOptions.Dcom(options));
        if (options.Protocol == CimProtocol.Dcom) return dcom;
        var wsman = Verified(() => MmiSessionOptions.WSMan(options));
        return options.FallBackToDcom ? new FallbackConnector(wsman, dcom, log) : wsman;

        ICimConnector Verified(Func<CimSessionOptions> session) =>
            Limited(new VerifyingConnector(new MmiConnector(computerName, options, session)), options);
    }

    private static DeadlineConnector Limited(ICimConnector connector, CimBackendOptions options) =>
        new(connector, options.TimeProvider, options.ConnectTimeout);
}

/// <summary>Makes sessions to this machine: they are made whether or not something answers.</summary>
internal sealed class LocalConnector(ICimConnector inner) : IUntestedConnector
{
    public Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken) => inner.ConnectAsync(cancellationToken);
}

/// <summary>Limits the time to connect.</summary>
internal sealed class DeadlineConnector(ICimConnector inner, TimeProvider time, TimeSpan limit) : ICimConnector
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

/// <summary>
/// Tests each new session with a request before it is used. The layer below also makes sessions to machines that do not exist (observed
/// behaviour), and then a failed first operation could not tell whether it was sent.
/// </summary>
internal sealed class VerifyingConnector(ICimConnector inner) : ICimConnector
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

/// <summary>
/// Returns the session of the caller each time a session is needed. A session holds no connection (observed behaviour), so the same one works
/// again when the machine is back. It is disposed with the connector.
/// </summary>
internal sealed class GivenSessionConnector(ICimTransport session) : IUntestedConnector, IAsyncDisposable
{
    public Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken) => Task.FromResult<ICimTransport>(new Borrowed(session));

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private sealed class Borrowed(ICimTransport session) : TransportLayer(session)
    {
        protected override ValueTask EndAsync() => default;
    }
}
