using Microsoft.Data.Sqlite;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>Walks the columns of the row a reader stands on, from the first to the last.</summary>
internal struct ColumnReader(SqliteDataReader reader)
{
    private int _next;

    public void Skip(int count) => _next += count;

    public long Integer() => reader.GetInt64(_next++);

    public long? IntegerOrNull() => reader.IsDBNull(_next) ? Null<long?>() : reader.GetInt64(_next++);

    public long IntegerOrZero() => IntegerOrNull() ?? 0;

    public bool Flag() => IntegerOrZero() != 0;

    public string? TextOrNull() => reader.IsDBNull(_next) ? Null<string?>() : reader.GetString(_next++);

    /// <summary>Six columns; null when they are NULL.</summary>
    public FileFacts? Facts()
    {
        if (reader.IsDBNull(_next))
        {
            _next += 6;
            return null;
        }

        return new FileFacts((FileAttributes)Integer(), Integer(), Time(), Time(), Time(), Time());
    }

    private DateTime Time() => new(Integer(), DateTimeKind.Utc);

    private T? Null<T>()
    {
        _next++;
        return default;
    }
}
