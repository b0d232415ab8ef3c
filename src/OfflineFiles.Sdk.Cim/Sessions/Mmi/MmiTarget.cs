using System.Net;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Which machine a session is made to, and how.</summary>
internal sealed record MmiTarget(string? ComputerName, CimProtocol Protocol, NetworkCredential? Credential)
{
    public static MmiTarget Local { get; } = new(null, CimProtocol.Dcom, null);

    /// <summary>Starts making a session. "localhost" would be the local machine by network, so the local machine has no name here.</summary>
    public IObservable<CimSession> Connect()
    {
        if (ComputerName is null) return CimSession.CreateAsync(null);
        using CimSessionOptions options = Protocol == CimProtocol.Dcom ? new DComSessionOptions() : new WSManSessionOptions();
        if (Credential is not null)
        {
            using var password = Credential.SecurePassword;
            options.AddDestinationCredentials(new CimCredential(
                PasswordAuthenticationMechanism.Default,
                string.IsNullOrEmpty(Credential.Domain) ? null : Credential.Domain,
                Credential.UserName,
                password));
        }

        return CimSession.CreateAsync(ComputerName, options);
    }
}
