using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>Reads only the columns of the members that were asked for.</summary>
internal sealed class ItemProjection
{
    private static readonly (ItemMembers Member, string[] Properties)[] Groups =
    [
        (ItemMembers.ItemType, ["ItemType"]),
        (ItemMembers.FileSysInfo,
        [
            "FileSysInfo.LocalAttributes", "FileSysInfo.LocalSize", "FileSysInfo.LocalCreationTime",
            "FileSysInfo.LocalLastWriteTime", "FileSysInfo.LocalChangeTime", "FileSysInfo.LocalLastAccessTime",
            "FileSysInfo.OriginalAttributes", "FileSysInfo.OriginalSize", "FileSysInfo.OriginalCreationTime",
            "FileSysInfo.OriginalLastWriteTime", "FileSysInfo.OriginalChangeTime", "FileSysInfo.OriginalLastAccessTime",
        ]),
        (ItemMembers.PinInfo,
            ["PinInfo", "PinInfo.PinnedForUser", "PinInfo.PinnedForUserByPolicy", "PinInfo.PinnedForComputer", "PinInfo.PinnedForFolderRedirection"]),
        (ItemMembers.ChangeInfo,
        [
            "ChangeInfo", "ChangeInfo.DeletedOffline", "ChangeInfo.CreatedOffline",
            "ChangeInfo.ModifiedData", "ChangeInfo.ModifiedAttributes", "ChangeInfo.ModifiedTime",
        ]),
        (ItemMembers.ConnectionInfo, ["ConnectionInfo.ConnectState", "ConnectionInfo.OfflineReason"]),
        (ItemMembers.SuspendInfo, ["SuspendInfo.Suspended", "SuspendInfo.SuspendedRoot"]),
        (ItemMembers.DirtyInfo, ["DirtyInfo.LocalDirtyByteCount", "DirtyInfo.RemoteDirtyByteCount"]),
        (ItemMembers.Encrypted, ["Encrypted"]),
        (ItemMembers.Sparse, ["Sparse"]),
    ];

    private readonly ItemMembers _members;
    private readonly string? _origin;

    public ItemProjection(ItemMembers members, string? origin)
    {
        _members = members | ItemMembers.ItemPath;
        _origin = origin;
        var columns = Groups.Where(group => _members.HasFlag(group.Member)).SelectMany(group => group.Properties).Select(ItemSql.Find);
        Columns = string.Join(", ", columns.Prepend(ItemSql.Find("ItemPath")));
    }

    /// <summary>The select list.</summary>
    public string Columns { get; }

    /// <param name="at">The columns of the row.</param>
    /// <param name="parent">The parent of the row before: siblings, which come together, share it.</param>
    public OfflineFilesItem Read(ColumnReader at, ref string? parent)
    {
        var path = at.TextOrNull()!;
        var cut = path.LastIndexOf('\\');
        if (Has(ItemMembers.ParentItemPath) && !path.AsSpan(0, cut).SequenceEqual(parent)) parent = path[..cut];
        return new OfflineFilesItem(path)
        {
            LoadedMembers = _members,
            Origin = _origin,
            ParentItemPath = Has(ItemMembers.ParentItemPath) && cut > 1 ? parent : null,
            ItemName = Has(ItemMembers.ItemName) ? path[(cut + 1)..] : "",
            ItemType = Has(ItemMembers.ItemType) ? (OfflineFilesItemType)at.Integer() : default,
            FileSysInfo = Has(ItemMembers.FileSysInfo) ? FileSys(ref at) : null,
            PinInfo = Has(ItemMembers.PinInfo) ? Pin(ref at) : null,
            ChangeInfo = Has(ItemMembers.ChangeInfo) ? Change(ref at) : null,
            ConnectionInfo = Has(ItemMembers.ConnectionInfo) ? Connection(ref at) : null,
            SuspendInfo = Has(ItemMembers.SuspendInfo) ? Suspend(ref at) : null,
            DirtyInfo = Has(ItemMembers.DirtyInfo) ? Dirty(ref at) : null,
            Encrypted = Has(ItemMembers.Encrypted) ? Flag(at.IntegerOrNull()) : null,
            Sparse = Has(ItemMembers.Sparse) ? Flag(at.IntegerOrNull()) : null,
        };
    }

    private bool Has(ItemMembers member) => (_members & member) != 0;

    private static bool? Flag(long? value) => value is null ? null : value != 0;

    private static FileSysInfo? FileSys(ref ColumnReader at)
    {
        var local = at.Facts();
        var original = at.Facts();
        return local is null ? null : ItemMapper.FileSys(local.Value, original!.Value);
    }

    private static PinInfo? Pin(ref ColumnReader at)
    {
        if (at.IntegerOrNull() is null)
        {
            at.Skip(4);
            return null;
        }

        return ItemMapper.Pin(new PinSet((PinState)at.Integer(), (PinState)at.Integer(), (PinState)at.Integer(), (PinState)at.Integer()));
    }

    private static ChangeInfo? Change(ref ColumnReader at)
    {
        if (at.IntegerOrNull() is not { } dirty)
        {
            at.Skip(5);
            return null;
        }

        return new ChangeInfo
        {
            Dirty = dirty != 0,
            DeletedOffline = at.Flag(),
            CreatedOffline = at.Flag(),
            ModifiedData = at.Flag(),
            ModifiedAttributes = at.Flag(),
            ModifiedTime = at.Flag(),
        };
    }

    private static ConnectionInfo? Connection(ref ColumnReader at)
    {
        var state = at.IntegerOrNull();
        var reason = at.Integer();
        return state is null ? null : new ConnectionInfo { ConnectState = (ConnectState)state, OfflineReason = (OfflineReason)reason };
    }

    private static SuspendInfo? Suspend(ref ColumnReader at)
    {
        var suspended = at.IntegerOrNull();
        var root = at.Flag();
        return suspended is null ? null : new SuspendInfo { Suspended = suspended != 0, SuspendedRoot = root };
    }

    private static DirtyInfo? Dirty(ref ColumnReader at)
    {
        var local = at.IntegerOrNull();
        var remote = at.Integer();
        return local is null ? null : new DirtyInfo { LocalDirtyByteCount = local.Value, RemoteDirtyByteCount = remote };
    }
}
