using Microsoft.Data.Sqlite;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// Compares what a database declares with what the migrations make. A trigger, a view or a column that somebody put into it would run with our rights:
/// it is refused before any statement touches a table.
/// </summary>
internal static class SchemaCheck
{
    // The statistics that ANALYZE leaves, and the counter of AUTOINCREMENT, are SQLite's own.
    private const string Declarations =
        "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1";

    /// <summary>Names a part that differs; null if there is none.</summary>
    public static string? FindDifference(SqliteConnection connection, int version)
    {
        var found = Read(connection);
        var expected = Expected(version);
        return found.Except(expected).Concat(expected.Except(found)).FirstOrDefault() is { } part ? part[..part.IndexOf(' ', part.IndexOf(' ') + 1)] : null;
    }

    private static List<string> Expected(int version)
    {
        using var model = new SqliteConnection("Data Source=:memory:;Pooling=False");
        model.Open();
        Migrations.Apply(model, [.. Migrations.Steps.Take(version)]);
        return Read(model);
    }

    private static List<string> Read(SqliteConnection connection)
    {
        var declarations = new List<string>();
        using var command = connection.CreateCommand();
        command.CommandText = Declarations;
        using var reader = command.ExecuteReader();
        while (reader.Read()) declarations.Add(string.Join(' ', reader.GetString(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return declarations;
    }
}
