using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>A cache of any number of files in a temporary place: one real file, whose row is copied under other names.</summary>
internal sealed class SampleStore : IAsyncDisposable
{
    private const int FilesInDirectory = 1_000;

    private static readonly UncPath Share = UncPath.Parse(@"\\srv\share");

    // Every other column is that of the real file.
    private static readonly Dictionary<string, string> Expressions = new(StringComparer.Ordinal)
    {
        ["path"] = @"file_parent || '\' || file_name",
        ["path_key"] = @"upper(file_parent || '\' || file_name)",
        ["parent_path"] = "file_parent",
        ["parent_key"] = "upper(file_parent)",
        ["name"] = "file_name",
        ["name_key"] = "upper(file_name)",
        ["local_size"] = "number % 20000",
        ["blob_id"] = "NULL",
    };

    private readonly DirectoryInfo _home;

    private SampleStore(DirectoryInfo home, EmbeddedBackend backend)
    {
        _home = home;
        Backend = backend;
        Cache = new OfflineFilesCache(backend);
    }

    public EmbeddedBackend Backend { get; }

    public OfflineFilesCache Cache { get; }

    /// <summary>The directory that holds the cache and the share.</summary>
    public string Home => _home.FullName;

    public string Database => Path.Combine(_home.FullName, "cache", "cache.db");

    public static UncPath OneFile { get; } = Share.Append("directory 1").Append("Minutes of the meeting 1007.docx");

    public static async Task<SampleStore> MakeAsync(int files)
    {
        var home = Directory.CreateTempSubdirectory("offlinefiles-benchmark-");
        var share = Path.Combine(home.FullName, "share");
        Directory.CreateDirectory(share);
        await File.WriteAllTextAsync(Path.Combine(share, "template.tmp"), "x");
        var options = new EmbeddedBackendOptions { CacheDirectory = Path.Combine(home.FullName, "cache"), Shares = [new ShareMapping(Share, share)] };
        await using (var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(options)))
        {
            (await cache.PinAsync(Share, new PinOptions { Flags = PinControlFlags.ForUser })).ThrowIfFailed();
            (await cache.SynchronizeAsync(SyncOptions.Default)).ThrowIfFailed();
        }

        Copy(Path.Combine(options.CacheDirectory, "cache.db"), files);
        return new SampleStore(home, await EmbeddedBackend.OpenAsync(options));
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Cache.DisposeAsync();
        _home.Delete(recursive: true);
    }

    private static void Copy(string database, int files)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        var columns = Columns(connection);
        using var copy = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants and the names of columns.
        copy.CommandText = $"""
            WITH RECURSIVE
                numbers(number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM numbers WHERE number + 1 < {files}),
                files AS (
                    SELECT number, '{Share}\directory ' || (number / {FilesInDirectory}) AS file_parent,
                        'Minutes of the meeting ' || number || iif(number % 4 = 0, '.txt', '.docx') AS file_name
                    FROM numbers)
            INSERT INTO items({string.Join(", ", columns)})
            SELECT {string.Join(", ", columns.Select(column => Expressions.GetValueOrDefault(column, column)))}
            FROM files CROSS JOIN (SELECT * FROM items WHERE name = 'template.tmp')
            """;
#pragma warning restore CA2100
        copy.ExecuteNonQuery();
    }

    private static List<string> Columns(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info('items') WHERE name <> 'id'";
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read()) columns.Add(reader.GetString(0));
        return columns;
    }
}
