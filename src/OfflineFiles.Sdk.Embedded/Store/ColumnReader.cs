using SQLitePCL;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// Reads columns of the row a statement stands on. The columns have the types of their table: nothing is checked again, and each value
/// is one call to the database engine, two where NULL must be told from zero.
/// </summary>
internal readonly struct ColumnReader(sqlite3_stmt statement)
{
    /// <summary>0 for NULL.</summary>
    public long Integer(int ordinal) => raw.sqlite3_column_int64(statement, ordinal);

    public long? IntegerOrNull(int ordinal)
    {
        var value = raw.sqlite3_column_int64(statement, ordinal);
        return value == 0 && raw.sqlite3_column_type(statement, ordinal) == raw.SQLITE_NULL ? null : value;
    }

    /// <summary>A text as it is stored; empty for NULL. It is there until the statement goes on.</summary>
    public ReadOnlySpan<byte> Utf8(int ordinal) => raw.sqlite3_column_blob(statement, ordinal);

    public string? TextOrNull(int ordinal) => raw.sqlite3_column_text(statement, ordinal).utf8_to_string();
}
