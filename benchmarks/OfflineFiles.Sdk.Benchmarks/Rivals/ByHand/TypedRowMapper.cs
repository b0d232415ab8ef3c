using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.ByHand;

/// <summary>The least anyone could do with a row whose values come typed: each from its place, as what it is known to be.</summary>
internal static class TypedRowMapper
{
    public static OfflineFilesItem Item(CimRow row) => new((string)row[0]!)
    {
        ParentItemPath = (string?)row[1],
        ItemName = (string)row[2]!,
        ItemType = (OfflineFilesItemType)(uint)row[3]!,
        FileSysInfo = row[4] is CimRow files ? Files(files) : null,
        PinInfo = row[5] is CimRow pin ? Pin(pin) : null,
        ChangeInfo = row[6] is CimRow change ? Change(change) : null,
        ConnectionInfo = row[7] is CimRow connection ? Connection(connection) : null,
        SuspendInfo = row[8] is CimRow suspend ? Suspend(suspend) : null,
        DirtyInfo = row[9] is CimRow dirty ? Dirty(dirty) : null,
        Encrypted = (bool?)row[10],
        Sparse = (bool?)row[11],
    };

    private static FileSysInfo Files(CimRow row) => new()
    {
        LocalAttributes = (FileAttributes)(uint)row[0]!,
        LocalSize = (long)row[1]!,
        LocalCreationTime = (DateTimeOffset)row[2]!,
        LocalLastWriteTime = (DateTimeOffset)row[3]!,
        LocalChangeTime = (DateTimeOffset)row[4]!,
        LocalLastAccessTime = (DateTimeOffset)row[5]!,
        OriginalAttributes = (FileAttributes)(uint)row[6]!,
        OriginalSize = (long)row[7]!,
        OriginalCreationTime = (DateTimeOffset)row[8]!,
        OriginalLastWriteTime = (DateTimeOffset)row[9]!,
        OriginalChangeTime = (DateTimeOffset)row[10]!,
        OriginalLastAccessTime = (DateTimeOffset)row[11]!,
        RemoteAttributes = (FileAttributes?)(uint?)row[12],
        RemoteSize = (long?)row[13],
        RemoteCreationTime = (DateTimeOffset?)row[14],
        RemoteLastWriteTime = (DateTimeOffset?)row[15],
        RemoteChangeTime = (DateTimeOffset?)row[16],
        RemoteLastAccessTime = (DateTimeOffset?)row[17],
    };

    private static PinInfo Pin(CimRow row) => new()
    {
        Pinned = (bool)row[0]!,
        PinnedForUser = (PinState)(uint)row[1]!,
        PinnedForUserByPolicy = (PinState)(uint)row[2]!,
        PinnedForComputer = (PinState)(uint)row[3]!,
        PinnedForFolderRedirection = (PinState)(uint)row[4]!,
    };

    private static ChangeInfo Change(CimRow row) => new()
    {
        Dirty = (bool)row[0]!,
        DeletedOffline = (bool)row[1]!,
        CreatedOffline = (bool)row[2]!,
        ModifiedData = (bool)row[3]!,
        ModifiedAttributes = (bool)row[4]!,
        ModifiedTime = (bool)row[5]!,
    };

    private static ConnectionInfo Connection(CimRow row) => new()
    {
        ConnectState = (ConnectState)(uint)row[0]!,
        OfflineReason = (OfflineReason)(uint)row[1]!,
    };

    private static SuspendInfo Suspend(CimRow row) => new()
    {
        Suspended = (bool)row[0]!,
        SuspendedRoot = (bool)row[1]!,
    };

    private static DirtyInfo Dirty(CimRow row) => new()
    {
        LocalDirtyByteCount = (long)row[0]!,
        RemoteDirtyByteCount = (long)row[1]!,
    };
}
