namespace OfflineFiles.Sdk;

/// <summary>Specifies what happens to an item that changed on both sides. The values are not flags: use exactly one.</summary>
/// <remarks>
/// The bits <c>0xF0000000</c> of the <c>Flags</c> of <c>Synchronize</c> (Microsoft Learn: Synchronize method of the Win32_OfflineFilesCache
/// class).
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SyncConflictPolicy>))]
public enum SyncConflictPolicy : uint
{
    /// <summary>
    /// Neither side changes; the conflict is recorded and the item stays offline until the conflict is resolved.
    /// <c>OFFLINEFILES_SYNC_CONTROL_CR_DEFAULT</c>.
    /// </summary>
    Log = 0,

    /// <summary>The cached state wins, even a deletion. <c>OfflineFilesSyncControlCrKeepLocal</c>.</summary>
    KeepLocal = 0x10000000,

    /// <summary>The server's state wins, even a deletion. <c>OfflineFilesSyncControlCrKeepRemote</c>.</summary>
    KeepRemote = 0x20000000,

    /// <summary>
    /// The later change wins; a change in the cache wins over a deletion on the server. <c>OfflineFilesSyncControlCrKeepLatest</c>.
    /// </summary>
    KeepLatest = 0x30000000,
}
