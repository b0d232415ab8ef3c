using static OfflineFiles.Sdk.Cim.Sessions.Text.ConnectionKey;

namespace OfflineFiles.Sdk.Cim.Sessions.Text;

/// <summary>All names that may stand in a connection string, in the order in which they are printed: the one table of them.</summary>
internal static class ConnectionKeys
{
    public const string Https = "https";

    // What WinRM listens on for https (Microsoft Learn: Installation and configuration for Windows Remote Management).
    private const int HttpsPort = 5986;

    public static IReadOnlyList<ConnectionKey> All { get; } =
    [
        new("user", TextForms.Text.Allowed,
            (text, connection) => text.Length == 0 ? null : connection with { User = text }, connection => connection.User),
        Of("protocol", TextForms.Choice<CimProtocol>(), o => o.Protocol, (o, value) => o with { Protocol = value }),
        Of("fallBackToDcom", TextForms.Truth, o => o.FallBackToDcom, (o, value) => o with { FallBackToDcom = value }),
        Optional("port", TextForms.Number, o => (o.Port is not null, o.Port ?? 0), (o, value) => o with { Port = value }),
        Optional(Https, TextForms.Truth, o => (o.UseHttps || MeansHttps(o), o.UseHttps), (o, value) => o with { UseHttps = value }),
        Of("checkCertificateAuthority", TextForms.Truth, o => o.CheckCertificateAuthority,
            (o, value) => o with { CheckCertificateAuthority = value }),
        Of("checkCertificateName", TextForms.Truth, o => o.CheckCertificateName, (o, value) => o with { CheckCertificateName = value }),
        Of("checkCertificateRevocation", TextForms.Truth, o => o.CheckCertificateRevocation,
            (o, value) => o with { CheckCertificateRevocation = value }),
        Optional("proxy", TextForms.Choice<CimProxyDiscovery>(),
            o => (o.Proxy is not null, o.Proxy?.Discovery ?? default), (o, value) => o with { Proxy = Proxy(o) with { Discovery = value } }),
        Of("proxyAuthentication", TextForms.Choice<CimAuthentication>(),
            o => o.Proxy?.Authentication ?? default, (o, value) => o with { Proxy = Proxy(o) with { Authentication = value } }),
        Of("authentication", TextForms.Choice<CimAuthentication>(), o => o.Authentication, (o, value) => o with { Authentication = value }),
        Of("impersonation", TextForms.Choice<CimImpersonation>(), o => o.Impersonation, (o, value) => o with { Impersonation = value }),
        Of("packetPrivacy", TextForms.Truth, o => o.PacketPrivacy, (o, value) => o with { PacketPrivacy = value }),
        Of("packetIntegrity", TextForms.Truth, o => o.PacketIntegrity, (o, value) => o with { PacketIntegrity = value }),
        Of("namespace", TextForms.Text, o => o.Namespace, (o, value) => o with { Namespace = value }),
        Optional("culture", TextForms.Culture, o => (o.Culture is not null, o.Culture!), (o, value) => o with { Culture = value }),
        Optional("uiCulture", TextForms.Culture, o => (o.UICulture is not null, o.UICulture!), (o, value) => o with { UICulture = value }),
        Of("connectTimeout", TextForms.Time, o => o.ConnectTimeout, (o, value) => o with { ConnectTimeout = value }),
        Of("queryTimeout", TextForms.Time, o => o.QueryTimeout, (o, value) => o with { QueryTimeout = value }),
        Of("operationTimeout", TextForms.Time, o => o.OperationTimeout, (o, value) => o with { OperationTimeout = value }),
        Of("maxConcurrentOperations", TextForms.Number, o => o.MaxConcurrentOperations, (o, value) => o with { MaxConcurrentOperations = value }),
        Of("reconnectAttempts", TextForms.Number,
            o => o.Reconnect.Attempts, (o, value) => o with { Reconnect = o.Reconnect with { Attempts = value } }),
        Of("reconnectFirstDelay", TextForms.Time,
            o => o.Reconnect.FirstDelay, (o, value) => o with { Reconnect = o.Reconnect with { FirstDelay = value } }),
        Of("reconnectLongestDelay", TextForms.Time,
            o => o.Reconnect.LongestDelay, (o, value) => o with { Reconnect = o.Reconnect with { LongestDelay = value } }),
        Of("dialect", TextForms.Choice<CimDialect>(), o => o.Dialect, (o, value) => o with { Dialect = value }),
        Of("methodTarget", TextForms.Choice<CimMethodTarget>(), o => o.MethodTarget, (o, value) => o with { MethodTarget = value }),
        Of("allowAnyPlatform", TextForms.Truth, o => o.AllowAnyPlatform, (o, value) => o with { AllowAnyPlatform = value }),
    ];

    public static ConnectionKey? Find(string name) => All.FirstOrDefault(key => key.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static CimProxyOptions Proxy(CimBackendOptions options) => options.Proxy ?? new CimProxyOptions();

    /// <summary>Whether the port alone says that it is https, for texts that do not say it.</summary>
    public static bool MeansHttps(CimBackendOptions options) => options.Port == HttpsPort;
}
