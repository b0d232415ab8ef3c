using Microsoft.Data.Sqlite;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>The steps that lead from an empty database to the current form; the number of steps taken is the database's user_version.</summary>
internal static class Migrations
{
    public static IReadOnlyList<string> Steps { get; } = [Version1(), Version2()];

    public static int Current => Steps.Count;

    /// <summary>Takes the missing steps, each in its own transaction: a crash between two leaves a whole older version.</summary>
    public static void Apply(SqliteConnection connection, IReadOnlyList<string> steps)
    {
        for (var version = Sql.Integer(connection, "PRAGMA user_version"); version < steps.Count; version++)
        {
            using var transaction = connection.BeginTransaction();
            Sql.Execute(connection, steps[(int)version], transaction);
            Sql.Execute(connection, FormattableString.Invariant($"PRAGMA user_version = {version + 1}"), transaction);
            transaction.Commit();
        }
    }

    private static string Version1() => $$"""
        CREATE TABLE settings(
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE scopes(
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL,
            path_key TEXT NOT NULL UNIQUE,
            connect_state INTEGER NOT NULL,
            offline_reason INTEGER NOT NULL,
            root_file_id TEXT,
            root_file_system TEXT
        ) STRICT;

        {{ItemTable.Create}}

        CREATE INDEX items_by_parent ON items(parent_key);
        CREATE INDEX items_by_parent_id ON items(parent_id);
        CREATE INDEX items_by_name ON items(name_key);
        CREATE INDEX items_by_blob ON items(blob_id) WHERE blob_id IS NOT NULL;
        CREATE INDEX items_dirty ON items(dirty) WHERE dirty = 1;

        CREATE TABLE intents(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            path TEXT NOT NULL,
            expected_token TEXT,
            new_hash TEXT
        ) STRICT;
        """;

    /// <summary>Versions are known by their bytes, roots by a key, and unfinished changes by their steps.</summary>
    private static string Version2() => """
        ALTER TABLE items ADD COLUMN base_racy INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE items ADD COLUMN base_name TEXT;

        ALTER TABLE scopes ADD COLUMN root_key TEXT;
        ALTER TABLE scopes ADD COLUMN traits TEXT;
        ALTER TABLE scopes ADD COLUMN allows_mass_deletion INTEGER NOT NULL DEFAULT 0;

        ALTER TABLE intents ADD COLUMN session INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE intents ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE intents ADD COLUMN target TEXT;
        ALTER TABLE intents ADD COLUMN expected_hash TEXT;
        ALTER TABLE intents ADD COLUMN step INTEGER;
        ALTER TABLE intents ADD COLUMN detail TEXT;

        INSERT INTO settings(name, value) SELECT 'last_item_id', coalesce(max(id), 0) FROM items;
        """;
}
