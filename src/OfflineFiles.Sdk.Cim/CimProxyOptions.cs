using System.Net;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The proxy on the way to another machine. WS-Management over https only. Immutable.</summary>
public sealed record CimProxyOptions
{
    /// <summary>How the proxy is found.</summary>
    /// <value>Default: <see cref="CimProxyDiscovery.WinHttp"/>.</value>
    public CimProxyDiscovery Discovery { get; init; } = CimProxyDiscovery.WinHttp;

    /// <summary>The account for the proxy itself; null for that of the caller.</summary>
    /// <value>Default: null.</value>
    public NetworkCredential? Credential { get; init; }

    /// <summary>
    /// How <see cref="Credential"/> is proved: <see cref="CimAuthentication.Default"/>, <see cref="CimAuthentication.Negotiate"/>,
    /// <see cref="CimAuthentication.Basic"/> or <see cref="CimAuthentication.Digest"/> (Microsoft Learn: WSManProxyAuthenticationFlags).
    /// </summary>
    /// <value>Default: <see cref="CimAuthentication.Default"/>.</value>
    public CimAuthentication Authentication { get; init; }
}
