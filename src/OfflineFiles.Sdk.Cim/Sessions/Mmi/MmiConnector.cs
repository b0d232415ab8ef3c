using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Makes native sessions to one machine by one protocol. A session to this machine has no name: "localhost" would go by network.</summary>
internal sealed class MmiConnector(string? computerName, string namespaceName, Func<CimSessionOptions> sessionOptions) : ICimConnector
{
    public async Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken)
    {
        using var queue = new ResultQueue<CimSession>();
        using var subscription = MmiErrors.Translated(() => Connect(queue));
        var (more, session) = await MmiErrors.TranslatedAsync(queue.TakeAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        return more && session is not null
            ? new MmiTransport(session, namespaceName, leaveOpen: false)
            : throw new CimTransportException(CimStatus.Failed, "No session could be made.") { IsUnreachable = true };
    }

    // The options are read when the session is made, on another thread, so they last until that is over.
    private IDisposable Connect(ResultQueue<CimSession> queue)
    {
        var options = sessionOptions();
        try
        {
            return CimSession.CreateAsync(computerName, options).Subscribe(new KeepingObserver<CimSession>(queue, options));
        }
        catch
        {
            options.Dispose();
            throw;
        }
    }
}
