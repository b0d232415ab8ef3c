using System.Globalization;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>A write to the store in the making: whole or not at all. It keeps what it changed, for the change stream.</summary>
internal sealed class StoreTransaction
{
    private readonly StoreConnection _connection;
    private readonly Dictionary<long, ScopeRow> _scopes;
    private readonly List<StoreChange> _changes = [];

    public StoreTransaction(StoreConnection connection, IReadOnlyDictionary<long, ScopeRow> scopes)
    {
        _connection = connection;
        _scopes = new Dictionary<long, ScopeRow>(scopes);
    }

    public IReadOnlyList<StoreChange> Changes => _changes;

    public IReadOnlyDictionary<long, ScopeRow> Scopes => _scopes;

    /// <summary>The blobs that rows pointed to before; others may now.</summary>
    public IEnumerable<string> LeftBlobs() =>
        _changes.Where(change => change.Old?.BlobId is { } id && id != change.New?.BlobId).Select(change => change.Old!.BlobId!);

    /// <summary>The synchronisation this write belongs to.</summary>
    public Guid? SyncId { get; set; }

    public ItemRow? Find(UncPath path) => _connection.Find(path);

    public List<ItemRow> Children(UncPath container) => _connection.Children(container);

    public List<ItemRow> Below(UncPath container) => _connection.Below(container);

    public bool HasChildren(UncPath container) => _connection.HasChildren(container);

    /// <summary>Whether a row is still as it was read: the compare of compare-and-set. Null stands for "there is none".</summary>
    public bool IsStill(UncPath path, ItemRow? row)
    {
        var now = Find(path);
        return row is null ? now is null : now is not null && now.Id == row.Id && now.Generation == row.Generation;
    }

    /// <summary>Adds an item; its container must be there.</summary>
    public ItemRow Insert(ItemRow row)
    {
        var parent = row.Path.Parent is { } path ? Find(path) : null;
        var stored = row with { ParentId = parent?.Id, ScopeId = row.ScopeId ?? parent?.ScopeId, Generation = 1 };
        var command = _connection.Statement(ItemTable.Insert);
        ItemTable.Bind(command, stored);
        stored = stored with { Id = Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) };
        _changes.Add(new StoreChange(null, stored));
        return stored;
    }

    /// <summary>Replaces a row. The new one must come from the old one.</summary>
    public ItemRow Update(ItemRow old, ItemRow row)
    {
        var stored = row with { Generation = old.Generation + 1 };
        var command = _connection.Statement(ItemTable.Update);
        ItemTable.Bind(command, stored);
        if (!command.Parameters.Contains("@id")) command.Parameters.AddWithValue("@id", old.Id);
        else command.Parameters["@id"].Value = old.Id;
        command.ExecuteNonQuery();
        _changes.Add(new StoreChange(old, stored));
        return stored;
    }

    /// <summary>Removes an item that has no children. A share takes its scope with it.</summary>
    public void Delete(ItemRow row)
    {
        _connection.Statement("DELETE FROM items WHERE id = @id", ("@id", row.Id)).ExecuteNonQuery();
        if (row.ItemType == OfflineFilesItemType.Share && row.ScopeId is { } scope)
        {
            _connection.Statement("DELETE FROM scopes WHERE id = @id", ("@id", scope)).ExecuteNonQuery();
            _changes.Add(new StoreChange(row, null) { ScopeOfRemoved = _scopes.GetValueOrDefault(scope) });
            _scopes.Remove(scope);
            return;
        }

        _changes.Add(new StoreChange(row, null));
    }

    /// <summary>The row of a share, made with its scope and its server if it is not there yet.</summary>
    public ItemRow EnsureShare(ScopeRow scope)
    {
        if (Find(scope.Path) is { } share) return share;
        var server = scope.Path.Parent!;
        if (Find(server) is null) Insert(new ItemRow { Path = server, ItemType = OfflineFilesItemType.Server });
        var id = Convert.ToInt64(
            _connection.Statement(
                """
                INSERT INTO scopes(
                    path, path_key, connect_state, offline_reason, root_file_id, root_file_system, root_key, traits, allows_mass_deletion)
                VALUES(@path, @key, @state, @reason, @file, @system, @root, @traits, @allows) RETURNING id
                """,
                [.. Values(scope)]).ExecuteScalar(),
            CultureInfo.InvariantCulture);
        _scopes[id] = scope with { Id = id };
        return Insert(new ItemRow { Path = scope.Path, ItemType = OfflineFilesItemType.Share, ScopeId = id });
    }

    public void UpdateScope(ScopeRow scope)
    {
        var share = Find(scope.Path) ?? throw new InvalidOperationException($"The scope {ReadableText.Of(scope.Path.ToString())} has no item.");
        _connection.Statement(
            """
            UPDATE scopes SET path = @path, path_key = @key, connect_state = @state, offline_reason = @reason,
                root_file_id = @file, root_file_system = @system, root_key = @root, traits = @traits, allows_mass_deletion = @allows WHERE id = @id
            """,
            [.. Values(scope), ("@id", scope.Id)]).ExecuteNonQuery();
        var old = _scopes[scope.Id];
        _scopes[scope.Id] = scope;
        _changes.Add(new StoreChange(share, share) { OldScope = old, NewScope = scope });
    }

    /// <summary>Records what is about to be done to the share; the number names its temporary files.</summary>
    public uint AddIntent(Intent intent) => checked((uint)Convert.ToInt64(
        _connection.Statement(
            """
            INSERT INTO intents(path, expected_token, new_hash, session, kind, target, expected_hash)
            VALUES(@path, @token, @hash, @session, @kind, @target, @expected) RETURNING id
            """,
            ("@path", intent.Path.ToString()), ("@token", intent.Expected?.ToString()), ("@hash", intent.NewHash), ("@session", intent.Session),
            ("@kind", (long)intent.Kind), ("@target", intent.Target?.ToString()), ("@expected", intent.ExpectedHash)).ExecuteScalar(),
        CultureInfo.InvariantCulture));

    /// <summary>Records the step that an intent is about to take.</summary>
    public void AdvanceIntent(uint id, ShareStep step, string? detail) => _connection.Statement(
        "UPDATE intents SET step = @step, detail = @detail WHERE id = @id",
        ("@step", (long)step), ("@detail", detail), ("@id", (long)id)).ExecuteNonQuery();

    public void RemoveIntent(uint id) => _connection.Statement("DELETE FROM intents WHERE id = @id", ("@id", (long)id)).ExecuteNonQuery();

    public string? Setting(string name) =>
        _connection.Statement("SELECT value FROM settings WHERE name = @name", ("@name", name)).ExecuteScalar() as string;

    public void SetSetting(string name, string value) => _connection.Statement(
        "INSERT INTO settings(name, value) VALUES(@name, @value) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        ("@name", name), ("@value", value)).ExecuteNonQuery();

    private static (string, object?)[] Values(ScopeRow scope) =>
    [
        ("@path", scope.Path.ToString()), ("@key", NameKey.Of(scope.Path.ToString())), ("@state", (long)scope.ConnectState),
        ("@reason", (long)scope.OfflineReason), ("@file", scope.RootFileId), ("@system", scope.RootFileSystem),
        ("@root", scope.RootKey), ("@traits", scope.Traits), ("@allows", scope.AllowsMassDeletion ? 1L : 0L),
    ];
}

/// <summary>One row before and after a write.</summary>
internal sealed record StoreChange(ItemRow? Old, ItemRow? New)
{
    /// <summary>Set with <see cref="NewScope"/> when it is the share's connection that changed.</summary>
    public ScopeRow? OldScope { get; init; }

    public ScopeRow? NewScope { get; init; }

    /// <summary>The scope that went with a share.</summary>
    public ScopeRow? ScopeOfRemoved { get; init; }
}
