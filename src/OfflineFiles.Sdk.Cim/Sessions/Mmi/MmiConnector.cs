using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>Makes native sessions to one machine by one protocol. A session to this machine has no name: "localhost" would go by network.</summary>
internal sealed class MmiConnector(string? computerName, CimBackendOptions options, Func<CimSessionOptions> sessionOptions) : ICimConnector
{
    public async Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken)
    {
        using var queue = new ResultQueue<CimSession>();
        MmiErrors.Translated(() => NativeResources.Start(
            resources => CimSession.CreateAsync(computerName, resources.Keep(sessionOptions())), new HandoverObserver<CimSession>(queue)));
        var (more, session) = await MmiErrors.TranslatedAsync(queue.TakeAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        return more && session is not null
            ? new MmiTransport(session, options.Namespace, leaveOpen: false, new AnswerLimits(options))
            : throw new CimTransportException(CimStatus.Failed, "No session could be made.") { IsUnreachable = true };
    }
}

/// <summary>Our options in the terms of the native layer. What is left at its default is left unsaid.</summary>
internal static class MmiSessionOptions
{
    public static CimSessionOptions Local(CimBackendOptions options) => Filled(new CimSessionOptions(), options, _ => { });

    public static CimSessionOptions Dcom(CimBackendOptions options) => Filled(new DComSessionOptions(), options, session =>
    {
        session.PacketPrivacy = options.PacketPrivacy;
        session.PacketIntegrity = options.PacketIntegrity;
        if (options.Impersonation != CimImpersonation.Default) session.Impersonation = (ImpersonationType)options.Impersonation;
        AddAccount(session, options);
    });

    public static CimSessionOptions WSMan(CimBackendOptions options) => Filled(new WSManSessionOptions(), options, session =>
    {
        if (options.Port is { } port) session.DestinationPort = (uint)port;
        if (options.UseHttps)
        {
            session.UseSsl = true;
            session.CertCACheck = options.CheckCertificateAuthority;
            session.CertCNCheck = options.CheckCertificateName;
            session.CertRevocationCheck = options.CheckCertificateRevocation;
        }

        if (!options.PacketPrivacy) session.NoEncryption = true;
        if (options.Proxy is { } proxy)
        {
            session.ProxyType = (ProxyType)proxy.Discovery;
            Add(proxy.Credential, proxy.Authentication, session.AddProxyCredentials);
        }

        AddAccount(session, options);
    });

    private static T Filled<T>(T session, CimBackendOptions options, Action<T> fill)
        where T : CimSessionOptions
    {
        try
        {
            if (options.Culture is not null) session.Culture = options.Culture;
            if (options.UICulture is not null) session.UICulture = options.UICulture;
            fill(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static void AddAccount(CimSessionOptions session, CimBackendOptions options) =>
        Add(options.Credential, options.Authentication, session.AddDestinationCredentials);

    // The password is read when the account is added, so it lasts until then.
    private static void Add(CimAccount? account, CimAuthentication authentication, Action<CimCredential> add)
    {
        if (account is null)
        {
            if (Impersonated(authentication) is { } mechanism) add(new CimCredential(mechanism));
            return;
        }

        var credential = account.ToNetworkCredential();
        using var password = credential.SecurePassword;
        add(new CimCredential((PasswordAuthenticationMechanism)authentication, credential.Domain, credential.UserName, password));
    }

    private static ImpersonatedAuthenticationMechanism? Impersonated(CimAuthentication authentication) => authentication switch
    {
        CimAuthentication.Negotiate => ImpersonatedAuthenticationMechanism.Negotiate,
        CimAuthentication.Kerberos => ImpersonatedAuthenticationMechanism.Kerberos,
        CimAuthentication.NtlmDomain => ImpersonatedAuthenticationMechanism.NtlmDomain,
        _ => null,
    };
}
