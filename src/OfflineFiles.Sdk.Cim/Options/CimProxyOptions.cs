namespace OfflineFiles.Sdk.Cim;

/// <summary>Describes the proxy to a remote machine. WS-Management over https only.</summary>
public sealed record CimProxyOptions
{
    /// <summary>How the proxy is found.</summary>
    /// <value>Default: <see cref="CimProxyDiscovery.WinHttp"/>.</value>
    public CimProxyDiscovery Discovery { get; set; } = CimProxyDiscovery.WinHttp;

    /// <summary>The account for the proxy itself; null for the account of the caller.</summary>
    /// <value>Default: null.</value>
    public CimAccount? Credential { get; set; }

    /// <summary>
    /// The authentication at the proxy: <see cref="CimAuthentication.Default"/> or <see cref="CimAuthentication.Negotiate"/>, and with a
    /// <see cref="Credential"/> also <see cref="CimAuthentication.Basic"/> or <see cref="CimAuthentication.Digest"/> (Microsoft Learn:
    /// WSManProxyAuthenticationFlags).
    /// </summary>
    /// <value>Default: <see cref="CimAuthentication.Default"/>.</value>
    public CimAuthentication Authentication { get; set; }
}
