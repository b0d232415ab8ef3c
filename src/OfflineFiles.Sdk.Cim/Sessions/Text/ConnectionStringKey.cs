namespace OfflineFiles.Sdk.Cim.Sessions.Text;

/// <summary>One option of a connection string: how its value is read and printed. <see cref="All"/> is the one table of them.</summary>
/// <param name="Name">The name, compared ignoring case.</param>
/// <param name="Allowed">What may be written, as the end of a sentence.</param>
/// <param name="Read">The connection with the value; null if the text is not valid.</param>
/// <param name="Print">The text of the value; null if it is the default and is left out.</param>
internal sealed record ConnectionStringKey(
    string Name, string Allowed, Func<string, CimConnectionString, CimConnectionString?> Read, Func<CimConnectionString, string?> Print)
{
    public const string Https = "https";

    // What WinRM listens on for https (Microsoft Learn: Installation and configuration for Windows Remote Management).
    private const int HttpsPort = 5986;

    /// <summary>All options, in the order in which they are printed.</summary>
    public static IReadOnlyList<ConnectionStringKey> All { get; } =
    [
        new("user", ValueSyntax.Account.Allowed,
            (text, connection) => ValueSyntax.Account.Read(text) is { } read ? connection with { User = read.Value } : null,
            connection => connection.User),
        Of("protocol", ValueSyntax.Choice<CimProtocol>(), o => o.Protocol, (o, value) => o with { Protocol = value }),
        Of("fallBackToDcom", ValueSyntax.Truth, o => o.FallBackToDcom, (o, value) => o with { FallBackToDcom = value }),
        Optional("port", ValueSyntax.Number, o => (o.Port is not null, o.Port ?? 0), (o, value) => o with { Port = value }),
        Optional(Https, ValueSyntax.Truth, o => (o.UseHttps || MeansHttps(o), o.UseHttps), (o, value) => o with { UseHttps = value }),
        Of("checkCertificateAuthority", ValueSyntax.Truth, o => o.CheckCertificateAuthority,
            (o, value) => o with { CheckCertificateAuthority = value }),
        Of("checkCertificateName", ValueSyntax.Truth, o => o.CheckCertificateName, (o, value) => o with { CheckCertificateName = value }),
        Of("checkCertificateRevocation", ValueSyntax.Truth, o => o.CheckCertificateRevocation,
            (o, value) => o with { CheckCertificateRevocation = value }),
        Optional("proxy", ValueSyntax.Choice<CimProxyDiscovery>(),
            o => (o.Proxy is not null, o.Proxy?.Discovery ?? default), (o, value) => o with { Proxy = Proxy(o) with { Discovery = value } }),
        Of("proxyAuthentication", ValueSyntax.Choice<CimAuthentication>(),
            o => o.Proxy?.Authentication ?? default, (o, value) => o with { Proxy = Proxy(o) with { Authentication = value } }),
        Of("authentication", ValueSyntax.Choice<CimAuthentication>(), o => o.Authentication, (o, value) => o with { Authentication = value }),
        Of("impersonation", ValueSyntax.Choice<CimImpersonation>(), o => o.Impersonation, (o, value) => o with { Impersonation = value }),
        Of("packetPrivacy", ValueSyntax.Truth, o => o.PacketPrivacy, (o, value) => o with { PacketPrivacy = value }),
        Of("packetIntegrity", ValueSyntax.Truth, o => o.PacketIntegrity, (o, value) => o with { PacketIntegrity = value }),
        Of("namespace", ValueSyntax.Namespace, o => o.Namespace, (o, value) => o with { Namespace = value }),
        Optional("culture", ValueSyntax.Culture, o => (o.Culture is not null, o.Culture!), (o, value) => o with { Culture = value }),
        Optional("uiCulture", ValueSyntax.Culture, o => (o.UICulture is not null, o.UICulture!), (o, value) => o with { UICulture = value }),
        Of("connectTimeout", ValueSyntax.Time, o => o.ConnectTimeout, (o, value) => o with { ConnectTimeout = value }),
        Of("queryTimeout", ValueSyntax.Time, o => o.QueryTimeout, (o, value) => o with { QueryTimeout = value }),
        Of("operationTimeout", ValueSyntax.Time, o => o.OperationTimeout, (o, value) => o with { OperationTimeout = value }),
        Of("maxConcurrentOperations", ValueSyntax.Number, o => o.MaxConcurrentOperations, (o, value) => o with { MaxConcurrentOperations = value }),
        Of("reconnectAttempts", ValueSyntax.Number,
            o => o.Reconnect.Attempts, (o, value) => o with { Reconnect = o.Reconnect with { Attempts = value } }),
        Of("reconnectFirstDelay", ValueSyntax.Time,
            o => o.Reconnect.FirstDelay, (o, value) => o with { Reconnect = o.Reconnect with { FirstDelay = value } }),
        Of("reconnectLongestDelay", ValueSyntax.Time,
            o => o.Reconnect.LongestDelay, (o, value) => o with { Reconnect = o.Reconnect with { LongestDelay = value } }),
        Of("maxDepth", ValueSyntax.Number, o => o.MaxDepth, (o, value) => o with { MaxDepth = value }),
        Of("maxRowText", ValueSyntax.Number, o => o.MaxRowText, (o, value) => o with { MaxRowText = value }),
        Of("maxRowValues", ValueSyntax.Number, o => o.MaxRowValues, (o, value) => o with { MaxRowValues = value }),
        Of("maxItems", ValueSyntax.Number, o => o.MaxItems, (o, value) => o with { MaxItems = value }),
        Of("dialect", ValueSyntax.Choice<CimDialect>(), o => o.Dialect, (o, value) => o with { Dialect = value }),
        Of("methodTarget", ValueSyntax.Choice<CimMethodTarget>(), o => o.MethodTarget, (o, value) => o with { MethodTarget = value }),
        Of("allowAnyPlatform", ValueSyntax.Truth, o => o.AllowAnyPlatform, (o, value) => o with { AllowAnyPlatform = value }),
    ];

    public static ConnectionStringKey? Find(string name) => All.FirstOrDefault(key => key.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static CimProxyOptions Proxy(CimBackendOptions options) => options.Proxy ?? new CimProxyOptions();

    /// <summary>Whether the port alone says that it is https, for texts that do not say it.</summary>
    public static bool MeansHttps(CimBackendOptions options) => options.Port == HttpsPort;

    /// <summary>An option that is written unless it is at its default.</summary>
    public static ConnectionStringKey Of<T>(
        string name, ValueSyntax<T> form, Func<CimBackendOptions, T> get, Func<CimBackendOptions, T, CimBackendOptions> set) =>
        Optional(name, form, options => (!EqualityComparer<T>.Default.Equals(get(options), get(CimBackendOptions.Default)), get(options)), set);

    /// <summary>An option that is written when it has a value.</summary>
    public static ConnectionStringKey Optional<T>(
        string name, ValueSyntax<T> form, Func<CimBackendOptions, (bool Has, T Value)> get, Func<CimBackendOptions, T, CimBackendOptions> set) => new(
        name,
        form.Allowed,
        (text, connection) => form.Read(text) is { } read ? connection with { Options = set(connection.Options, read.Value) } : null,
        connection => get(connection.Options) is (true, var value) ? form.Print(value) : null);
}
