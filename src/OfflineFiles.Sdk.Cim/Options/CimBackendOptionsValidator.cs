namespace OfflineFiles.Sdk.Cim.Options;

/// <summary>What a backend is opened for, which decides which options mean anything.</summary>
internal enum CimTarget
{
    ThisMachine,
    OtherMachine,
    GivenSession,
}

/// <summary>Finds which options make no sense, contradict each other, or do not fit the target. All faults come in one exception.</summary>
internal static class CimBackendOptionsValidator
{
    private const string LocalMachine = "is given for the local machine, which is always reached as the caller and without a network. Leave it out.";
    private const string GivenSession = "is given with a session that is there already. Leave it out, and make the session so.";
    private const string NoUser = "has no user name. Give one, or leave it out for the account of the caller.";
    private const string HttpsOnly = "is false without UseHttps: over http there is no certificate. Set UseHttps, or leave the check on.";
    private const string WSManOnly = "is given for DCOM, where it means nothing. Leave it out, or use CimProtocol.WSMan.";
    private const string DcomOnly = "is given for WS-Management, where it means nothing. Leave it out, use CimProtocol.Dcom or allow FallBackToDcom.";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Returns a copy of the options if they have no fault.</summary>
    /// <exception cref="InvalidOptionsException">There are faults.</exception>
    public static CimBackendOptions Validate(CimBackendOptions options, CimTarget target)
    {
        options = options.Copy();
        var faults = new OptionFaults(nameof(CimBackendOptions));
        AddQueries(options, faults);
        AddConnection(options, faults);
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

        faults.ThrowIfAny();
        return options;
    }

    private static void AddQueries(CimBackendOptions options, OptionFaults faults)
    {
        AddNamespace(options.Namespace, faults);
        faults.RequireDefined(options.Dialect, nameof(options.Dialect));
        faults.RequireDefined(options.MethodTarget, nameof(options.MethodTarget));
        faults.Require(options.Changes is not null, nameof(options.Changes), "is null. Leave it out or give options.");
        if (options.Changes is { } changes) AddChanges(changes, faults.Inside(nameof(options.Changes)));
        faults.Require(options.MaxDepth is >= 3 and <= 100, nameof(options.MaxDepth), $"is {options.MaxDepth}. Give a number from 3 to 100.");
        RequireSome(options.MaxRowText, nameof(options.MaxRowText));
        RequireSome(options.MaxRowValues, nameof(options.MaxRowValues));
        RequireSome(options.MaxItems, nameof(options.MaxItems));
        faults.RequireWait(options.QueryTimeout, nameof(options.QueryTimeout));
        faults.RequireWait(options.OperationTimeout, nameof(options.OperationTimeout));
        faults.Require(options.TimeProvider is not null, nameof(options.TimeProvider), "is null. Leave it out or give a clock.");

        void RequireSome(int limit, string member) => faults.Require(limit > 0, member, $"is {limit}. Allow at least 1.");
    }

    // What is no namespace may hold a password, so nothing of it is quoted.
    private static void AddNamespace(string? text, OptionFaults faults)
    {
        const string name = nameof(CimBackendOptions.Namespace);
        if (string.IsNullOrWhiteSpace(text)) faults.Add(name, "is empty. Write root/cimv2.");
        else if (!NamespaceSyntax.IsNamespace(text!)) faults.Add(name, $"has characters that no namespace has. Write {NamespaceSyntax.Allowed}.");
        else if (text!.Contains('\\')) faults.Add(name, "has backslashes, and not all servers find it so; use forward slashes. Write root/cimv2.");
    }

    private static void AddChanges(CimChangeOptions changes, OptionFaults faults)
    {
        faults.RequireDefined(changes.Source, nameof(changes.Source));
        RequireInterval(changes.PollingInterval, nameof(changes.PollingInterval));
        RequireInterval(changes.ShortestInterval, nameof(changes.ShortestInterval));
        RequireInterval(changes.LongestInterval, nameof(changes.LongestInterval));
        faults.Require(
            changes.LongestInterval <= TimeSpan.Zero || changes.LongestInterval >= changes.ShortestInterval, nameof(changes.LongestInterval),
            $"is {changes.LongestInterval}, shorter than ShortestInterval. Give at least {changes.ShortestInterval}.");
        faults.Require(
            changes.ReadingShare is > 0 and <= 1, nameof(changes.ReadingShare),
            FormattableString.Invariant($"is {changes.ReadingShare}. Give a number above 0, up to 1."));

        void RequireInterval(TimeSpan time, string member) =>
            faults.Require(time > TimeSpan.Zero && time <= Day, member, $"is {time}. Give a time above zero, up to a day.");
    }

    private static void AddConnection(CimBackendOptions options, OptionFaults faults)
    {
        faults.RequireDefined(options.Protocol, nameof(options.Protocol));
        faults.RequireDefined(options.Authentication, nameof(options.Authentication));
        faults.RequireDefined(options.Impersonation, nameof(options.Impersonation));
        faults.Require(options.Port is null or (> 0 and <= 65535), nameof(options.Port), $"is {options.Port}. Give a port from 1 to 65535.");
        AddAccount(options.Credential, nameof(options.Credential), faults);
        faults.RequireWait(options.ConnectTimeout, nameof(options.ConnectTimeout));
        faults.Require(
            options.MaxConcurrentOperations > 0, nameof(options.MaxConcurrentOperations), $"is {options.MaxConcurrentOperations}. Allow at least 1.");
        faults.Require(options.Reconnect is not null, nameof(options.Reconnect), "is null. Leave it out, or use CimReconnectOptions.Never.");
        if (options.Reconnect is { } reconnect) AddReconnect(reconnect, faults.Inside(nameof(options.Reconnect)));
        if (options.Proxy is { } proxy) AddProxy(proxy, faults.Inside(nameof(options.Proxy)));
    }

    private static void AddReconnect(CimReconnectOptions reconnect, OptionFaults faults)
    {
        faults.Require(
            reconnect.Attempts >= 0, nameof(reconnect.Attempts), $"is {reconnect.Attempts}. Give 0 for never, or how often to try.");
        faults.Require(
            reconnect.FirstDelay > TimeSpan.Zero, nameof(reconnect.FirstDelay), $"is {reconnect.FirstDelay}. Give a time above zero.");
        faults.Require(
            reconnect.LongestDelay >= reconnect.FirstDelay && reconnect.LongestDelay <= Day, nameof(reconnect.LongestDelay),
            $"is {reconnect.LongestDelay}. Give a time from FirstDelay ({reconnect.FirstDelay}) to a day.");
    }

    private static void AddProxy(CimProxyOptions proxy, OptionFaults faults)
    {
        faults.RequireDefined(proxy.Discovery, nameof(proxy.Discovery));
        faults.RequireDefined(proxy.Authentication, nameof(proxy.Authentication));
        AddAccount(proxy.Credential, nameof(proxy.Credential), faults);
        faults.Require(
            proxy.Credential is null || proxy.Discovery != CimProxyDiscovery.None, nameof(proxy.Credential),
            "is given without a proxy. Say how it is found.");
        faults.Require(
            proxy.Authentication is not (CimAuthentication.Kerberos or CimAuthentication.NtlmDomain or CimAuthentication.CredSsp),
            nameof(proxy.Authentication), $"is {proxy.Authentication}, which no proxy is asked for. Use Default, Negotiate, Basic or Digest.");
        faults.Require(
            proxy.Credential is not null || proxy.Authentication is not (CimAuthentication.Basic or CimAuthentication.Digest),
            nameof(proxy.Authentication), $"is {proxy.Authentication}, which needs a user and a password. Give Proxy.Credential.");
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

    private static void AddAccount(CimAccount? account, string member, OptionFaults faults)
    {
        if (account is null) return;
        if (string.IsNullOrWhiteSpace(account.UserName)) faults.Add(member, NoUser);
        else if (!AccountSyntax.IsAccount(AccountSyntax.Join(account)))
            faults.Add(member, $"is no account of Windows. Write {AccountSyntax.Allowed}.");
    }
}
