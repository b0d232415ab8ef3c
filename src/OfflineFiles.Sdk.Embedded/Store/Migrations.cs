using Microsoft.Data.Sqlite;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>The steps that lead from an empty database to the current form; the number of steps taken is the database's user_version.</summary>
internal static class Migrations
{
    public static IReadOnlyList<string> Steps { get; } = [SchemaSql.Version1];

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
}
