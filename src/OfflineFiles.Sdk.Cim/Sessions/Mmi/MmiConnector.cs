using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;

namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>Makes native sessions to one machine by one protocol. A session to this machine has no name: "localhost" would go by network.</summary>
internal sealed class MmiConnector(string? computerName, string namespaceName, Func<CimSessionOptions> sessionOptions) : ICimConnector
{
    public async Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken)
    {
        using var queue = new ResultQueue<CimSession>();
        MmiErrors.Translated(() => NativeNeeds.Start(
            needs => CimSession.CreateAsync(computerName, needs.Keep(sessionOptions())), new KeepingObserver<CimSession>(queue)));
        var (more, session) = await MmiErrors.TranslatedAsync(queue.TakeAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        return more && session is not null
            ? new MmiTransport(session, namespaceName, leaveOpen: false)
            : throw new CimTransportException(CimStatus.Failed, "No session could be made.") { IsUnreachable = true };
    }
}
