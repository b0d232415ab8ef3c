namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>A column of the items table, or an expression that queries can name like one. <see cref="ItemTable"/> lists them all.</summary>
internal sealed class ItemColumn(int index, string name, string sql)
{
    /// <summary>The place in the list.</summary>
    public int Index => index;

    public string Name => name;

    /// <summary>The value in a query over <see cref="ItemTable.From"/>.</summary>
    public string Sql => sql;

    /// <summary>The name of the parameter that takes the value when a row is written.</summary>
    public string Parameter { get; } = "@" + name;

    /// <summary>The declaration; null for an expression, which is nowhere stored.</summary>
    public string? Type { get; init; }

    /// <summary>The version of the database that brought the column. What an earlier version creates never changes.</summary>
    public int Since { get; init; } = 1;

    /// <summary>What of a row is written: a long, a text or null. Null for the id, which never changes, and for an expression.</summary>
    public Func<BoundItem, object?>? Bind { get; init; }

    /// <summary>The folded column beside a text (<see cref="NameKey"/>), for comparisons; null for anything but a text.</summary>
    public string? KeySql { get; init; }

    /// <summary>The item properties that are read from the column, as WQL names them. An object is NULL when the column is.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>Whether the cache has no value for the properties at all: the documented class reserves them.</summary>
    public bool IsReserved => sql == ItemTable.Reserved;
}

/// <summary>The columns of one side's attributes, size and times. All are NULL when the side is.</summary>
internal sealed record FactColumns(
    ItemColumn Attributes, ItemColumn Size, ItemColumn Creation, ItemColumn LastWrite, ItemColumn Change, ItemColumn LastAccess);

/// <summary>A row on its way into the database. Columns that do not apply to the type of the item are NULL.</summary>
internal sealed class BoundItem(ItemRow row)
{
    public ItemRow Row => row;

    public string Path { get; } = row.Path.ToString();

    public string? ParentPath { get; } = row.Path.Parent?.ToString();

    public bool IsFile => row.ItemType == OfflineFilesItemType.File;

    // An item that was never synchronised has no original: the documented class has no NULL there, so the values are zero.
    public FileFacts? Original => row.Original ?? (row.Local is null ? null : new FileFacts());

    public object? BelowServer(long value) => row.ItemType == OfflineFilesItemType.Server ? null : value;

    public static long Flag(bool value) => value ? 1 : 0;
}
