namespace OfflineFiles.Sdk;

/// <summary>Specifies what a synchronisation does. The conflict policy, sent in the same number, is <see cref="SyncConflictPolicy"/>.</summary>
/// <remarks>
/// Values of <c>Win32_OfflineFilesCache.Synchronize</c> (Microsoft Learn: Synchronize method of the Win32_OfflineFilesCache class).
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SyncControlFlags>))]
[Flags]
public enum SyncControlFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Completes every cached file whose content is not complete. <c>OfflineFilesSyncControlFlagFillSparse</c>.</summary>
    FillSparse = 0x1,

    /// <summary>Synchronises from the server to the cache; includes <see cref="FillSparse"/>. <c>OfflineFilesSyncControlFlagSyncIn</c>.</summary>
    SyncIn = 0x2,

    /// <summary>Synchronises from the cache to the server. <c>OfflineFilesSyncControlFlagSyncOut</c>.</summary>
    SyncOut = 0x4,

    /// <summary>
    /// Pins new items on the server inside pinned directories; needs <see cref="SyncIn"/>. <c>OfflineFilesSyncControlFlagPinNewFiles</c>.
    /// </summary>
    PinNewFiles = 0x8,

    /// <summary>
    /// With <see cref="PinNewFiles"/>: also pins the files that new shortcuts point to. <c>OfflineFilesSyncControlFlagPinLinkTargets</c>.
    /// </summary>
    PinLinkTargets = 0x10,

    /// <summary>New pins are for the user. <c>OfflineFilesSyncControlFlagPinForUser</c>.</summary>
    PinForUser = 0x20,

    /// <summary>New pins are by a policy for the user. <c>OfflineFilesSyncControlFlagPinForUser_Policy</c>.</summary>
    PinForUserPolicy = 0x40,

    /// <summary>New pins are for the computer. <c>OfflineFilesSyncControlFlagPinForAll</c>.</summary>
    PinForAll = 0x80,

    /// <summary>New pins are for folder redirection. Documented for COM only. <c>OFFLINEFILES_SYNC_CONTROL_FLAG_PINFORREDIR</c>.</summary>
    PinForRedirection = 0x100,

    /// <summary>Reserved. <c>OfflineFilesSyncControlFlagLowPriority</c>.</summary>
    LowPriority = 0x200,

    /// <summary>Progress is reported in parallel to the work, not between steps. <c>OfflineFilesSyncControlFlagAsyncProgress</c>.</summary>
    AsyncProgress = 0x400,

    /// <summary>The provider may show a window. <c>OfflineFilesSyncControlFlagInteractive</c>.</summary>
    Interactive = 0x800,

    /// <summary>With <see cref="Interactive"/>: uses the console instead of a window. <c>OfflineFilesSyncControlFlagConsole</c>.</summary>
    Console = 0x1000,

    /// <summary>Skips suspended trees. <c>OfflineFilesSyncControlFlagSkipSuspendedDirs</c>.</summary>
    SkipSuspendedDirs = 0x2000,

    /// <summary>Yields to applications. <c>OfflineFilesSyncControlFlagBackground</c>.</summary>
    Background = 0x10000,

    /// <summary>
    /// With <see cref="SyncOut"/>: files that exist only in the cache are not created on the server; they stay local and dirty. Documented for
    /// COM only. <c>OFFLINEFILES_SYNC_CONTROL_FLAG_NONEWFILESOUT</c>.
    /// </summary>
    NoNewFilesOut = 0x20000,
}
