namespace OfflineFiles.Sdk;

/// <summary>Specifies which items a deletion from the cache spares or includes. Only the cache changes, never the server.</summary>
/// <remarks>
/// Values of <c>Win32_OfflineFilesCache.DeleteItems</c> (Microsoft Learn: DeleteItems method of the Win32_OfflineFilesCache class).
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<DeleteFlags>))]
[Flags]
public enum DeleteFlags : uint
{
    /// <summary>Cached and pinned items are deleted; items with unsynchronised changes stay.</summary>
    None = 0,

    /// <summary>Spares items that are cached without a pin. <c>OfflineFilesDeleteFlagNoAutoCached</c>.</summary>
    NoAutoCached = 0x1,

    /// <summary>Spares pinned items. <c>OfflineFilesDeleteFlagNoPinned</c>.</summary>
    NoPinned = 0x2,

    /// <summary>Includes items with unsynchronised changes; the changes are lost. <c>OfflineFilesDeleteFlagDelModified</c>.</summary>
    DeleteModified = 0x4,

    /// <summary>Deletes the items of all users; only for administrators. <c>OfflineFilesDeleteFlagAdmin</c>.</summary>
    Admin = 0x80000000,
}
