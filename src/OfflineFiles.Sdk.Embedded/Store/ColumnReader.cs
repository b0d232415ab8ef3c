using SQLitePCL;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// Walks the columns of the row a statement stands on, from the first to the last. The columns have the types of their table: nothing is
/// checked again, and each value is one call to the database engine, two where NULL must be told from zero.
/// </summary>
internal struct ColumnReader(sqlite3_stmt statement)
{
    private int _next;

    public void Skip(int count) => _next += count;

    /// <summary>Zero for NULL.</summary>
    public long Integer() => raw.sqlite3_column_int64(statement, _next++);

    public long? IntegerOrNull()
    {
        var column = _next++;
        var value = raw.sqlite3_column_int64(statement, column);
        return value == 0 && raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : value;
    }

    public bool Flag() => Integer() != 0;

    public string? TextOrNull() => raw.sqlite3_column_text(statement, _next++).utf8_to_string();

    /// <summary>Six columns; null when they are NULL.</summary>
    public FileFacts? Facts()
    {
        if (IntegerOrNull() is { } attributes) return new FileFacts((FileAttributes)attributes, Integer(), Time(), Time(), Time(), Time());
        Skip(5);
        return null;
    }

    private DateTime Time() => new(Integer(), DateTimeKind.Utc);
}
