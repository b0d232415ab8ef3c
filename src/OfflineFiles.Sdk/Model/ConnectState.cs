namespace OfflineFiles.Sdk;

/// <summary>Specifies whether an item is served by the server or by the cache.</summary>
/// <remarks>Numbers of <c>Win32_OfflineFilesConnectionInfo.ConnectState</c> (Microsoft Learn: Win32_OfflineFilesConnectionInfo).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ConnectState>))]
public enum ConnectState
{
    /// <summary>The state could not be determined.</summary>
    Unknown = 0,

    /// <summary>The item is served by the cache; <see cref="ConnectionInfo.OfflineReason"/> says why.</summary>
    Offline = 1,

    /// <summary>The item is served by the server.</summary>
    Online = 2,

    /// <summary>The item is only in the transparent read cache, which cannot be used offline. Windows 8 and later.</summary>
    TransparentlyCached = 3,

    /// <summary>The item is partly in the transparent read cache and partly available offline. Windows 8 and later.</summary>
    PartlyTransparentlyCached = 4,
}
