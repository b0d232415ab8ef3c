using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Model.Schema;

/// <summary>
/// The one table of what an item holds: a row for each property, of the item itself and of the objects in it. Whatever else goes through the
/// properties of items is a loop over these rows: the schema, select lists, raw rows, differences, the facts of the linter, the mapping of CIM, the
/// columns of the embedded store. A row of the library's own (<see cref="CimPropertySchema.IsDocumented"/>) is no property of the documented class.
/// </summary>
internal static class ItemTable
{
    // The readers that the runtime would find too large to merge with a predicate that is one piece of code.
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // To which items a property applies; the others have NULL there.
    private static readonly OfflineFilesItemType[] Files = [OfflineFilesItemType.File];
    private static readonly OfflineFilesItemType[] FilesAndDirectories = [.. Files, OfflineFilesItemType.Directory];
    private static readonly OfflineFilesItemType[] BelowServers = [.. FilesAndDirectories, OfflineFilesItemType.Share];
    private static readonly OfflineFilesItemType[] Everything = [.. BelowServers, OfflineFilesItemType.Server];

    /// <summary>The rows; those of an embedded object after the one that holds it.</summary>
    public static ItemProperty[] Rows { get; } =
    [
        Value(ItemMembers.ItemPath, Everything, Key("ItemPath", item => item.ItemPath)),
        Value(ItemMembers.ParentItemPath, BelowServers, OrNull(Text("ParentItemPath", item => item.ParentItemPath))),
        Value(ItemMembers.ItemName, Everything, Text("ItemName", item => item.ItemName)),
        Value(ItemMembers.ItemType, Everything, Enum<OfflineFilesItemType>("ItemType", item => (long)item.ItemType)),
        .. Object(ItemMembers.FileSysInfo, FilesAndDirectories, "FileSysInfo", "Win32_OfflineFilesFileSysInfo", item => item.FileSysInfo,
            Enum<FileAttributes>("LocalAttributes", [MethodImpl(Inline)] (item) => (long?)item.FileSysInfo?.LocalAttributes),
            Integer("LocalSize", [MethodImpl(Inline)] (item) => item.FileSysInfo?.LocalSize),
            Time("LocalCreationTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.LocalCreationTime),
            Time("LocalLastWriteTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.LocalLastWriteTime),
            Time("LocalChangeTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.LocalChangeTime),
            Time("LocalLastAccessTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.LocalLastAccessTime),
            Enum<FileAttributes>("OriginalAttributes", [MethodImpl(Inline)] (item) => (long?)item.FileSysInfo?.OriginalAttributes),
            Integer("OriginalSize", [MethodImpl(Inline)] (item) => item.FileSysInfo?.OriginalSize),
            Time("OriginalCreationTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.OriginalCreationTime),
            Time("OriginalLastWriteTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.OriginalLastWriteTime),
            Time("OriginalChangeTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.OriginalChangeTime),
            Time("OriginalLastAccessTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.OriginalLastAccessTime),
            OrNull(Enum<FileAttributes>("RemoteAttributes", [MethodImpl(Inline)] (item) => (long?)item.FileSysInfo?.RemoteAttributes)),
            OrNull(Integer("RemoteSize", [MethodImpl(Inline)] (item) => item.FileSysInfo?.RemoteSize)),
            Time("RemoteCreationTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.RemoteCreationTime),
            Time("RemoteLastWriteTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.RemoteLastWriteTime),
            Time("RemoteChangeTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.RemoteChangeTime),
            Time("RemoteLastAccessTime", [MethodImpl(Inline)] (item) => item.FileSysInfo?.RemoteLastAccessTime)),
        .. Object(ItemMembers.PinInfo, BelowServers, "PinInfo", "Win32_OfflineFilesPinInfo", item => item.PinInfo,
            Boolean("Pinned", [MethodImpl(Inline)] (item) => item.PinInfo?.Pinned),
            Enum<PinState>("PinnedForUser", [MethodImpl(Inline)] (item) => (long?)item.PinInfo?.PinnedForUser),
            Enum<PinState>("PinnedForUserByPolicy", [MethodImpl(Inline)] (item) => (long?)item.PinInfo?.PinnedForUserByPolicy),
            Enum<PinState>("PinnedForComputer", [MethodImpl(Inline)] (item) => (long?)item.PinInfo?.PinnedForComputer),
            Enum<PinState>("PinnedForFolderRedirection", [MethodImpl(Inline)] (item) => (long?)item.PinInfo?.PinnedForFolderRedirection)),
        .. Object(ItemMembers.ChangeInfo, BelowServers, "ChangeInfo", "Win32_OfflineFilesChangeInfo", item => item.ChangeInfo,
            Boolean("Dirty", [MethodImpl(Inline)] (item) => item.ChangeInfo?.Dirty),
            Boolean("DeletedOffline", [MethodImpl(Inline)] (item) => item.ChangeInfo?.DeletedOffline),
            Boolean("CreatedOffline", [MethodImpl(Inline)] (item) => item.ChangeInfo?.CreatedOffline),
            Boolean("ModifiedData", [MethodImpl(Inline)] (item) => item.ChangeInfo?.ModifiedData),
            Boolean("ModifiedAttributes", [MethodImpl(Inline)] (item) => item.ChangeInfo?.ModifiedAttributes),
            Boolean("ModifiedTime", [MethodImpl(Inline)] (item) => item.ChangeInfo?.ModifiedTime)),
        .. Object(ItemMembers.ConnectionInfo, BelowServers, "ConnectionInfo", "Win32_OfflineFilesConnectionInfo", item => item.ConnectionInfo,
            Enum<ConnectState>("ConnectState", [MethodImpl(Inline)] (item) => (long?)item.ConnectionInfo?.ConnectState),
            Enum<OfflineReason>("OfflineReason", [MethodImpl(Inline)] (item) => (long?)item.ConnectionInfo?.OfflineReason)),
        .. Object(ItemMembers.SuspendInfo, BelowServers, "SuspendInfo", "Win32_OfflineFilesSuspendInfo", item => item.SuspendInfo,
            Boolean("Suspended", [MethodImpl(Inline)] (item) => item.SuspendInfo?.Suspended),
            Boolean("SuspendedRoot", [MethodImpl(Inline)] (item) => item.SuspendInfo?.SuspendedRoot)),
        .. Object(ItemMembers.DirtyInfo, Files, "DirtyInfo", "Win32_OfflineFilesDirtyInfo", item => item.DirtyInfo,
            Integer("LocalDirtyByteCount", [MethodImpl(Inline)] (item) => item.DirtyInfo?.LocalDirtyByteCount),
            Integer("RemoteDirtyByteCount", [MethodImpl(Inline)] (item) => item.DirtyInfo?.RemoteDirtyByteCount)),
        Value(ItemMembers.Encrypted, Files, OrNull(Boolean("Encrypted", item => item.Encrypted))),
        Value(ItemMembers.Sparse, Files, OrNull(Boolean("Sparse", item => item.Sparse))),
        Value(ItemMembers.InConflict, BelowServers, OrNull(Own(Boolean("InConflict", item => item.InConflict)))),
    ];

    private static ItemProperty Value(ItemMembers member, OfflineFilesItemType[] itemTypes, ItemCell cell) => new(member, itemTypes, null, cell);

    private static IEnumerable<ItemProperty> Object(
        ItemMembers member,
        OfflineFilesItemType[] itemTypes,
        string name,
        string className,
        Func<OfflineFilesItem, object?> read,
        params ItemCell[] cells)
    {
        var schema = new CimPropertySchema { Name = name, Type = CimTypeCode.Object, ClassName = className, IsNullable = true };
        var holder = new ItemProperty(member, itemTypes, null, new ItemCell(
            schema,
            WqlMember.Object<OfflineFilesItem>(className, item => read(item) is null),
            read,
            (left, right) => Equals(read(left), read(right))));
        return cells.Select(cell => new ItemProperty(member, itemTypes, holder, cell)).Prepend(holder);
    }

    private static ItemCell Text(string name, Func<OfflineFilesItem, string?> read) =>
        new(new() { Name = name, Type = CimTypeCode.String }, WqlMember.String(read), read, (left, right) => read(left) == read(right));

    private static ItemCell Key(string name, Func<OfflineFilesItem, string?> read) =>
        Text(name, read) is var cell ? cell with { Schema = cell.Schema with { IsKey = true } } : cell;

    private static ItemCell Boolean(string name, Func<OfflineFilesItem, bool?> read) => new(
        new() { Name = name, Type = CimTypeCode.Boolean }, WqlMember.Boolean(read), item => read(item), (left, right) => read(left) == read(right));

    private static ItemCell Integer(string name, Func<OfflineFilesItem, long?> read) => new(
        new() { Name = name, Type = CimTypeCode.SInt64 }, WqlMember.Integer(read), item => read(item), (left, right) => read(left) == read(right));

    // On the wire an enum is its number, without a sign.
    private static ItemCell Enum<TEnum>(string name, Func<OfflineFilesItem, long?> read)
        where TEnum : struct, Enum => new(
            new() { Name = name, Type = CimTypeCode.UInt32, EnumType = typeof(TEnum) },
            WqlMember.Integer(read),
            item => read(item) is { } number ? unchecked((uint)number) : null,
            (left, right) => read(left) == read(right));

    // CIM has times that are not known, wherever a time can stand; they are NULL.
    private static ItemCell Time(string name, Func<OfflineFilesItem, DateTimeOffset?> read) => new(
        new() { Name = name, Type = CimTypeCode.DateTime, IsNullable = true }, WqlMember.DateTime(read), item => read(item), (left, right) => read(left) == read(right));

    // What the documented class does not have: the library tells it.
    private static ItemCell Own(ItemCell cell) => cell with { Schema = cell.Schema with { IsDocumented = false } };

    private static ItemCell OrNull(ItemCell cell) => cell with { Schema = cell.Schema with { IsNullable = true } };
}

/// <summary>What a row says of a property wherever it is: its schema, how it is read, and whether two items have the same there.</summary>
internal sealed record ItemCell(
    CimPropertySchema Schema,
    WqlMember<OfflineFilesItem> Value,
    Func<OfflineFilesItem, object?> Read,
    Func<OfflineFilesItem, OfflineFilesItem, bool> AreEqual);
