namespace OfflineFiles.Sdk;

/// <summary>What deleting items from the cache spares or takes. Only the cache is touched, never the server.</summary>
/// <remarks>
/// Values of <c>Win32_OfflineFilesCache.DeleteItems</c> (Microsoft Learn: DeleteItems method of the Win32_OfflineFilesCache class).
/// </remarks>
[Flags]
public enum DeleteFlags : uint
{
    /// <summary>Cached and pinned items go; items with unsynchronised changes stay.</summary>
    None = 0,

    /// <summary>Spare items that are cached without being pinned. <c>OfflineFilesDeleteFlagNoAutoCached</c>.</summary>
    NoAutoCached = 0x1,

    /// <summary>Spare pinned items. <c>OfflineFilesDeleteFlagNoPinned</c>.</summary>
    NoPinned = 0x2,

    /// <summary>Take items with unsynchronised changes too: those changes are lost. <c>OfflineFilesDeleteFlagDelModified</c>.</summary>
    DeleteModified = 0x4,

    /// <summary>An administrator deletes the items of all users. <c>OfflineFilesDeleteFlagAdmin</c>.</summary>
    Admin = 0x80000000,
}
