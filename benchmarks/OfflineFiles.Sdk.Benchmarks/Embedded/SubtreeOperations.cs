using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>How long does an operation on everything below one folder take, and how much memory, compared with SQLite changing the same rows alone?</summary>
internal static class SubtreeOperations
{
    public const string Name = "subtree-operations";

    private const int FilesInDirectory = 1_000;

    private static readonly UncPath Share = UncPath.Parse(@"\\srv\share");
    private static readonly UncPath Folder = Share.Append("folder");

    public static async Task RunAsync(string[] arguments)
    {
        var files = arguments is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000;
        var home = Directory.CreateTempSubdirectory("offlinefiles-benchmark-");
        try
        {
            MakeShare(Path.Combine(home.FullName, "share", "folder"), files);
            var options = new EmbeddedBackendOptions
            {
                CacheDirectory = Path.Combine(home.FullName, "cache"),
                Shares = [new ShareMapping(Share, Path.Combine(home.FullName, "share"))],
            };
            await using (var backend = await EmbeddedBackend.OpenAsync(options))
            {
                await MeasureAsync("pin, new items", () => PinAsync(backend, PinControlFlags.ForUser));
                await MeasureAsync("pin, one more reason", () => PinAsync(backend, PinControlFlags.ForAll));
                await MeasureAsync("take offline", () => backend.TransitionOfflineAsync(Folder, OfflineTransitionOptions.Default, default));
                await MeasureAsync("pin offline", () => PinAsync(backend, PinControlFlags.ForRedirection));
                await MeasureAsync("take online", () => backend.TransitionOnlineAsync(Folder, TransitionFlags.None, default));
                await MeasureAsync("unpin", () => backend.UnpinAsync([Folder], UnpinOptions.Default with { Flags = PinControlFlags.ForAll }, null, default));
            }

            var copy = Path.Combine(home.FullName, "copy.db");
            File.Copy(Path.Combine(options.CacheDirectory, "cache.db"), copy);
            await using (var backend = await EmbeddedBackend.OpenAsync(options))
                await MeasureAsync("delete", () => backend.DeleteItemsAsync([Folder], DeleteOptions.Default, null, default));
            using var connection = Connect(copy);
            await MeasureAsync("SQLite: one column, row by row, commits of 1,000", () => ChangeAsync(connection, "UPDATE items SET pin_user = 0 WHERE id = @id"));
            await MeasureAsync("SQLite: delete, row by row, commits of 1,000", () => ChangeAsync(connection, "DELETE FROM items WHERE id = @id"));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static void MakeShare(string folder, int files)
    {
        for (var i = 0; i < files; i++)
        {
            var directory = Path.Combine(folder, $"directory {i / FilesInDirectory}");
            if (i % FilesInDirectory == 0) Directory.CreateDirectory(directory);
            File.Create(Path.Combine(directory, $"Minutes of the meeting {i}.docx")).Dispose();
        }
    }

    private static Task<OperationReport> PinAsync(EmbeddedBackend backend, PinControlFlags flags) =>
        backend.PinAsync([Folder], new PinOptions { Flags = flags }, null, default);

    private static SqliteConnection Connect(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>The floor: the same rows in the same order, known by number beforehand.</summary>
    private static Task<OperationReport> ChangeAsync(SqliteConnection connection, string text)
    {
        var ids = new List<long>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT id FROM items WHERE path_key >= '\\\\SRV\\SHARE\\FOLDER' ORDER BY path_key DESC";
            using var reader = command.ExecuteReader();
            while (reader.Read()) ids.Add(reader.GetInt64(0));
        }

        foreach (var batch in ids.Chunk(1_000))
        {
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of two constants.
            command.CommandText = text;
#pragma warning restore CA2100
            var parameter = command.Parameters.AddWithValue("@id", 0L);
            foreach (var id in batch)
            {
                parameter.Value = id;
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return Task.FromResult(new OperationReport { Operation = OfflineFilesOperation.DeleteItems, Outcomes = [], StartedAt = default, Duration = default });
    }

    private static async Task MeasureAsync(string what, Func<Task<OperationReport>> work)
    {
        var memory = new PeakMemory();
        var watch = Stopwatch.StartNew();
        var report = await work();
        Console.WriteLine(
            $"{what,-50} {watch.Elapsed.TotalSeconds,6:0.00} s, {memory.Grown() >> 20,4} MiB more, {report.Count(OutcomeStatus.Done):N0} of {report.Outcomes.Count:N0} done");
    }
}
