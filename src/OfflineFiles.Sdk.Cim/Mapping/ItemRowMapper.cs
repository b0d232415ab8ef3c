using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Mapping;

/// <summary>Makes items and cache states of rows. Numbers without a name in their enum are kept as they are.</summary>
internal static class ItemRowMapper
{
    // The properties without which a row is no item, by their positions in the schema.
    private static readonly int ItemPath = PositionOf(OfflineFilesSchema.Item, nameof(OfflineFilesItem.ItemPath));
    private static readonly int ItemName = PositionOf(OfflineFilesSchema.Item, nameof(OfflineFilesItem.ItemName));
    private static readonly int ItemType = PositionOf(OfflineFilesSchema.Item, nameof(OfflineFilesItem.ItemType));

    // Those that tell of a conflict.
    private static readonly int Connection = PositionOf(OfflineFilesSchema.Item, nameof(OfflineFilesItem.ConnectionInfo));
    private static readonly int State = PositionOf(OfflineFilesSchema.ConnectionInfo, nameof(ConnectionInfo.ConnectState));
    private static readonly int Reason = PositionOf(OfflineFilesSchema.ConnectionInfo, nameof(ConnectionInfo.OfflineReason));

    private static readonly MakeItem Make = Function().Compile();

    private delegate OfflineFilesItem MakeItem(
        CimRow row, string itemPath, string itemName, OfflineFilesItemType itemType, bool? inConflict, ItemMembers loadedMembers, string? origin);

    /// <param name="row">The row.</param>
    /// <param name="origin">The query it came from, for errors.</param>
    /// <param name="loaded">What was asked for: a row without it is not told from one where it is NULL.</param>
    public static OfflineFilesItem Item(CimRow row, string? origin, ItemMembers loaded = ItemMembers.All)
    {
        var reader = new RowReader(OfflineFilesSchema.Item, row, row);
        var path = reader.String(ItemPath);
        if (path is null or "") throw reader.Unreadable(ItemPath, path);
        var type = reader.Number(ItemType);
        if (type is null && (loaded & ItemMembers.ItemType) != 0) throw reader.Unreadable(ItemType, null);
        // The name is the last component of the path by definition; a row without it still has one.
        var name = reader.String(ItemName) ?? path.Substring(path.LastIndexOf('\\') + 1);
        return Make(row, path, name, (OfflineFilesItemType)type.GetValueOrDefault(), InConflict(row, reader), loaded | ItemMembers.ItemPath, origin);
    }

    public static OfflineFilesCacheState CacheState(CimRow row) => ModelReader.Read<OfflineFilesCacheState>(OfflineFilesSchema.Cache, row);

    // Windows gives one reason: that of a share that is offline hides the conflict of what is in it.
    private static bool? InConflict(CimRow row, in RowReader item)
    {
        if (item.Object(Connection) is not { } embedded) return null;
        var connection = new RowReader(OfflineFilesSchema.ConnectionInfo, embedded, row);
        return connection.NumberOrZero(State) == (uint)ConnectState.Offline && connection.NumberOrZero(Reason) == (uint)OfflineReason.NeedToSyncItem
            ? true
            : null;
    }

    private static int PositionOf(CimClassSchema schema, string name) => schema.Properties.Select(property => property.Name).ToList().IndexOf(name);

    private static Expression<MakeItem> Function()
    {
        var row = Expression.Parameter(typeof(CimRow), "row");
        var path = Expression.Parameter(typeof(string), "itemPath");
        var name = Expression.Parameter(typeof(string), "itemName");
        var type = Expression.Parameter(typeof(OfflineFilesItemType), "itemType");
        var inConflict = Expression.Parameter(typeof(bool?), "inConflict");
        var loaded = Expression.Parameter(typeof(ItemMembers), "loadedMembers");
        var origin = Expression.Parameter(typeof(string), "origin");
        var item = ModelReader.Make(
            OfflineFilesSchema.Item,
            Expression.New(typeof(OfflineFilesItem).GetConstructor([typeof(string)])!, path),
            row,
            row,
            Expression.Bind(Member(nameof(OfflineFilesItem.ItemName)), name),
            Expression.Bind(Member(nameof(OfflineFilesItem.ItemType)), type),
            Expression.Bind(Member(nameof(OfflineFilesItem.InConflict)), inConflict),
            Expression.Bind(Member(nameof(OfflineFilesItem.LoadedMembers)), loaded),
            Expression.Bind(Member(nameof(OfflineFilesItem.Origin)), origin));
        return Expression.Lambda<MakeItem>(item, row, path, name, type, inConflict, loaded, origin);
    }

    private static PropertyInfo Member(string name) => typeof(OfflineFilesItem).GetProperty(name)!;
}
