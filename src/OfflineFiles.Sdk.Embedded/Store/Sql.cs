using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>One-line calls to a connection.</summary>
internal static class Sql
{
    public static void Execute(SqliteConnection connection, string text, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Only texts of this assembly get here; values are parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public static object? Scalar(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = text;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    public static long Integer(SqliteConnection connection, string text) =>
        Convert.ToInt64(Scalar(connection, text), CultureInfo.InvariantCulture);

    public static string Text(SqliteConnection connection, string text) =>
        Convert.ToString(Scalar(connection, text), CultureInfo.InvariantCulture) ?? "";
}
