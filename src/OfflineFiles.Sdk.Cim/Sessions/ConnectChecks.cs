using System.Net;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>Which options of a connection contradict themselves, each other, or what the connection is made to.</summary>
internal static class ConnectChecks
{
    private const string LocalMachine = "is given for the local machine, which is always reached as the caller and without a network. Leave it out.";
    private const string GivenSession = "is given with a session that is there already. Leave it out, and make the session so.";
    private const string NoUser = "has no user name. Give one, or leave it out for the account of the caller.";
    private const string HttpsOnly = "is false without UseHttps: over http there is no certificate. Set UseHttps, or leave the check on.";
    private const string WSManOnly = "is given for DCOM, where it means nothing. Leave it out, or use CimProtocol.WSMan.";
    private const string DcomOnly = "is given for WS-Management, where it means nothing. Leave it out, use CimProtocol.Dcom or allow FallBackToDcom.";

    public static void Add(CimBackendOptions options, CimTarget target, OptionFaults faults)
    {
        AddValues(options, faults);
        switch (target)
        {
            case CimTarget.ThisMachine:
                AddRoute(options, faults, LocalMachine);
                break;
            case CimTarget.GivenSession:
                AddRoute(options, faults, GivenSession);
                faults.Require(options.Culture is null, nameof(options.Culture), GivenSession);
                faults.Require(options.UICulture is null, nameof(options.UICulture), GivenSession);
                faults.Require(options.ConnectTimeout == CimBackendOptions.Default.ConnectTimeout, nameof(options.ConnectTimeout), GivenSession);
                break;
            default:
                AddProtocol(options, faults);
                AddHttp(options, faults);
                AddSecurity(options, faults);
                break;
        }
    }

    private static void AddValues(CimBackendOptions options, OptionFaults faults)
    {
        faults.Defined(options.Protocol, nameof(options.Protocol));
        faults.Defined(options.Authentication, nameof(options.Authentication));
        faults.Defined(options.Impersonation, nameof(options.Impersonation));
        faults.Require(options.Port is null or (> 0 and <= 65535), nameof(options.Port), $"is {options.Port}. Give a port from 1 to 65535.");
        faults.Require(HasUser(options.Credential), nameof(options.Credential), NoUser);
        faults.Wait(options.ConnectTimeout, nameof(options.ConnectTimeout));
        faults.Require(
            options.MaxConcurrentOperations > 0, nameof(options.MaxConcurrentOperations), $"is {options.MaxConcurrentOperations}. Allow at least 1.");
        AddReconnect(options.Reconnect, faults);
        if (options.Proxy is { } proxy) AddProxy(proxy, faults);
    }

    private static void AddReconnect(CimReconnectOptions? reconnect, OptionFaults faults)
    {
        faults.Require(reconnect is not null, "Reconnect", "is null. Leave it out, or use CimReconnectOptions.Never.");
        if (reconnect is null) return;
        faults.Require(reconnect.Attempts >= 0, "Reconnect.Attempts", $"is {reconnect.Attempts}. Give 0 for never, or how often to try.");
        faults.Require(reconnect.FirstDelay > TimeSpan.Zero, "Reconnect.FirstDelay", $"is {reconnect.FirstDelay}. Give a time above zero.");
        faults.Require(reconnect.LongestDelay >= reconnect.FirstDelay && reconnect.LongestDelay <= TimeSpan.FromDays(1), "Reconnect.LongestDelay",
            $"is {reconnect.LongestDelay}. Give a time from FirstDelay ({reconnect.FirstDelay}) to a day.");
    }

    private static void AddProxy(CimProxyOptions proxy, OptionFaults faults)
    {
        faults.Defined(proxy.Discovery, "Proxy.Discovery");
        faults.Defined(proxy.Authentication, "Proxy.Authentication");
        faults.Require(HasUser(proxy.Credential), "Proxy.Credential", NoUser);
        faults.Require(
            proxy.Credential is null || proxy.Discovery != CimProxyDiscovery.None,
            "Proxy.Credential", "is given without a proxy. Say how it is found.");
        faults.Require(
            proxy.Authentication is not (CimAuthentication.Kerberos or CimAuthentication.NtlmDomain or CimAuthentication.CredSsp),
            "Proxy.Authentication", $"is {proxy.Authentication}, which no proxy is asked for. Use Default, Negotiate, Basic or Digest.");
        faults.Require(proxy.Credential is not null || proxy.Authentication is not (CimAuthentication.Basic or CimAuthentication.Digest),
            "Proxy.Authentication", $"is {proxy.Authentication}, which needs a user and a password. Give Proxy.Credential.");
    }

    // What says how another machine is reached, and as whom.
    private static void AddRoute(CimBackendOptions options, OptionFaults faults, string otherwise)
    {
        var none = CimBackendOptions.Default;
        faults.Require(options.Protocol == none.Protocol, nameof(options.Protocol), otherwise);
        faults.Require(!options.FallBackToDcom, nameof(options.FallBackToDcom), otherwise);
        faults.Require(options.Port is null, nameof(options.Port), otherwise);
        faults.Require(!options.UseHttps, nameof(options.UseHttps), otherwise);
        faults.Require(options.CheckCertificateAuthority, nameof(options.CheckCertificateAuthority), otherwise);
        faults.Require(options.CheckCertificateName, nameof(options.CheckCertificateName), otherwise);
        faults.Require(options.CheckCertificateRevocation, nameof(options.CheckCertificateRevocation), otherwise);
        faults.Require(options.Proxy is null, nameof(options.Proxy), otherwise);
        faults.Require(options.Credential is null, nameof(options.Credential), otherwise);
        faults.Require(options.Authentication == none.Authentication, nameof(options.Authentication), otherwise);
        faults.Require(options.Impersonation == none.Impersonation, nameof(options.Impersonation), otherwise);
        faults.Require(options.PacketPrivacy, nameof(options.PacketPrivacy), otherwise);
        faults.Require(options.PacketIntegrity, nameof(options.PacketIntegrity), otherwise);
    }

    private static void AddProtocol(CimBackendOptions options, OptionFaults faults)
    {
        if (options.Protocol == CimProtocol.Dcom)
        {
            faults.Require(
                !options.FallBackToDcom, nameof(options.FallBackToDcom),
                "is given with Protocol Dcom, which is there already. Leave one of them out.");
            faults.Require(options.Port is null, nameof(options.Port), WSManOnly);
            faults.Require(!options.UseHttps, nameof(options.UseHttps), WSManOnly);
            faults.Require(options.Proxy is null, nameof(options.Proxy), WSManOnly);
        }
        else if (!options.FallBackToDcom)
        {
            faults.Require(options.Impersonation == CimImpersonation.Default, nameof(options.Impersonation), DcomOnly);
            faults.Require(options.PacketIntegrity, nameof(options.PacketIntegrity), DcomOnly);
        }
    }

    private static void AddHttp(CimBackendOptions options, OptionFaults faults)
    {
        faults.Require(options.CheckCertificateAuthority || options.UseHttps, nameof(options.CheckCertificateAuthority), HttpsOnly);
        faults.Require(options.CheckCertificateName || options.UseHttps, nameof(options.CheckCertificateName), HttpsOnly);
        faults.Require(options.CheckCertificateRevocation || options.UseHttps, nameof(options.CheckCertificateRevocation), HttpsOnly);
        faults.Require(
            options.UseHttps || options.Protocol == CimProtocol.Dcom || options.Proxy is null or { Discovery: CimProxyDiscovery.None },
            nameof(options.Proxy), "is given without UseHttps, and WinRM takes a proxy over https only. Set UseHttps.");
    }

    private static void AddSecurity(CimBackendOptions options, OptionFaults faults)
    {
        var needsPassword = options.Authentication is CimAuthentication.Basic or CimAuthentication.Digest or CimAuthentication.CredSsp;
        faults.Require(!needsPassword || options.Credential is not null, nameof(options.Authentication),
            $"is {options.Authentication}, which needs a user and a password. Give Credential.");
        faults.Require(!needsPassword || options is { Protocol: CimProtocol.WSMan, FallBackToDcom: false }, nameof(options.Authentication),
            $"is {options.Authentication}, which DCOM does not have. Use Default, Negotiate, Kerberos or NtlmDomain.");
        faults.Require(
            options.Authentication is not (CimAuthentication.Basic or CimAuthentication.Digest) || options.UseHttps || !options.PacketPrivacy,
            nameof(options.Authentication),
            $"is {options.Authentication} without UseHttps, and it encrypts nothing itself. "
            + "Set UseHttps, or PacketPrivacy = false to say that all may be read on the way.");
        faults.Require(
            options.PacketPrivacy || !options.UseHttps,
            nameof(options.PacketPrivacy), "is false with UseHttps, which encrypts always. Leave one of them out.");
        faults.Require(
            options.PacketIntegrity || !options.PacketPrivacy,
            nameof(options.PacketIntegrity), "is false with PacketPrivacy, which includes it. Turn both off or none.");
    }

    private static bool HasUser(NetworkCredential? credential) => credential is null || !string.IsNullOrWhiteSpace(credential.UserName);
}
