using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Mapping;

/// <summary>Makes items and cache states of rows. Numbers without a name in their enum are kept as they are.</summary>
internal static class ItemMapper
{
    // The properties by their positions in the schema.
    private const int ItemPath = 0, ParentItemPath = 1, ItemName = 2, ItemType = 3, FileSysInfo = 4, PinInfo = 5, ChangeInfo = 6,
        ConnectionInfo = 7, SuspendInfo = 8, DirtyInfo = 9, Encrypted = 10, Sparse = 11;

    private const int Enabled = 0, Active = 1, Location = 2;

    /// <param name="row">The row.</param>
    /// <param name="origin">The query it came from, for errors.</param>
    /// <param name="loaded">What was asked for: a row without it is not told from one where it is NULL.</param>
    public static OfflineFilesItem Item(CimRow row, string? origin, ItemMembers loaded = ItemMembers.All)
    {
        var reader = new RowReader(OfflineFilesSchema.Item, row, row);
        var path = reader.String(ItemPath);
        if (path is null or "") throw reader.Unreadable(ItemPath, path);
        var type = reader.Number(ItemType);
        if (type is null && loaded.HasFlag(ItemMembers.ItemType)) throw reader.Unreadable(ItemType, null);
        return new OfflineFilesItem(path)
        {
            LoadedMembers = loaded | ItemMembers.ItemPath,
            Origin = origin,
            ParentItemPath = reader.String(ParentItemPath),
            // The name is the last component of the path by definition; a row without it still has one.
            ItemName = reader.String(ItemName) ?? path.Substring(path.LastIndexOf('\\') + 1),
            ItemType = (OfflineFilesItemType)type.GetValueOrDefault(),
            FileSysInfo = reader.Object(FileSysInfo) is { } files ? FileSysInfoMapper.Map(files, row) : null,
            PinInfo = reader.Object(PinInfo) is { } pin ? InfoMapper.Pin(pin, row) : null,
            ChangeInfo = reader.Object(ChangeInfo) is { } change ? InfoMapper.Change(change, row) : null,
            ConnectionInfo = reader.Object(ConnectionInfo) is { } connection ? InfoMapper.Connection(connection, row) : null,
            SuspendInfo = reader.Object(SuspendInfo) is { } suspend ? InfoMapper.Suspend(suspend, row) : null,
            DirtyInfo = reader.Object(DirtyInfo) is { } dirty ? InfoMapper.Dirty(dirty, row) : null,
            Encrypted = reader.Boolean(Encrypted),
            Sparse = reader.Boolean(Sparse),
        };
    }

    public static OfflineFilesCacheState CacheState(CimRow row)
    {
        var reader = new RowReader(OfflineFilesSchema.Cache, row, row);
        return new OfflineFilesCacheState
        {
            Enabled = reader.Boolean(Enabled) ?? false,
            Active = reader.Boolean(Active) ?? false,
            Location = reader.String(Location),
        };
    }
}
