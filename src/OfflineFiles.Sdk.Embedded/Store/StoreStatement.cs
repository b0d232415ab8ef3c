using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>A prepared SELECT whose rows are read one by one, without a data reader between. One use at a time.</summary>
internal sealed class StoreStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <exception cref="OfflineFilesBackendException">The text is no SQL.</exception>
    public StoreStatement(SqliteConnection connection, string text)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, text, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Starts over with the values of ?1, ?2, ...: texts and integers. Dispose the result to end the read.</summary>
    public StoreRows Open(params IReadOnlyList<object> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Check(values[i] is string text
                ? raw.sqlite3_bind_text(_statement, i + 1, text)
                : raw.sqlite3_bind_int64(_statement, i + 1, (long)values[i]));
        }

        return new StoreRows(this, _statement);
    }

    public void Dispose() => _statement.Dispose();

    /// <summary>The rows from where the statement stands to the last.</summary>
    internal readonly struct StoreRows(StoreStatement owner, sqlite3_stmt statement) : IDisposable
    {
        /// <summary>The columns of the row it stands on.</summary>
        public ColumnReader Columns => new(statement);

        /// <exception cref="OfflineFilesBackendException">The database cannot be read.</exception>
        public bool Read()
        {
            var result = raw.sqlite3_step(statement);
            if (result == raw.SQLITE_ROW) return true;
            owner.Check(result);
            return false;
        }

        public void Dispose() => _ = raw.sqlite3_reset(statement);
    }

    private void Check(int result)
    {
        try
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
        catch (SqliteException exception)
        {
            throw StoreFailure.Reading(exception);
        }
    }
}
