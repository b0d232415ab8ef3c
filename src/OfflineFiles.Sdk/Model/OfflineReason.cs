namespace OfflineFiles.Sdk;

/// <summary>Why an item is offline. It means something only while <see cref="ConnectionInfo.ConnectState"/> is <see cref="ConnectState.Offline"/>.</summary>
/// <remarks>Numbers of <c>Win32_OfflineFilesConnectionInfo.OfflineReason</c> (Microsoft Learn: Win32_OfflineFilesConnectionInfo).</remarks>
public enum OfflineReason
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The item is online.</summary>
    NotApplicable = 1,

    /// <summary>Someone asked for it: <see cref="OfflineFilesCache.TransitionOfflineAsync"/> or the Work Offline button.</summary>
    WorkingOffline = 2,

    /// <summary>The link is slower than the policy allows.</summary>
    SlowConnection = 3,

    /// <summary>The server or share cannot be reached; it comes back by itself.</summary>
    NetDisconnected = 4,

    /// <summary>An unresolved conflict keeps the item offline.</summary>
    NeedToSyncItem = 5,

    /// <summary>The item or an ancestor is suspended.</summary>
    ItemSuspended = 6,
}
