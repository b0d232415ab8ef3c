namespace OfflineFiles.Sdk;

/// <summary>Specifies why an item is offline. Valid while <see cref="ConnectionInfo.ConnectState"/> is <see cref="ConnectState.Offline"/>.</summary>
/// <remarks>Numbers of <c>Win32_OfflineFilesConnectionInfo.OfflineReason</c> (Microsoft Learn: Win32_OfflineFilesConnectionInfo).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<OfflineReason>))]
public enum OfflineReason
{
    /// <summary>The reason is not known.</summary>
    Unknown = 0,

    /// <summary>The item is online.</summary>
    NotApplicable = 1,

    /// <summary>The item was taken offline by <see cref="OfflineFilesCache.TransitionOfflineAsync"/> or the Work Offline button.</summary>
    WorkingOffline = 2,

    /// <summary>The link is slower than the policy allows.</summary>
    SlowConnection = 3,

    /// <summary>The server or share cannot be reached; the item goes online automatically when it can be reached again.</summary>
    NetDisconnected = 4,

    /// <summary>An unresolved conflict keeps the item offline.</summary>
    NeedToSyncItem = 5,

    /// <summary>The item or an ancestor is suspended.</summary>
    ItemSuspended = 6,
}
