using System.Globalization;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>A write to the store in the making: whole or not at all. It keeps what it changed, for the change stream.</summary>
internal sealed class StoreTransaction
{
    private readonly StoreConnection _connection;
    private readonly Dictionary<long, ScopeRow> _scopes;
    private readonly List<StoreChange> _changes = [];
    private readonly ItemSequence _ids;

    /// <summary>The container that was found last, as it is: one item after the other asks for the one that it is in.</summary>
    private ItemRow? _container;

    public StoreTransaction(StoreConnection connection, IReadOnlyDictionary<long, ScopeRow> scopes, ItemSequence ids)
    {
        _connection = connection;
        _ids = ids;
        _scopes = new Dictionary<long, ScopeRow>(scopes);
    }

    public IReadOnlyList<StoreChange> Changes => _changes;

    public IReadOnlyDictionary<long, ScopeRow> Scopes => _scopes;

    /// <summary>The blobs that rows pointed to before; others may now.</summary>
    public IEnumerable<string> LeftBlobs() =>
        _changes.Where(change => change.Old?.BlobId is { } id && id != change.New?.BlobId).Select(change => change.Old!.BlobId!);

    /// <summary>The synchronisation this write belongs to.</summary>
    public Guid? SyncId { get; set; }

    public ItemRow? Find(UncPath path)
    {
        if (_container is { } known && known.Path == path) return known;
        var row = _connection.Find(path);
        if (row is { IsContainer: true }) _container = row;
        return row;
    }

    public List<ItemRow> Children(UncPath container) => _connection.Children(container);

    public List<ItemRow> Below(UncPath container) => _connection.Below(container);

    public IEnumerable<ItemRow> EachBelow(UncPath container) => _connection.EachBelow(container);

    public long CountBelow(UncPath container, long most) => _connection.CountBelow(container, most);

    public bool HasChildren(UncPath container) => _connection.HasChildren(container);

    /// <summary>Whether a row is still as it was read: the compare of compare-and-set. Null stands for "there is none".</summary>
    public bool IsStill(UncPath path, ItemRow? row)
    {
        var now = _connection.Stamp(path);
        return row is null ? now is null : now is { } stamp && stamp.Id == row.Id && stamp.Generation == row.Generation;
    }

    /// <summary>Adds an item under a number that was never given before; its container must be there.</summary>
    public ItemRow Insert(ItemRow row)
    {
        var parent = row.Path.Parent is { } path ? Find(path) : null;
        var stored = row with { Id = _ids.Next(), ParentId = parent?.Id, ScopeId = row.ScopeId ?? parent?.ScopeId, Generation = 1 };
        ItemTable.Insert.Execute(_connection, stored);
        _changes.Add(new StoreChange(null, stored));
        return stored;
    }

    /// <summary>Replaces a row. The new one must come from the old one. A note is no change of the item: whoever is about to change it goes on.</summary>
    public ItemRow Update(ItemRow old, ItemRow row, bool isNote = false)
    {
        var stored = row with { Id = old.Id, Generation = isNote ? old.Generation : old.Generation + 1 };
        (ItemTable.HaveSameKeys(old, stored) ? ItemTable.UpdateBesideKeys : ItemTable.Update).Execute(_connection, stored);
        Forget(stored.Id);
        _changes.Add(new StoreChange(old, stored));
        return stored;
    }

    /// <summary>
    /// Gives an item and all that lies below it another path. Each keeps its number, its content and its pins, and is told as renamed. The new path must
    /// be free, in a container that has a row, and not below the old one.
    /// </summary>
    /// <param name="row">The item.</param>
    /// <param name="newPath">Its new path; one that differs from the old one only in case is a new path too.</param>
    /// <param name="change">
    /// What else becomes of a row that has its new path already; null for a row that stays at its old path, which then needs a container
    /// (<see cref="Adopt"/>). Without it the rows below move in one statement.
    /// </param>
    /// <returns>What moved, containers before their children.</returns>
    public IReadOnlyList<ItemRow> Move(ItemRow row, UncPath newPath, Func<ItemRow, ItemRow?>? change = null)
    {
        _container = null;
        var below = Below(row.Path);
        var moved = new List<ItemRow>(below.Count + 1);
        var root = row with { Path = newPath, ParentId = newPath.Parent is { } parent ? Find(parent)?.Id : null };
        moved.Add(Update(row, change is null ? root : change(root) ?? throw new InvalidOperationException("The item itself cannot stay.")));
        if (change is null && below.Count > 0) MoveBelow(row.Path, newPath);
        foreach (var item in below)
        {
            var there = item with { Path = UncPath.Parse(newPath.ToString() + BelowDepth(item.Path.ToString(), row.Path.Depth)) };
            if (change is null)
            {
                there = there with { Generation = item.Generation + 1 };
                _changes.Add(new StoreChange(item, there));
                moved.Add(there);
            }
            else if (change(there) is { } changed)
            {
                moved.Add(Update(item, changed));
            }
        }

        return moved;
    }

    /// <summary>Makes a container the parent of all rows whose paths lie directly in it.</summary>
    public void Adopt(ItemRow container)
    {
        _container = null;
        _connection.Statement(
            "UPDATE items SET parent_id = @id WHERE parent_key = @key AND parent_id <> @id",
            ("@id", container.Id), ("@key", NameKey.Of(container.Path.ToString()))).ExecuteNonQuery();
    }

    /// <summary>
    /// Replaces what the baseline's hint of a file is, and nothing else: neither the item nor what waits becomes another by it, and it is not told.
    /// </summary>
    public void UpdateHint(ItemRow row, ShareToken token, bool isRacy) => _connection.Statement(
        "UPDATE items SET base_token = @token, base_racy = @racy WHERE id = @id AND base_hash IS @hash AND base_kind = @kind",
        ("@token", token.ToString()), ("@racy", isRacy ? 1L : 0L), ("@id", row.Id), ("@hash", row.BaseHash), ("@kind", (long)row.BaseKind)).ExecuteNonQuery();

    /// <summary>No hint of a share counts any more.</summary>
    public void DistrustHints(long scope)
    {
        _container = null;
        _connection.Statement("UPDATE items SET base_racy = 1 WHERE scope_id = @id", ("@id", scope)).ExecuteNonQuery();
    }

    /// <summary>Notes when the cached copies of files were last read. That is no change of the items, and is not told.</summary>
    public void Touch(long id, DateTime accessed) => _connection.Statement(
        "UPDATE items SET local_access = @time WHERE id = @id AND local_access < @time", ("@time", accessed.Ticks), ("@id", id)).ExecuteNonQuery();

    /// <summary>Removes an item that has no children. A share takes its scope with it.</summary>
    public void Delete(ItemRow row)
    {
        _connection.Command("DELETE FROM items WHERE id = ?1").Bind(1, row.Id).Execute();
        Forget(row.Id);
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

    public string? Setting(string name) => _connection.Setting(name);

    public void SetSetting(string name, string value) => _connection.Statement(
        "INSERT INTO settings(name, value) VALUES(@name, @value) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        ("@name", name), ("@value", value)).ExecuteNonQuery();

    private void Forget(long id)
    {
        if (_container?.Id == id) _container = null;
    }

    // A key has as many characters as the text that it folds, and SQLite counts as it folds: by code points.
    private void MoveBelow(UncPath path, UncPath newPath)
    {
        var key = NameKey.Of(path.ToString());
        var first = key + "\\";
        _connection.Statement(
            """
            UPDATE items SET
                path = @path || substr(path, @cut), path_key = @key || substr(path_key, @cut),
                parent_path = @path || substr(parent_path, @cut), parent_key = @key || substr(parent_key, @cut),
                generation = generation + 1
            WHERE path_key >= @first AND path_key < @end
            """,
            ("@path", newPath.ToString()), ("@key", NameKey.Of(newPath.ToString())), ("@cut", key.EnumerateRunes().LongCount() + 1),
            ("@first", first), ("@end", NameKey.EndOfPrefix(first))).ExecuteNonQuery();
    }

    /// <summary>The rest of a path after so many of its components.</summary>
    private static string BelowDepth(string path, int depth)
    {
        var at = 1;
        for (var i = 0; i < depth; i++) at = path.IndexOf('\\', at + 1);
        return path[at..];
    }

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
