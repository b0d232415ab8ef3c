namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>Makes the public item of a row, whole.</summary>
internal static class StoredItemMapper
{
    public static OfflineFilesItem ToItem(ItemRow row, ScopeRow? scope)
    {
        var belowServer = row.ItemType != OfflineFilesItemType.Server;
        var isFile = row.ItemType == OfflineFilesItemType.File;
        return new OfflineFilesItem(row.Path, row.ItemType)
        {
            FileSysInfo = row.Local is { } local ? FileSys(local, row.Original ?? new FileFacts()) : null,
            PinInfo = belowServer ? Pin(row.Pins) : null,
            ChangeInfo = belowServer ? Change(row) : null,
            ConnectionInfo = belowServer && scope is not null ? Connection(row, scope) : null,
            SuspendInfo = belowServer ? new SuspendInfo { Suspended = row.Suspended, SuspendedRoot = row.SuspendedRoot } : null,
            DirtyInfo = isFile ? new DirtyInfo { LocalDirtyByteCount = row.LocalDirtyBytes, RemoteDirtyByteCount = row.RemoteDirtyBytes } : null,
            Encrypted = isFile ? false : null,
            Sparse = isFile ? row.Sparse : null,
            InConflict = belowServer ? row.ConflictState is not null : null,
        };
    }

    /// <summary>The item before and after a change of its scope alone: what is equal is one object.</summary>
    public static (OfflineFilesItem Old, OfflineFilesItem New) ToItems(ItemRow row, ScopeRow old, ScopeRow current)
    {
        var item = ToItem(row, current);
        return (new OfflineFilesItem(row.Path, row.ItemType)
        {
            FileSysInfo = item.FileSysInfo,
            PinInfo = item.PinInfo,
            ChangeInfo = item.ChangeInfo,
            ConnectionInfo = Connection(row, old),
            SuspendInfo = item.SuspendInfo,
            DirtyInfo = item.DirtyInfo,
            Encrypted = item.Encrypted,
            Sparse = item.Sparse,
            InConflict = item.InConflict,
        }, item);
    }

    public static FileSysInfo FileSys(in FileFacts local, in FileFacts original) => new()
    {
        LocalAttributes = local.Attributes,
        LocalSize = local.Size,
        LocalCreationTime = Utc(local.Creation),
        LocalLastWriteTime = Utc(local.LastWrite),
        LocalChangeTime = Utc(local.Change),
        LocalLastAccessTime = Utc(local.LastAccess),
        OriginalAttributes = original.Attributes,
        OriginalSize = original.Size,
        OriginalCreationTime = Utc(original.Creation),
        OriginalLastWriteTime = Utc(original.LastWrite),
        OriginalChangeTime = Utc(original.Change),
        OriginalLastAccessTime = Utc(original.LastAccess),
    };

    public static PinInfo Pin(in PinSet pins) => new()
    {
        Pinned = pins.IsPinned,
        PinnedForUser = pins.User,
        PinnedForUserByPolicy = pins.UserPolicy,
        PinnedForComputer = pins.Computer,
        PinnedForFolderRedirection = pins.Redirection,
    };

    private static ChangeInfo Change(ItemRow row) => new()
    {
        Dirty = row.Dirty,
        DeletedOffline = row.DeletedOffline,
        CreatedOffline = row.CreatedOffline,
        ModifiedData = row.ModifiedData,
        ModifiedAttributes = row.ModifiedAttributes,
        ModifiedTime = row.ModifiedTime,
    };

    /// <summary>A conflict keeps its item offline; while the whole scope is, the scope's reason counts.</summary>
    private static ConnectionInfo Connection(ItemRow row, ScopeRow scope) => row.ConflictState is not null && scope.IsOnline
        ? new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.NeedToSyncItem }
        : new ConnectionInfo { ConnectState = scope.ConnectState, OfflineReason = scope.OfflineReason };

    private static DateTimeOffset Utc(DateTime time) => new(time.Ticks, TimeSpan.Zero);
}
