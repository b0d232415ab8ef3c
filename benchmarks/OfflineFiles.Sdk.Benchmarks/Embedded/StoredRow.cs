using Microsoft.Data.Sqlite;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>A row as one reads it by hand.</summary>
internal static class StoredRow
{
    public const string Select = "SELECT path, parent_path, name, item_type, sparse FROM items";

    public static Row Read(SqliteDataReader reader) => new(
        reader.GetString(0),
        reader.IsDBNull(1) ? null : reader.GetString(1),
        reader.GetString(2),
        (OfflineFilesItemType)reader.GetInt32(3),
        reader.IsDBNull(4) ? null : reader.GetBoolean(4));
}
