using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Logging;

namespace OfflineFiles.Sdk.Cim.Sessions.Connect;

/// <summary>
/// Tries another protocol where the machine is not reached by the first. One that answered, and be it with a refusal, is not asked again
/// by another way. What worked once is used from then on.
/// </summary>
internal sealed class FallbackConnector(ICimConnector first, ICimConnector second, CimLog log) : ICimConnector
{
    private ICimConnector? _worked;

    public async Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _worked) is { } known) return await known.ConnectAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await RememberAsync(first, cancellationToken).ConfigureAwait(false);
        }
        catch (CimTransportException notReached) when (notReached.IsUnreachable)
        {
            log.FellBackToDcom(notReached);
            try
            {
                return await RememberAsync(second, cancellationToken).ConfigureAwait(false);
            }
            catch (CimTransportException neither) when (neither.IsUnreachable)
            {
                throw new CimTransportException(neither.Status, $"{Sentence(notReached)} By DCOM: {Sentence(neither)}", neither)
                {
                    NativeCode = neither.NativeCode ?? notReached.NativeCode,
                    IsUnreachable = true,
                    Phase = CimTimeoutPhase.Connect,
                };
            }
        }
    }

    private static string Sentence(Exception error) => $"{error.Message.Trim().TrimEnd('.')}.";

    private async Task<ICimTransport> RememberAsync(ICimConnector connector, CancellationToken cancellationToken)
    {
        var session = await connector.ConnectAsync(cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _worked, connector);
        return session;
    }
}
