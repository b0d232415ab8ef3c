using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// A prepared statement that runs for each of many items, with nothing between it and the database engine. One use at a time. Errors are
/// <see cref="SqliteException"/>, as those of every other statement of a write.
/// </summary>
internal sealed class StoreCommand : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public StoreCommand(SqliteConnection connection, string text)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, text, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>The columns of the row it stands on.</summary>
    public ColumnReader Columns => new(_statement);

    /// <summary>Gives a parameter, counted from 1, its value: a long, a text or null. It keeps it until it gets another.</summary>
    public StoreCommand Bind(int parameter, object? value)
    {
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_statement, parameter),
            string text => raw.sqlite3_bind_text(_statement, parameter, text),
            _ => raw.sqlite3_bind_int64(_statement, parameter, (long)value),
        });
        return this;
    }

    /// <summary>Runs it to its end.</summary>
    public void Execute()
    {
        using var run = Run();
        while (run.Read())
        {
        }
    }

    /// <summary>Runs it row by row, until the result is disposed.</summary>
    public Rows Run() => new(this);

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);

    internal readonly struct Rows(StoreCommand command) : IDisposable
    {
        public bool Read()
        {
            var result = raw.sqlite3_step(command._statement);
            if (result == raw.SQLITE_ROW) return true;
            command.Check(result);
            return false;
        }

        public void Dispose() => _ = raw.sqlite3_reset(command._statement);
    }
}
