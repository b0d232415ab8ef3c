using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Makes items and cache states of rows. Numbers without a name in their enum are kept as they are.</summary>
internal static class ItemMapper
{
    public static OfflineFilesItem Item(CimRow row, string? origin)
    {
        var reader = new RowReader(OfflineFilesSchema.Item, row);
        var path = reader.String("ItemPath");
        if (path is null or "") throw CimErrors.UnreadableValue(OfflineFilesSchema.Item.Name, "ItemPath", path ?? "NULL", "path");
        return new OfflineFilesItem(path)
        {
            ParentItemPath = reader.String("ParentItemPath"),
            // The name is the last component of the path by definition; a row without it still has one.
            ItemName = reader.String("ItemName") ?? path.Substring(path.LastIndexOf('\\') + 1),
            ItemType = (OfflineFilesItemType)(reader.Number("ItemType") ?? throw CimErrors.UnreadableValue(OfflineFilesSchema.Item.Name, "ItemType", "NULL", "item type")),
            FileSysInfo = reader.Object("FileSysInfo") is { } fileSysInfo ? FileSysInfoMapper.Map(fileSysInfo) : null,
            PinInfo = reader.Object("PinInfo") is { } pinInfo ? Pin(pinInfo) : null,
            ChangeInfo = reader.Object("ChangeInfo") is { } changeInfo ? Change(changeInfo) : null,
            ConnectionInfo = reader.Object("ConnectionInfo") is { } connectionInfo ? Connection(connectionInfo) : null,
            SuspendInfo = reader.Object("SuspendInfo") is { } suspendInfo ? Suspend(suspendInfo) : null,
            DirtyInfo = reader.Object("DirtyInfo") is { } dirtyInfo ? Dirty(dirtyInfo) : null,
            Encrypted = reader.Boolean("Encrypted"),
            Sparse = reader.Boolean("Sparse"),
            Origin = origin,
        };
    }

    public static OfflineFilesCacheState CacheState(CimRow row)
    {
        var reader = new RowReader(OfflineFilesSchema.Cache, row);
        return new OfflineFilesCacheState
        {
            Enabled = reader.Boolean("Enabled") ?? false,
            Active = reader.Boolean("Active") ?? false,
            Location = reader.String("Location"),
        };
    }

    private static PinInfo Pin(RowReader reader) => new()
    {
        Pinned = reader.Boolean("Pinned") ?? false,
        PinnedForUser = (PinState)(reader.Number("PinnedForUser") ?? 0),
        PinnedForUserByPolicy = (PinState)(reader.Number("PinnedForUserByPolicy") ?? 0),
        PinnedForComputer = (PinState)(reader.Number("PinnedForComputer") ?? 0),
        PinnedForFolderRedirection = (PinState)(reader.Number("PinnedForFolderRedirection") ?? 0),
    };

    private static ChangeInfo Change(RowReader reader) => new()
    {
        Dirty = reader.Boolean("Dirty") ?? false,
        DeletedOffline = reader.Boolean("DeletedOffline") ?? false,
        CreatedOffline = reader.Boolean("CreatedOffline") ?? false,
        ModifiedData = reader.Boolean("ModifiedData") ?? false,
        ModifiedAttributes = reader.Boolean("ModifiedAttributes") ?? false,
        ModifiedTime = reader.Boolean("ModifiedTime") ?? false,
    };

    private static ConnectionInfo Connection(RowReader reader) => new()
    {
        ConnectState = (ConnectState)(reader.Number("ConnectState") ?? 0),
        OfflineReason = (OfflineReason)(reader.Number("OfflineReason") ?? 0),
    };

    private static SuspendInfo Suspend(RowReader reader) => new()
    {
        Suspended = reader.Boolean("Suspended") ?? false,
        SuspendedRoot = reader.Boolean("SuspendedRoot") ?? false,
    };

    private static DirtyInfo Dirty(RowReader reader) => new()
    {
        LocalDirtyByteCount = reader.Integer("LocalDirtyByteCount") ?? 0,
        RemoteDirtyByteCount = reader.Integer("RemoteDirtyByteCount") ?? 0,
    };
}
