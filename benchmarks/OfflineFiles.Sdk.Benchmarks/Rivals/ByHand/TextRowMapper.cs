using System.Globalization;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.ByHand;

/// <summary>The least anyone could do with a row of texts: each from its place, parsed as what it is known to be.</summary>
internal static class TextRowMapper
{
    public static OfflineFilesItem Item(CimRow row) => new((string)row[0]!)
    {
        ParentItemPath = (string?)row[1],
        ItemName = (string)row[2]!,
        ItemType = (OfflineFilesItemType)Number(row[3]).GetValueOrDefault(),
        FileSysInfo = row[4] is CimRow files ? Files(files) : null,
        PinInfo = row[5] is CimRow pin ? Pin(pin) : null,
        ChangeInfo = row[6] is CimRow change ? Change(change) : null,
        ConnectionInfo = row[7] is CimRow connection ? Connection(connection) : null,
        SuspendInfo = row[8] is CimRow suspend ? Suspend(suspend) : null,
        DirtyInfo = row[9] is CimRow dirty ? Dirty(dirty) : null,
        Encrypted = Truth(row[10]),
        Sparse = Truth(row[11]),
    };

    private static FileSysInfo Files(CimRow row) => new()
    {
        LocalAttributes = (FileAttributes)Number(row[0]).GetValueOrDefault(),
        LocalSize = Integer(row[1]).GetValueOrDefault(),
        LocalCreationTime = Time(row[2]).GetValueOrDefault(),
        LocalLastWriteTime = Time(row[3]).GetValueOrDefault(),
        LocalChangeTime = Time(row[4]).GetValueOrDefault(),
        LocalLastAccessTime = Time(row[5]).GetValueOrDefault(),
        OriginalAttributes = (FileAttributes)Number(row[6]).GetValueOrDefault(),
        OriginalSize = Integer(row[7]).GetValueOrDefault(),
        OriginalCreationTime = Time(row[8]).GetValueOrDefault(),
        OriginalLastWriteTime = Time(row[9]).GetValueOrDefault(),
        OriginalChangeTime = Time(row[10]).GetValueOrDefault(),
        OriginalLastAccessTime = Time(row[11]).GetValueOrDefault(),
        RemoteAttributes = (FileAttributes?)Number(row[12]),
        RemoteSize = Integer(row[13]),
        RemoteCreationTime = Time(row[14]),
        RemoteLastWriteTime = Time(row[15]),
        RemoteChangeTime = Time(row[16]),
        RemoteLastAccessTime = Time(row[17]),
    };

    private static PinInfo Pin(CimRow row) => new()
    {
        Pinned = Truth(row[0]).GetValueOrDefault(),
        PinnedForUser = (PinState)Number(row[1]).GetValueOrDefault(),
        PinnedForUserByPolicy = (PinState)Number(row[2]).GetValueOrDefault(),
        PinnedForComputer = (PinState)Number(row[3]).GetValueOrDefault(),
        PinnedForFolderRedirection = (PinState)Number(row[4]).GetValueOrDefault(),
    };

    private static ChangeInfo Change(CimRow row) => new()
    {
        Dirty = Truth(row[0]).GetValueOrDefault(),
        DeletedOffline = Truth(row[1]).GetValueOrDefault(),
        CreatedOffline = Truth(row[2]).GetValueOrDefault(),
        ModifiedData = Truth(row[3]).GetValueOrDefault(),
        ModifiedAttributes = Truth(row[4]).GetValueOrDefault(),
        ModifiedTime = Truth(row[5]).GetValueOrDefault(),
    };

    private static ConnectionInfo Connection(CimRow row) => new()
    {
        ConnectState = (ConnectState)Number(row[0]).GetValueOrDefault(),
        OfflineReason = (OfflineReason)Number(row[1]).GetValueOrDefault(),
    };

    private static SuspendInfo Suspend(CimRow row) => new()
    {
        Suspended = Truth(row[0]).GetValueOrDefault(),
        SuspendedRoot = Truth(row[1]).GetValueOrDefault(),
    };

    private static DirtyInfo Dirty(CimRow row) => new()
    {
        LocalDirtyByteCount = Integer(row[0]).GetValueOrDefault(),
        RemoteDirtyByteCount = Integer(row[1]).GetValueOrDefault(),
    };

    private static bool? Truth(object? value) => value is string text ? bool.Parse(text) : null;

    private static uint? Number(object? value) => value is string text ? uint.Parse(text, CultureInfo.InvariantCulture) : null;

    private static long? Integer(object? value) => value is string text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    private static DateTimeOffset? Time(object? value) => value is string text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;
}
