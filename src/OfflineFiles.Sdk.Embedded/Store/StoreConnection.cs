using System.Globalization;
using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Versions;
using SQLitePCL;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>A connection with its prepared statements. One thread at a time.</summary>
internal sealed class StoreConnection : IDisposable
{
    // The texts of queries are without number. Beyond this many the prepared ones are dropped, and those in use come back.
    private const int MaxQueries = 64;

    private static readonly string FindSql = $"SELECT {ItemSelection.Stored.Sql} FROM items i WHERE i.path_key = ?1";
    private static readonly string ChildrenSql = $"SELECT {ItemSelection.Stored.Sql} FROM items i WHERE i.parent_key = ?1 ORDER BY i.path_key";
    private static readonly string BelowSql = $"SELECT {ItemSelection.Stored.Sql} FROM items i WHERE i.path_key >= ?1 AND i.path_key < ?2 ORDER BY i.path_key";

    private static readonly string BusyChildrenSql =
        $"SELECT {ItemSelection.Stored.Sql} FROM items i WHERE i.parent_key = ?1 AND NOT {QuietItem.Sql}";

    private const string GlanceSql =
        $"SELECT {QuietItem.Columns} FROM items i WHERE i.parent_key = ?1";

    private const string PathsBelowSql = "SELECT i.path FROM items i WHERE i.path_key >= @first AND i.path_key < @end ORDER BY i.path_key";

    private const string CountBelowSql =
        "SELECT count(*) FROM (SELECT 1 FROM items i WHERE i.path_key >= @first AND i.path_key < @end LIMIT @most)";

    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoreCommand> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoreStatement> _queries = new(StringComparer.Ordinal);

    public StoreConnection(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    /// <summary>The prepared statement of a text; its parameters keep the values of the last use.</summary>
    public SqliteCommand Statement(string text)
    {
        if (_statements.TryGetValue(text, out var command)) return command;
        command = Connection.CreateCommand();
#pragma warning disable CA2100 // Only texts of this assembly get here; values are parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        _statements.Add(text, command);
        return command;
    }

    public SqliteCommand Statement(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Statement(text);
        foreach (var (name, value) in parameters)
        {
            if (command.Parameters.Contains(name)) command.Parameters[name].Value = value ?? DBNull.Value;
            else command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>As <see cref="Statement(string)"/>, for what is run for each of many items. The texts are few.</summary>
    public StoreCommand Command(string text)
    {
        if (_commands.TryGetValue(text, out var command)) return command;
        command = new StoreCommand(Connection, text);
        _commands.Add(text, command);
        return command;
    }

    /// <summary>The prepared statement of a query. It must not be in use: a connection runs one query at a time.</summary>
    public StoreStatement Query(string text)
    {
        if (_queries.TryGetValue(text, out var query)) return query;
        if (_queries.Count == MaxQueries) DropQueries();
        query = new StoreStatement(Connection, text);
        _queries.Add(text, query);
        return query;
    }

    /// <summary>All that is read until it is disposed is of one state.</summary>
    public ReadTransaction BeginRead()
    {
        Statement("BEGIN").ExecuteNonQuery();
        return new ReadTransaction(this);
    }

    public ItemRow? Find(UncPath path)
    {
        var command = Command(FindSql).Bind(1, NameKey.Of(path.ToString()));
        using var rows = command.Run();
        return rows.Read() ? ItemSelection.Stored.Read(command.Columns).Row() : null;
    }

    /// <summary>The number and the generation of an item, which change when it becomes another; null if there is no such item.</summary>
    public (long Id, long Generation)? Stamp(UncPath path)
    {
        var command = Command("SELECT id, generation FROM items WHERE path_key = ?1").Bind(1, NameKey.Of(path.ToString()));
        using var rows = command.Run();
        return rows.Read() ? (command.Columns.Integer(0), command.Columns.Integer(1)) : null;
    }

    /// <summary>What is directly in a container, by key.</summary>
    public List<ItemRow> Children(UncPath container) => Read(Command(ChildrenSql).Bind(1, NameKey.Of(container.ToString())));

    /// <summary>The same, each no more than is asked of it, in no order. What has lost its data is not quiet.</summary>
    public Glance ChildrenAtAGlance(UncPath container, BlobTest holds)
    {
        var key = NameKey.Of(container.ToString());
        using var state = BeginRead();
        var (quiet, lost, isAnyBusy) = (new List<QuietItem>(), new List<UncPath>(), false);
        var command = Command(GlanceSql).Bind(1, key);
        using (var rows = command.Run())
        {
            while (rows.Read())
            {
                var at = command.Columns;
                if (QuietItem.SizeOf(at) is not { } size) isAnyBusy = true;
                else if (!QuietItem.IsHere(at, size, holds)) lost.Add(QuietItem.ContainerOf(at).Append(QuietItem.NameOf(at)));
                else
                {
                    if (quiet.Count == 0) container = QuietItem.ContainerOf(at);
                    quiet.Add(QuietItem.Read(at));
                }
            }
        }

        var busy = isAnyBusy ? Read(Command(BusyChildrenSql).Bind(1, key)) : [];
        foreach (var path in lost)
            if (Find(path) is { } row) busy.Add(row);
        return new Glance(container, busy, quiet);
    }

    /// <summary>What lies below a container at any depth, containers before their children.</summary>
    public List<ItemRow> Below(UncPath container)
    {
        var first = NameKey.Of(container.ToString()) + "\\";
        return Read(Command(BelowSql).Bind(1, first).Bind(2, NameKey.EndOfPrefix(first)));
    }

    /// <summary>As <see cref="Below"/>, row by row: the connection does nothing else until the last is taken.</summary>
    public IEnumerable<ItemRow> EachBelow(UncPath container)
    {
        var first = NameKey.Of(container.ToString()) + "\\";
        // Its own: whoever takes the rows may ask for others meanwhile.
        using var command = new StoreCommand(Connection, BelowSql).Bind(1, first).Bind(2, NameKey.EndOfPrefix(first));
        using var rows = command.Run();
        while (rows.Read()) yield return ItemSelection.Stored.Read(command.Columns).Row();
    }

    /// <summary>As <see cref="EachBelow"/>, the paths alone.</summary>
    public IEnumerable<UncPath> PathsBelow(UncPath container)
    {
        var first = NameKey.Of(container.ToString()) + "\\";
        using var reader = Statement(PathsBelowSql, ("@first", first), ("@end", NameKey.EndOfPrefix(first))).ExecuteReader();
        while (reader.Read()) yield return UncPath.Parse(new ColumnReader(reader.Handle!).TextOrNull(0)!);
    }

    /// <summary>How many items lie below a container; no more than a number are counted.</summary>
    public long CountBelow(UncPath container, long most)
    {
        var first = NameKey.Of(container.ToString()) + "\\";
        return Convert.ToInt64(
            Statement(CountBelowSql, ("@first", first), ("@end", NameKey.EndOfPrefix(first)), ("@most", most)).ExecuteScalar(),
            CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the container has any row in it.</summary>
    public bool HasChildren(UncPath container)
    {
        using var rows = Command("SELECT 1 FROM items WHERE parent_key = ?1 LIMIT 1").Bind(1, NameKey.Of(container.ToString())).Run();
        return rows.Read();
    }

    public IReadOnlyList<ScopeRow> Scopes()
    {
        var scopes = new List<ScopeRow>();
        using var reader = Statement("SELECT id, path, connect_state, offline_reason, root_file_id, root_file_system, root_key, traits, allows_mass_deletion FROM scopes").ExecuteReader();
        while (reader.Read())
        {
            var at = new ColumnReader(reader.Handle!);
            scopes.Add(new ScopeRow
            {
                Id = at.Integer(0),
                Path = UncPath.Parse(at.TextOrNull(1)!),
                ConnectState = (ConnectState)at.Integer(2),
                OfflineReason = (OfflineReason)at.Integer(3),
                RootFileId = at.TextOrNull(4),
                RootFileSystem = at.TextOrNull(5),
                RootKey = at.TextOrNull(6),
                Traits = at.TextOrNull(7),
                AllowsMassDeletion = at.Integer(8) != 0,
            });
        }

        return scopes;
    }

    public IReadOnlyList<Intent> Intents()
    {
        var intents = new List<Intent>();
        using var reader = Statement(
            "SELECT id, path, expected_token, new_hash, session, kind, target, expected_hash, step, detail FROM intents ORDER BY id").ExecuteReader();
        while (reader.Read())
        {
            var at = new ColumnReader(reader.Handle!);
            var expected = at.TextOrNull(2) is { } token ? ShareToken.Parse(token) : (ShareToken?)null;
            intents.Add(new Intent((IntentKind)at.Integer(5), UncPath.Parse(at.TextOrNull(1)!), expected)
            {
                Id = checked((uint)at.Integer(0)),
                NewHash = at.TextOrNull(3),
                Session = at.Integer(4),
                Target = at.TextOrNull(6) is { } target ? UncPath.Parse(target) : null,
                ExpectedHash = at.TextOrNull(7),
                Step = (ShareStep?)at.IntegerOrNull(8),
                Detail = at.TextOrNull(9),
            });
        }

        return intents;
    }

    public string? Setting(string name) => Statement("SELECT value FROM settings WHERE name = @name", ("@name", name)).ExecuteScalar() as string;

    /// <summary>The largest number of an item.</summary>
    public long LastItemId() => Sql.Integer(Connection, "SELECT coalesce(max(id), 0) FROM items");

    /// <summary>The latest opening that left an intent.</summary>
    public long LastSession() => Sql.Integer(Connection, "SELECT coalesce(max(session), 0) FROM intents");

    /// <summary>Whether a row points to a blob.</summary>
    public bool HasBlob(string id) => Statement("SELECT 1 FROM items WHERE blob_id = @id", ("@id", id)).ExecuteScalar() is not null;

    /// <summary>The blobs that rows point to, of those with a beginning.</summary>
    public HashSet<string> BlobIds(string prefix)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        using var reader = Statement(
            "SELECT blob_id FROM items WHERE blob_id >= @first AND blob_id < @end",
            ("@first", prefix), ("@end", NameKey.EndOfPrefix(prefix))).ExecuteReader();
        while (reader.Read()) ids.Add(reader.GetString(0));
        return ids;
    }

    public void Dispose()
    {
        DropQueries();
        foreach (var statement in _statements.Values) statement.Dispose();
        foreach (var command in _commands.Values) command.Dispose();
        Connection.Dispose();
    }

    internal readonly struct ReadTransaction(StoreConnection connection) : IDisposable
    {
        public void Dispose()
        {
            // An error may have ended it.
            if (raw.sqlite3_get_autocommit(connection.Connection.Handle) == 0) connection.Statement("COMMIT").ExecuteNonQuery();
        }
    }

    private void DropQueries()
    {
        foreach (var query in _queries.Values) query.Dispose();
        _queries.Clear();
    }

    private static List<ItemRow> Read(StoreCommand command)
    {
        var found = new List<ItemRow>();
        using var rows = command.Run();
        while (rows.Read()) found.Add(ItemSelection.Stored.Read(command.Columns).Row());
        return found;
    }
}
