using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Sync;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>The columns of the items table in one order, and the way of a whole row into parameters and out of a reader.</summary>
internal static class ItemColumns
{
    private static readonly string[] Names =
    [
        "parent_id", "scope_id", "path", "path_key", "parent_path", "parent_key", "name", "name_key", "item_type",
        "pinned", "pin_user", "pin_user_policy", "pin_computer", "pin_redirection",
        "dirty", "deleted_offline", "created_offline", "modified_data", "modified_attributes", "modified_time", "replaced_offline",
        "suspended", "suspended_root",
        "local_attributes", "local_size", "local_creation", "local_write", "local_change", "local_access",
        "original_attributes", "original_size", "original_creation", "original_write", "original_change", "original_access", "has_original",
        "local_dirty_bytes", "remote_dirty_bytes", "encrypted", "sparse",
        "blob_id", "hash", "base_kind", "base_token", "base_hash", "seen_token", "generation", "conflict_state", "conflict_time",
    ];

    public static string Insert { get; } =
        $"INSERT INTO items({string.Join(", ", Names)}) VALUES({string.Join(", ", Names.Select(name => "@" + name))}) RETURNING id";

    public static string Update { get; } =
        $"UPDATE items SET {string.Join(", ", Names.Select(name => $"{name} = @{name}"))} WHERE id = @id";

    /// <summary>What <see cref="Read"/> reads, id first.</summary>
    public static string Select { get; } = "id, " + string.Join(", ", Names);

    public static void Bind(SqliteCommand command, ItemRow row)
    {
        var parent = row.Path.Parent?.ToString();
        var path = row.Path.ToString();
        var name = row.Path.Name;
        var belowServer = row.ItemType != OfflineFilesItemType.Server;
        var isFile = row.ItemType == OfflineFilesItemType.File;
        // An item that was never synchronised has no original: the documented class has no NULL there, so the values are zero.
        var original = row.Original ?? (row.Local is null ? null : new FileFacts());
        object?[] values =
        [
            row.ParentId, row.ScopeId, path, NameKey.Of(path), parent, parent is null ? null : NameKey.Of(parent), name, NameKey.Of(name), (long)row.ItemType,
            Flag(row.Pins.IsPinned, belowServer), Pin(row.Pins.User, belowServer), Pin(row.Pins.UserPolicy, belowServer),
            Pin(row.Pins.Computer, belowServer), Pin(row.Pins.Redirection, belowServer),
            Flag(row.Dirty, belowServer), Flag(row.DeletedOffline, belowServer), Flag(row.CreatedOffline, belowServer),
            Flag(row.ModifiedData, belowServer), Flag(row.ModifiedAttributes, belowServer), Flag(row.ModifiedTime, belowServer), Flag(row.ReplacedOffline, true),
            Flag(row.Suspended, belowServer), Flag(row.SuspendedRoot, belowServer),
            (long?)row.Local?.Attributes, row.Local?.Size, row.Local?.Creation.Ticks, row.Local?.LastWrite.Ticks, row.Local?.Change.Ticks, row.Local?.LastAccess.Ticks,
            (long?)original?.Attributes, original?.Size, original?.Creation.Ticks, original?.LastWrite.Ticks, original?.Change.Ticks, original?.LastAccess.Ticks,
            Flag(row.Original is not null, true),
            isFile ? row.LocalDirtyBytes : null, isFile ? row.RemoteDirtyBytes : null, Flag(false, isFile), Flag(row.Sparse, isFile),
            row.BlobId, row.Hash, (long)row.BaseKind, row.BaseToken?.ToString(), row.BaseHash, row.SeenToken?.ToString(), row.Generation,
            (long?)row.ConflictState, row.ConflictTime?.UtcTicks,
        ];
        for (var i = 0; i < Names.Length; i++) Parameter(command, "@" + Names[i]).Value = values[i] ?? DBNull.Value;
    }

    public static ItemRow Read(SqliteDataReader reader)
    {
        var at = new ColumnReader(reader.Handle!);
        var id = at.Integer();
        var parentId = at.IntegerOrNull();
        var scopeId = at.IntegerOrNull();
        var path = UncPath.Parse(at.TextOrNull()!);
        at.Skip(5);
        var type = (OfflineFilesItemType)at.Integer();
        at.Skip(1);
        var pins = new PinSet((PinState)at.Integer(), (PinState)at.Integer(), (PinState)at.Integer(), (PinState)at.Integer());
        at.Skip(1);
        var row = new ItemRow
        {
            Id = id,
            ParentId = parentId,
            ScopeId = scopeId,
            Path = path,
            ItemType = type,
            Pins = pins,
            DeletedOffline = at.Flag(),
            CreatedOffline = at.Flag(),
            ModifiedData = at.Flag(),
            ModifiedAttributes = at.Flag(),
            ModifiedTime = at.Flag(),
            ReplacedOffline = at.Flag(),
            Suspended = at.Flag(),
            SuspendedRoot = at.Flag(),
        };
        var local = at.Facts();
        var original = at.Facts();
        var hasOriginal = at.Flag();
        at.Skip(3);
        return row with
        {
            Local = local,
            Original = hasOriginal ? original : null,
            Sparse = at.Flag(),
            BlobId = at.TextOrNull(),
            Hash = at.TextOrNull(),
            BaseKind = (NodeKind)at.Integer(),
            BaseToken = Token(at.TextOrNull()),
            BaseHash = at.TextOrNull(),
            SeenToken = Token(at.TextOrNull()),
            Generation = at.Integer(),
            ConflictState = (SyncState?)at.IntegerOrNull(),
            ConflictTime = at.IntegerOrNull() is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
        };
    }

    private static SqliteParameter Parameter(SqliteCommand command, string name) =>
        command.Parameters.Contains(name) ? command.Parameters[name] : command.Parameters.Add(new SqliteParameter { ParameterName = name });

    private static ShareToken? Token(string? text) => text is null ? null : ShareToken.Parse(text);

    private static long? Flag(bool value, bool applies) => applies ? value ? 1L : 0L : null;

    private static long? Pin(PinState state, bool applies) => applies ? (long)state : null;
}
