namespace OfflineFiles.Sdk;

/// <summary>Whether an item is served by the server or by the cache.</summary>
/// <remarks>Numbers of <c>Win32_OfflineFilesConnectionInfo.ConnectState</c> (Microsoft Learn: Win32_OfflineFilesConnectionInfo).</remarks>
public enum ConnectState
{
    /// <summary>The state could not be found out.</summary>
    Unknown = 0,

    /// <summary>Served by the cache; <see cref="ConnectionInfo.OfflineReason"/> says why.</summary>
    Offline = 1,

    /// <summary>Served by the server.</summary>
    Online = 2,

    /// <summary>Held only by the transparent read cache: of no use offline. Windows 8 and later.</summary>
    TransparentlyCached = 3,

    /// <summary>Partly in the transparent read cache, partly available offline. Windows 8 and later.</summary>
    PartlyTransparentlyCached = 4,
}
