using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Shares;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>A connection with its prepared statements. One thread at a time.</summary>
internal sealed class StoreConnection : IDisposable
{
    // The texts of queries are without number. Beyond this many the prepared ones are dropped, and those in use come back.
    private const int MaxQueries = 64;

    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);
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

    /// <summary>The prepared statement of a query. It must not be in use: a connection runs one query at a time.</summary>
    public StoreStatement Query(string text)
    {
        if (_queries.TryGetValue(text, out var query)) return query;
        if (_queries.Count == MaxQueries) DropQueries();
        query = new StoreStatement(Connection, text);
        _queries.Add(text, query);
        return query;
    }

    public ItemRow? Find(UncPath path)
    {
        var rows = Read(Statement($"SELECT {ItemColumns.Select} FROM items WHERE path_key = @key", ("@key", NameKey.Of(path.ToString()))));
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>What is directly in a container, by key.</summary>
    public List<ItemRow> Children(UncPath container) => Read(Statement(
        $"SELECT {ItemColumns.Select} FROM items WHERE parent_key = @key ORDER BY path_key", ("@key", NameKey.Of(container.ToString()))));

    /// <summary>What lies below a container at any depth, containers before their children.</summary>
    public List<ItemRow> Below(UncPath container)
    {
        var key = NameKey.Of(container.ToString());
        // The character after the backslash ends the range of keys that begin with it.
        return Read(Statement(
            $"SELECT {ItemColumns.Select} FROM items WHERE path_key >= @first AND path_key < @last ORDER BY path_key",
            ("@first", key + "\\"), ("@last", key + "]")));
    }

    /// <summary>Whether the container has any row in it.</summary>
    public bool HasChildren(UncPath container) => Statement(
        "SELECT 1 FROM items WHERE parent_key = @key LIMIT 1", ("@key", NameKey.Of(container.ToString()))).ExecuteScalar() is not null;

    public IReadOnlyList<ScopeRow> Scopes()
    {
        var scopes = new List<ScopeRow>();
        using var reader = Statement("SELECT id, path, connect_state, offline_reason, root_file_id, root_file_system FROM scopes").ExecuteReader();
        while (reader.Read())
        {
            var at = new ColumnReader(reader.Handle!);
            scopes.Add(new ScopeRow
            {
                Id = at.Integer(),
                Path = UncPath.Parse(at.TextOrNull()!),
                ConnectState = (ConnectState)at.Integer(),
                OfflineReason = (OfflineReason)at.Integer(),
                RootFileId = at.TextOrNull(),
                RootFileSystem = at.TextOrNull(),
            });
        }

        return scopes;
    }

    public IReadOnlyList<Intent> Intents()
    {
        var intents = new List<Intent>();
        using var reader = Statement("SELECT id, path, expected_token, new_hash FROM intents ORDER BY id").ExecuteReader();
        while (reader.Read())
        {
            var at = new ColumnReader(reader.Handle!);
            var id = checked((uint)at.Integer());
            var path = UncPath.Parse(at.TextOrNull()!);
            var expected = at.TextOrNull();
            intents.Add(new Intent(path, expected is null ? null : ShareToken.Parse(expected), at.TextOrNull()) { Id = id });
        }

        return intents;
    }

    public HashSet<string> BlobIds()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        using var reader = Statement("SELECT blob_id FROM items WHERE blob_id IS NOT NULL").ExecuteReader();
        while (reader.Read()) ids.Add(reader.GetString(0));
        return ids;
    }

    public void Dispose()
    {
        DropQueries();
        foreach (var statement in _statements.Values) statement.Dispose();
        Connection.Dispose();
    }

    private void DropQueries()
    {
        foreach (var query in _queries.Values) query.Dispose();
        _queries.Clear();
    }

    private static List<ItemRow> Read(SqliteCommand command)
    {
        var rows = new List<ItemRow>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(ItemColumns.Read(reader));
        return rows;
    }
}
