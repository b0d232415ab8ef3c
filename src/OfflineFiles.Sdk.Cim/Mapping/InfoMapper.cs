using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Mapping;

/// <summary>Makes the small objects that an item carries. The numbers are positions in the schema of each class.</summary>
internal static class InfoMapper
{
    public static PinInfo Pin(CimRow row, CimRow item)
    {
        const int pinned = 0, forUser = 1, forUserByPolicy = 2, forComputer = 3, forFolderRedirection = 4;
        var reader = new RowReader(OfflineFilesSchema.PinInfo, row, item);
        return new()
        {
            Pinned = reader.Boolean(pinned) ?? false,
            PinnedForUser = (PinState)(reader.Number(forUser) ?? 0),
            PinnedForUserByPolicy = (PinState)(reader.Number(forUserByPolicy) ?? 0),
            PinnedForComputer = (PinState)(reader.Number(forComputer) ?? 0),
            PinnedForFolderRedirection = (PinState)(reader.Number(forFolderRedirection) ?? 0),
        };
    }

    public static ChangeInfo Change(CimRow row, CimRow item)
    {
        const int dirty = 0, deletedOffline = 1, createdOffline = 2, modifiedData = 3, modifiedAttributes = 4, modifiedTime = 5;
        var reader = new RowReader(OfflineFilesSchema.ChangeInfo, row, item);
        return new()
        {
            Dirty = reader.Boolean(dirty) ?? false,
            DeletedOffline = reader.Boolean(deletedOffline) ?? false,
            CreatedOffline = reader.Boolean(createdOffline) ?? false,
            ModifiedData = reader.Boolean(modifiedData) ?? false,
            ModifiedAttributes = reader.Boolean(modifiedAttributes) ?? false,
            ModifiedTime = reader.Boolean(modifiedTime) ?? false,
        };
    }

    public static ConnectionInfo Connection(CimRow row, CimRow item)
    {
        const int connectState = 0, offlineReason = 1;
        var reader = new RowReader(OfflineFilesSchema.ConnectionInfo, row, item);
        return new()
        {
            ConnectState = (ConnectState)(reader.Number(connectState) ?? 0),
            OfflineReason = (OfflineReason)(reader.Number(offlineReason) ?? 0),
        };
    }

    public static SuspendInfo Suspend(CimRow row, CimRow item)
    {
        const int suspended = 0, suspendedRoot = 1;
        var reader = new RowReader(OfflineFilesSchema.SuspendInfo, row, item);
        return new()
        {
            Suspended = reader.Boolean(suspended) ?? false,
            SuspendedRoot = reader.Boolean(suspendedRoot) ?? false,
        };
    }

    public static DirtyInfo Dirty(CimRow row, CimRow item)
    {
        const int localDirtyByteCount = 0, remoteDirtyByteCount = 1;
        var reader = new RowReader(OfflineFilesSchema.DirtyInfo, row, item);
        return new()
        {
            LocalDirtyByteCount = reader.Integer(localDirtyByteCount) ?? 0,
            RemoteDirtyByteCount = reader.Integer(remoteDirtyByteCount) ?? 0,
        };
    }
}
