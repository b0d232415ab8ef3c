namespace OfflineFiles.Sdk.Cim;

/// <summary>How the proxy to a remote machine is found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimProxyDiscovery>))]
public enum CimProxyDiscovery
{
    /// <summary>No proxy is used, whatever the settings of Windows say.</summary>
    None = 0,

    /// <summary>The proxy in the settings of WinHTTP (<c>netsh winhttp</c>).</summary>
    WinHttp = 1,

    /// <summary>The proxy that the network announces.</summary>
    Auto = 2,

    /// <summary>The proxy in the internet settings of the caller.</summary>
    InternetExplorer = 3,
}
