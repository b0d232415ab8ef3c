namespace OfflineFiles.Sdk.Cim;

/// <summary>How the proxy on the way to another machine is found.</summary>
public enum CimProxyDiscovery
{
    /// <summary>No proxy is used, whatever Windows is set to.</summary>
    None = 0,

    /// <summary>The proxy that WinHTTP is set to (<c>netsh winhttp</c>).</summary>
    WinHttp = 1,

    /// <summary>The proxy is discovered in the network.</summary>
    Auto = 2,

    /// <summary>The proxy in the caller's own internet settings.</summary>
    InternetExplorer = 3,
}
