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

    /// <summary>
    /// The item was taken offline by <see cref="OfflineFilesCache.TransitionOfflineAsync"/> or the Work Offline button. It stays so until
    /// <see cref="OfflineFilesCache.TransitionOnlineAsync"/> or the button takes it online, in every backend.
    /// </summary>
    WorkingOffline = 2,

    /// <summary>
    /// The link is slower than the policy allows. Windows 7 and later take the item online by themselves when it is faster. The embedded cache never
    /// gives this reason.
    /// </summary>
    SlowConnection = 3,

    /// <summary>The server or share cannot be reached; the item goes online by itself when it can be reached again.</summary>
    /// <remarks>
    /// Windows looks for the server itself. The embedded cache has no service that looks: every use of the share (reading or writing a file, pinning,
    /// synchronising) tries it again, at a cost in proportion to what the last failed attempt took, so a share that is back is used by the next call.
    /// A share at which another directory stands than before stays offline, and the error says what to do.
    /// </remarks>
    NetDisconnected = 4,

    /// <summary>
    /// A conflict that nobody has decided about keeps the item offline. Whether an item is in conflict whatever its share is:
    /// <see cref="OfflineFilesItem.InConflict"/>.
    /// </summary>
    NeedToSyncItem = 5,

    /// <summary>The item or an ancestor is suspended. It stays so until it is resumed.</summary>
    ItemSuspended = 6,
}
