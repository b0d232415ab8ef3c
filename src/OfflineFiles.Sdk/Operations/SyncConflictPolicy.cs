namespace OfflineFiles.Sdk;

/// <summary>What becomes of an item that changed on both sides. Exactly one value: these are no flags.</summary>
/// <remarks>
/// The bits <c>0xF0000000</c> of the <c>Flags</c> of <c>Synchronize</c> (Microsoft Learn: Synchronize method of the Win32_OfflineFilesCache
/// class).
/// </remarks>
public enum SyncConflictPolicy : uint
{
    /// <summary>
    /// Neither side changes; the conflict is recorded and the item stays offline until someone decides.
    /// <c>OFFLINEFILES_SYNC_CONTROL_CR_DEFAULT</c>.
    /// </summary>
    Log = 0,

    /// <summary>The cached state wins, a deletion too. <c>OfflineFilesSyncControlCrKeepLocal</c>.</summary>
    KeepLocal = 0x10000000,

    /// <summary>The server's state wins, a deletion too. <c>OfflineFilesSyncControlCrKeepRemote</c>.</summary>
    KeepRemote = 0x20000000,

    /// <summary>
    /// The later change wins; deleted on the server against changed here, the change wins. <c>OfflineFilesSyncControlCrKeepLatest</c>.
    /// </summary>
    KeepLatest = 0x30000000,
}
