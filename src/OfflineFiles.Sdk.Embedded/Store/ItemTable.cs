namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// The items table, column by column: name, declaration, what is written, and the properties that are read from it. Statements, select
/// lists and predicates are made from this list.
/// </summary>
/// <remarks>
/// Columns that do not apply to the type of an item are NULL, so that a predicate over them is a predicate over the column. Times are UTC
/// in ticks of 100 ns. A new column says with <see cref="ItemColumn.Since"/> which migration adds it.
/// </remarks>
internal static class ItemTable
{
    /// <summary>What every query over items reads.</summary>
    public const string From = "FROM items i " + WithScope;

    /// <summary>The same for what does not ask how shares are connected.</summary>
    public const string Alone = "FROM items i";

    /// <summary>The same, item by item in the order of their numbers.</summary>
    public const string Scan = "FROM items i NOT INDEXED " + WithScope;

    /// <summary>The value of a property that has none.</summary>
    public const string Reserved = "NULL";

    private const string WithScope = "LEFT JOIN scopes s ON s.id = i.scope_id";
    private const string Integer = "INTEGER";
    private const string Text = "TEXT";

    private static readonly string[] FactNames = ["Attributes", "Size", "CreationTime", "LastWriteTime", "ChangeTime", "LastAccessTime"];
    private static readonly List<ItemColumn> All = [];

    public static readonly ItemColumn Id = Stored("id", "INTEGER PRIMARY KEY", null);
    public static readonly ItemColumn ParentId = Stored("parent_id", "INTEGER REFERENCES items(id)", item => item.Row.ParentId);
    public static readonly ItemColumn ScopeId = Stored("scope_id", "INTEGER REFERENCES scopes(id)", item => item.Row.ScopeId);
    public static readonly ItemColumn Path = Named("path", "path_key", "TEXT NOT NULL", " UNIQUE", item => item.Path, "ItemPath");
    public static readonly ItemColumn ParentPath = Named("parent_path", "parent_key", Text, "", item => item.ParentPath, "ParentItemPath");
    public static readonly ItemColumn Name = Named("name", "name_key", "TEXT NOT NULL", "", item => item.Row.Path.Name, "ItemName");
    public static readonly ItemColumn ItemType = Stored("item_type", "INTEGER NOT NULL", item => (long)item.Row.ItemType, "ItemType");

    public static readonly ItemColumn Pinned = Flag("pinned", row => row.Pins.IsPinned, "PinInfo", "PinInfo.Pinned");
    public static readonly ItemColumn PinUser = Pin("pin_user", pins => pins.User, "PinInfo.PinnedForUser");
    public static readonly ItemColumn PinUserPolicy = Pin("pin_user_policy", pins => pins.UserPolicy, "PinInfo.PinnedForUserByPolicy");
    public static readonly ItemColumn PinComputer = Pin("pin_computer", pins => pins.Computer, "PinInfo.PinnedForComputer");
    public static readonly ItemColumn PinRedirection = Pin("pin_redirection", pins => pins.Redirection, "PinInfo.PinnedForFolderRedirection");

    public static readonly ItemColumn Dirty = Flag("dirty", row => row.Dirty, "ChangeInfo", "ChangeInfo.Dirty");
    public static readonly ItemColumn DeletedOffline = Flag("deleted_offline", row => row.DeletedOffline, "ChangeInfo.DeletedOffline");
    public static readonly ItemColumn CreatedOffline = Flag("created_offline", row => row.CreatedOffline, "ChangeInfo.CreatedOffline");
    public static readonly ItemColumn ModifiedData = Flag("modified_data", row => row.ModifiedData, "ChangeInfo.ModifiedData");
    public static readonly ItemColumn ModifiedAttributes =
        Flag("modified_attributes", row => row.ModifiedAttributes, "ChangeInfo.ModifiedAttributes");
    public static readonly ItemColumn ModifiedTime = Flag("modified_time", row => row.ModifiedTime, "ChangeInfo.ModifiedTime");
    public static readonly ItemColumn ReplacedOffline =
        Stored("replaced_offline", "INTEGER NOT NULL", item => BoundItem.Flag(item.Row.ReplacedOffline));

    public static readonly ItemColumn Suspended = Flag("suspended", row => row.Suspended, "SuspendInfo", "SuspendInfo.Suspended");
    public static readonly ItemColumn SuspendedRoot = Flag("suspended_root", row => row.SuspendedRoot, "SuspendInfo.SuspendedRoot");

    public static readonly FactColumns Local = Facts("local", "Local", item => item.Row.Local, "FileSysInfo");
    public static readonly FactColumns Original = Facts("original", "Original", item => item.Original);
    public static readonly ItemColumn HasOriginal =
        Stored("has_original", "INTEGER NOT NULL", item => BoundItem.Flag(item.Row.Original is not null));

    public static readonly ItemColumn LocalDirtyBytes =
        OfFile("local_dirty_bytes", row => row.LocalDirtyBytes, "DirtyInfo", "DirtyInfo.LocalDirtyByteCount");
    public static readonly ItemColumn RemoteDirtyBytes =
        OfFile("remote_dirty_bytes", row => row.RemoteDirtyBytes, "DirtyInfo.RemoteDirtyByteCount");
    public static readonly ItemColumn Encrypted = OfFile("encrypted", _ => 0, "Encrypted");
    public static readonly ItemColumn Sparse = OfFile("sparse", row => BoundItem.Flag(row.Sparse), "Sparse");

    public static readonly ItemColumn BlobId = Stored("blob_id", Text, item => item.Row.BlobId);
    public static readonly ItemColumn Hash = Stored("hash", Text, item => item.Row.Hash);
    public static readonly ItemColumn BaseKind = Stored("base_kind", "INTEGER NOT NULL", item => (long)item.Row.BaseKind);
    public static readonly ItemColumn BaseToken = Stored("base_token", Text, item => item.Row.BaseToken?.ToString());
    public static readonly ItemColumn BaseHash = Stored("base_hash", Text, item => item.Row.BaseHash);
    public static readonly ItemColumn BaseIsRacy =
        Stored("base_racy", "INTEGER NOT NULL DEFAULT 1", item => BoundItem.Flag(item.Row.BaseIsRacy), since: 2);
    public static readonly ItemColumn BaseName = Stored("base_name", Text, item => item.Row.BaseName, since: 2);
    public static readonly ItemColumn SeenToken = Stored("seen_token", Text, item => item.Row.SeenToken?.ToString());
    public static readonly ItemColumn Generation = Stored("generation", "INTEGER NOT NULL", item => item.Row.Generation);
    public static readonly ItemColumn ConflictState = Stored("conflict_state", Integer, item => (long?)item.Row.ConflictState);
    public static readonly ItemColumn ConflictTime = Stored("conflict_time", Integer, item => item.Row.ConflictTime?.UtcTicks);

    // A conflict keeps its item offline. The numbers are those of ConnectState and OfflineReason: 1 offline, 2 online, 5 needs to be synchronised.
    public static readonly ItemColumn ConnectState = Computed(
        "connect_state",
        "CASE WHEN s.connect_state = 2 AND i.conflict_state IS NOT NULL THEN 1 ELSE s.connect_state END",
        "ConnectionInfo", "ConnectionInfo.ConnectState");

    public static readonly ItemColumn OfflineReason = Computed(
        "offline_reason",
        "CASE WHEN s.connect_state = 2 AND i.conflict_state IS NOT NULL THEN 5 ELSE s.offline_reason END",
        "ConnectionInfo.OfflineReason");

    /// <summary>A fact of the item itself, whatever its share is; the number is that of a server, which has no conflicts.</summary>
    public static readonly ItemColumn InConflict = Computed(
        "in_conflict", "CASE WHEN i.item_type = 3 THEN NULL ELSE i.conflict_state IS NOT NULL END", "InConflict");

    // The server's copy is not asked for.
    private static readonly ItemColumn Remote = Computed("remote", Reserved, [.. FactNames.Select(name => "FileSysInfo.Remote" + name)]);

    private static readonly ItemColumn[] Written = [.. All.Where(column => column.Bind is not null)];

    // What an index or a key holds, and the texts that they are made of. An index takes out what is written and puts it in again, even if it is what it was,
    // which costs more than all the rest.
    private static readonly HashSet<string> Keyed =
        ["parent_id", "scope_id", "path", "path_key", "parent_path", "parent_key", "name", "name_key", "dirty", "blob_id"];

    private static readonly Lazy<Dictionary<ItemProperty, ItemColumn>> ByProperty = new(() => Tie(All, ItemProperties.Instance.All));

    /// <summary>All columns, in the order of the table.</summary>
    public static IReadOnlyList<ItemColumn> Columns => All;

    public static ItemStatement Insert { get; } = new(
        $"INSERT INTO items({Join(Written, column => column.Name)}, id) VALUES({Join(Written, column => column.Parameter)}, @id)", Written);

    public static ItemStatement Update { get; } = Set(Written);

    /// <summary>As <see cref="Update"/>, for a row whose keys are as they were (<see cref="HaveSameKeys"/>).</summary>
    public static ItemStatement UpdateBesideKeys { get; } = Set([.. Written.Where(column => !Keyed.Contains(column.Name))]);

    /// <summary>The table as the first version of the database has it.</summary>
    public static string Create { get; } = $"CREATE TABLE items(\n    {Join(
        All.Where(column => column is { Type: not null, Since: 1 }), column => $"{column.Name} {column.Type}", ",\n    ")}\n) STRICT;";

    /// <summary>The column that holds a property.</summary>
    public static ItemColumn ColumnOf(ItemProperty property) => ByProperty.Value[property];

    /// <summary>Whether the column of a property holds numbers, or times as numbers.</summary>
    public static bool HoldsNumbers(ItemProperty property) =>
        property.Value.Kind is WqlMemberKind.Integer or WqlMemberKind.DateTime && !ColumnOf(property).IsReserved;

    /// <summary>Sees that properties and columns belong together, before a cache is opened.</summary>
    /// <exception cref="InvalidOperationException">A property has no column, or a column holds a property that does not exist.</exception>
    public static void Check() => _ = ByProperty.Value;

    /// <summary>Whether two states of a row are found by the same keys.</summary>
    public static bool HaveSameKeys(ItemRow left, ItemRow right) =>
        left.ParentId == right.ParentId
        && left.ScopeId == right.ScopeId
        && left.Dirty == right.Dirty
        && left.BlobId == right.BlobId
        && left.Path.ToString() == right.Path.ToString();

    /// <summary>Finds the column of each property.</summary>
    public static Dictionary<ItemProperty, ItemColumn> Tie(IEnumerable<ItemColumn> columns, IEnumerable<ItemProperty> properties)
    {
        var named = columns
            .SelectMany(column => column.Properties, (column, name) => (name, column))
            .ToDictionary(pair => pair.name, pair => pair.column);
        var tied = properties.ToDictionary(
            property => property,
            property => named.Remove(property.Property.Text, out var column)
                ? column
                : throw new InvalidOperationException(
                    $"The item property {property} has no column. Add one to {nameof(ItemTable)}, and the migration that brings it."));
        if (named.Count == 0) return tied;
        var (unknown, left) = named.First();
        throw new InvalidOperationException(
            $"The column {left.Name} holds {unknown}, which is no item property. Correct the name in {nameof(ItemTable)}.");
    }

    private static ItemStatement Set(ItemColumn[] columns) =>
        new($"UPDATE items SET {Join(columns, column => $"{column.Name} = {column.Parameter}")} WHERE id = @id", columns);

    private static string Join(IEnumerable<ItemColumn> columns, Func<ItemColumn, string> text, string separator = ", ") =>
        string.Join(separator, columns.Select(text));

    private static ItemColumn Add(ItemColumn column)
    {
        All.Add(column);
        return column;
    }

    private static ItemColumn Stored(string name, string type, Func<BoundItem, object?>? bind, params string[] properties) =>
        Stored(name, type, bind, since: 1, properties);

    private static ItemColumn Stored(string name, string type, Func<BoundItem, object?>? bind, int since, params string[] properties) =>
        Add(new ItemColumn(All.Count, name, "i." + name) { Type = type, Bind = bind, Since = since, Properties = properties });

    /// <summary>A text, and beside it the key that it is compared by.</summary>
    private static ItemColumn Named(string name, string key, string type, string ofKey, Func<BoundItem, string?> bind, string property)
    {
        var column = Add(new ItemColumn(All.Count, name, "i." + name) { Type = type, Bind = bind, KeySql = "i." + key, Properties = [property] });
        Stored(key, type + ofKey, item => bind(item) is { } text ? NameKey.Of(text) : null);
        return column;
    }

    private static ItemColumn Flag(string name, Func<ItemRow, bool> read, params string[] properties) =>
        Stored(name, Integer, item => item.BelowServer(BoundItem.Flag(read(item.Row))), properties);

    private static ItemColumn Pin(string name, Func<PinSet, PinState> read, string property) =>
        Stored(name, Integer, item => item.BelowServer((long)read(item.Row.Pins)), property);

    private static ItemColumn OfFile(string name, Func<ItemRow, long> read, params string[] properties) =>
        Stored(name, Integer, item => item.IsFile ? read(item.Row) : null, properties);

    private static FactColumns Facts(string side, string prefix, Func<BoundItem, FileFacts?> read, params string[] objects)
    {
        ItemColumn Fact(string name, Func<FileFacts, long> value, params string[] properties) =>
            Stored($"{side}_{name}", Integer, item => read(item) is { } facts ? value(facts) : null, properties);

        var names = FactNames.Select(name => $"FileSysInfo.{prefix}{name}").ToArray();
        return new FactColumns(
            Fact("attributes", facts => (long)facts.Attributes, [.. objects, names[0]]),
            Fact("size", facts => facts.Size, names[1]),
            Fact("creation", facts => facts.Creation.Ticks, names[2]),
            Fact("write", facts => facts.LastWrite.Ticks, names[3]),
            Fact("change", facts => facts.Change.Ticks, names[4]),
            Fact("access", facts => facts.LastAccess.Ticks, names[5]));
    }

    private static ItemColumn Computed(string name, string sql, params string[] properties) =>
        Add(new ItemColumn(All.Count, name, sql) { Properties = properties });
}

/// <summary>A statement that writes columns of a row, and the columns in the order of its parameters; the last is the id.</summary>
internal sealed record ItemStatement(string Text, IReadOnlyList<ItemColumn> Columns)
{
    /// <summary>Writes a row.</summary>
    public void Execute(StoreConnection connection, ItemRow row)
    {
        var item = new BoundItem(row);
        var command = connection.Command(Text);
        for (var i = 0; i < Columns.Count; i++) command.Bind(i + 1, Columns[i].Bind!(item));
        command.Bind(Columns.Count + 1, row.Id).Execute();
    }
}
