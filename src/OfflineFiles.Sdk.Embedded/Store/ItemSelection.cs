using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>Columns that are read together: the select list, and where in it each column stands. Made once for a query.</summary>
internal sealed class ItemSelection
{
    private readonly int[] _ordinals = new int[ItemTable.Columns.Count];

    public ItemSelection(IEnumerable<ItemColumn> columns)
    {
        Array.Fill(_ordinals, -1);
        var list = new List<string>();
        foreach (var column in columns)
        {
            _ordinals[column.Index] = list.Count;
            list.Add(column.Sql);
        }

        Sql = string.Join(", ", list);
        Count = list.Count;
    }

    /// <summary>All that is stored.</summary>
    public static ItemSelection Stored { get; } = new(ItemTable.Columns.Where(column => column.Type is not null));

    /// <summary>The select list, over <see cref="ItemTable.From"/>.</summary>
    public string Sql { get; }

    public int Count { get; }

    /// <summary>Reads the row that a statement with this select list stands on.</summary>
    public ItemReader Read(in ColumnReader columns) => new(columns, _ordinals);
}

/// <summary>Reads the columns of one row, each by what it is.</summary>
internal readonly ref struct ItemReader(ColumnReader columns, int[] ordinals)
{
    private readonly ColumnReader _columns = columns;

    /// <summary>0 for NULL.</summary>
    public long Integer(ItemColumn column) => _columns.Integer(ordinals[column.Index]);

    public long? IntegerOrNull(ItemColumn column) => _columns.IntegerOrNull(ordinals[column.Index]);

    /// <summary>False for NULL.</summary>
    public bool Flag(ItemColumn column) => Integer(column) != 0;

    public bool? FlagOrNull(ItemColumn column) => IntegerOrNull(column) is { } flag ? flag != 0 : null;

    public string? TextOrNull(ItemColumn column) => _columns.TextOrNull(ordinals[column.Index]);

    /// <summary>Null when the columns are NULL.</summary>
    public FileFacts? Facts(FactColumns of) => IntegerOrNull(of.Attributes) is { } attributes
        ? new FileFacts((FileAttributes)attributes, Integer(of.Size), Time(of.Creation), Time(of.LastWrite), Time(of.Change), Time(of.LastAccess))
        : null;

    public PinSet Pins() => new(
        (PinState)Integer(ItemTable.PinUser),
        (PinState)Integer(ItemTable.PinUserPolicy),
        (PinState)Integer(ItemTable.PinComputer),
        (PinState)Integer(ItemTable.PinRedirection));

    /// <summary>The whole row, of <see cref="ItemSelection.Stored"/>.</summary>
    public ItemRow Row() => new()
    {
        Id = Integer(ItemTable.Id),
        ParentId = IntegerOrNull(ItemTable.ParentId),
        ScopeId = IntegerOrNull(ItemTable.ScopeId),
        Path = UncPath.Parse(TextOrNull(ItemTable.Path)!),
        ItemType = (OfflineFilesItemType)Integer(ItemTable.ItemType),
        Pins = Pins(),
        DeletedOffline = Flag(ItemTable.DeletedOffline),
        CreatedOffline = Flag(ItemTable.CreatedOffline),
        ModifiedData = Flag(ItemTable.ModifiedData),
        ModifiedAttributes = Flag(ItemTable.ModifiedAttributes),
        ModifiedTime = Flag(ItemTable.ModifiedTime),
        ReplacedOffline = Flag(ItemTable.ReplacedOffline),
        Suspended = Flag(ItemTable.Suspended),
        SuspendedRoot = Flag(ItemTable.SuspendedRoot),
        Local = Facts(ItemTable.Local),
        Original = Flag(ItemTable.HasOriginal) ? Facts(ItemTable.Original) : null,
        Sparse = Flag(ItemTable.Sparse),
        BlobId = TextOrNull(ItemTable.BlobId),
        Hash = TextOrNull(ItemTable.Hash),
        BaseKind = (ItemKind)Integer(ItemTable.BaseKind),
        BaseToken = Token(ItemTable.BaseToken),
        BaseHash = TextOrNull(ItemTable.BaseHash),
        BaseIsRacy = Flag(ItemTable.BaseIsRacy),
        BaseName = TextOrNull(ItemTable.BaseName),
        SeenToken = Token(ItemTable.SeenToken),
        Generation = Integer(ItemTable.Generation),
        ConflictState = (SyncState?)IntegerOrNull(ItemTable.ConflictState),
        ConflictTime = IntegerOrNull(ItemTable.ConflictTime) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
    };

    private DateTime Time(ItemColumn column) => new(Math.Clamp(Integer(column), DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    private ShareToken? Token(ItemColumn column) => TextOrNull(column) is { } text ? ShareToken.Parse(text) : null;
}
