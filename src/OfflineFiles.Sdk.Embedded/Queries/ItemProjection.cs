using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>Reads only the columns of the members that were asked for.</summary>
internal sealed class ItemProjection
{
    private readonly ItemMembers _members;
    private readonly string? _origin;
    private readonly ItemSelection _selection;

    public ItemProjection(ItemMembers members, string? origin)
    {
        _members = members | ItemMembers.ItemPath;
        _origin = origin;
        // The name and the parent are parts of the path; what is reserved has no value.
        _selection = new ItemSelection(ItemProperties.Instance.All
            .Where(property => (_members & property.Member) != 0)
            .Select(ItemTable.ColumnOf)
            .Where(column => !column.IsReserved)
            .Except([ItemTable.ParentPath, ItemTable.Name]));
    }

    /// <summary>The select list.</summary>
    public string Columns => _selection.Sql;

    /// <summary>How many columns that is.</summary>
    public int Count => _selection.Count;

    /// <param name="columns">The columns of the row.</param>
    /// <param name="parent">The parent of the row before: siblings, which come together, share it.</param>
    public OfflineFilesItem Read(ColumnReader columns, ref string? parent)
    {
        var at = _selection.Read(columns);
        var path = at.TextOrNull(ItemTable.Path)!;
        var cut = path.LastIndexOf('\\');
        if (Has(ItemMembers.ParentItemPath) && !path.AsSpan(0, cut).SequenceEqual(parent)) parent = path[..cut];
        return new OfflineFilesItem(path)
        {
            LoadedMembers = _members,
            Origin = _origin,
            ParentItemPath = Has(ItemMembers.ParentItemPath) && cut > 1 ? parent : null,
            ItemName = Has(ItemMembers.ItemName) ? path[(cut + 1)..] : "",
            ItemType = Has(ItemMembers.ItemType) ? (OfflineFilesItemType)at.Integer(ItemTable.ItemType) : default,
            FileSysInfo = Has(ItemMembers.FileSysInfo) ? FileSys(at) : null,
            PinInfo = Has(ItemMembers.PinInfo) ? Pin(at) : null,
            ChangeInfo = Has(ItemMembers.ChangeInfo) ? Change(at) : null,
            ConnectionInfo = Has(ItemMembers.ConnectionInfo) ? Connection(at) : null,
            SuspendInfo = Has(ItemMembers.SuspendInfo) ? Suspend(at) : null,
            DirtyInfo = Has(ItemMembers.DirtyInfo) ? Dirty(at) : null,
            Encrypted = Has(ItemMembers.Encrypted) ? at.FlagOrNull(ItemTable.Encrypted) : null,
            Sparse = Has(ItemMembers.Sparse) ? at.FlagOrNull(ItemTable.Sparse) : null,
            InConflict = Has(ItemMembers.InConflict) ? at.FlagOrNull(ItemTable.InConflict) : null,
        };
    }

    private bool Has(ItemMembers member) => (_members & member) != 0;

    private static FileSysInfo? FileSys(in ItemReader at) =>
        at.Facts(ItemTable.Local) is { } local ? StoredItemMapper.FileSys(local, at.Facts(ItemTable.Original)!.Value) : null;

    private static PinInfo? Pin(in ItemReader at) => at.IntegerOrNull(ItemTable.Pinned) is null ? null : StoredItemMapper.Pin(at.Pins());

    private static ChangeInfo? Change(in ItemReader at) => at.FlagOrNull(ItemTable.Dirty) is { } dirty
        ? new ChangeInfo
        {
            Dirty = dirty,
            DeletedOffline = at.Flag(ItemTable.DeletedOffline),
            CreatedOffline = at.Flag(ItemTable.CreatedOffline),
            ModifiedData = at.Flag(ItemTable.ModifiedData),
            ModifiedAttributes = at.Flag(ItemTable.ModifiedAttributes),
            ModifiedTime = at.Flag(ItemTable.ModifiedTime),
        }
        : null;

    private static ConnectionInfo? Connection(in ItemReader at) => at.IntegerOrNull(ItemTable.ConnectState) is { } state
        ? new ConnectionInfo { ConnectState = (ConnectState)state, OfflineReason = (OfflineReason)at.Integer(ItemTable.OfflineReason) }
        : null;

    private static SuspendInfo? Suspend(in ItemReader at) => at.FlagOrNull(ItemTable.Suspended) is { } suspended
        ? new SuspendInfo { Suspended = suspended, SuspendedRoot = at.Flag(ItemTable.SuspendedRoot) }
        : null;

    private static DirtyInfo? Dirty(in ItemReader at) => at.IntegerOrNull(ItemTable.LocalDirtyBytes) is { } local
        ? new DirtyInfo { LocalDirtyByteCount = local, RemoteDirtyByteCount = at.Integer(ItemTable.RemoteDirtyBytes) }
        : null;
}
