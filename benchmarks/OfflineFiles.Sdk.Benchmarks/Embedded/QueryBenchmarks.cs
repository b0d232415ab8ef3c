using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>
/// What does a query of the embedded store cost for each row it returns, beside a hand-written reader over the same columns of the same
/// database; and a look-up by key beside a prepared SELECT?
/// </summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    private const int Files = 5_000;

    private static readonly UncPath Share = UncPath.Parse(@"\\srv\share");
    private static readonly UncPath OneFile = Share.Append("dir7").Append("file7.txt");

    private DirectoryInfo _home = null!;
    private OfflineFilesCache _cache = null!;
    private SqliteConnection _connection = null!;
    private SqliteCommand _select = null!;
    private SqliteCommand _find = null!;

    [GlobalSetup]
    public async Task Prepare()
    {
        _home = Directory.CreateTempSubdirectory("offlinefiles-benchmark-");
        var share = Path.Combine(_home.FullName, "share");
        for (var i = 0; i < Files; i++)
        {
            var directory = Directory.CreateDirectory(Path.Combine(share, $"dir{i % 50}"));
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, $"file{i}.txt"), "x");
        }

        var options = new EmbeddedBackendOptions { CacheDirectory = Path.Combine(_home.FullName, "cache"), Shares = [new ShareMapping(Share, share)] };
        _cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(options));
        (await _cache.PinAsync(Share, new PinOptions { Flags = PinControlFlags.ForUser })).ThrowIfFailed();

        _connection = new SqliteConnection($"Data Source={Path.Combine(options.CacheDirectory, "cache.db")};Mode=ReadOnly;Pooling=False");
        await _connection.OpenAsync();
        _select = _connection.CreateCommand();
        _select.CommandText = "SELECT path, name, local_size FROM items WHERE item_type = 0 AND pinned = 1";
        _find = _connection.CreateCommand();
        _find.CommandText = "SELECT path, name, local_size FROM items WHERE path_key = $key";
        _find.Parameters.AddWithValue("$key", OneFile.ToString().ToUpperInvariant());
        await _find.PrepareAsync();
        if (HandWrittenReader() != Files || Linq() != Files) throw new InvalidOperationException("The two ways do not find the same rows.");
        if (PreparedSelect() is null || await FindAsync() is null) throw new InvalidOperationException("The two look-ups do not find the file.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Files)]
    public int HandWrittenReader()
    {
        using var reader = _select.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read()) rows.Add(new Row(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        return rows.Count;
    }

    [Benchmark(OperationsPerInvoke = Files)]
    public int Linq() => _cache.Items
        .Where(i => i.ItemType == OfflineFilesItemType.File && i.PinInfo!.Pinned)
        .Select(i => new Row(i.ItemPath, i.ItemName, i.FileSysInfo!.LocalSize))
        .ToList().Count;

    [Benchmark(OperationsPerInvoke = Files)]
    public int LinqWholeItems() => _cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File && i.PinInfo!.Pinned).ToList().Count;

    [Benchmark]
    public string? PreparedSelect()
    {
        using var reader = _find.ExecuteReader();
        return reader.Read() ? reader.GetString(0) : null;
    }

    [Benchmark]
    public async Task<OfflineFilesItem?> FindAsync() => await _cache.FindAsync(OneFile);

    [GlobalCleanup]
    public async Task Clean()
    {
        await _select.DisposeAsync();
        await _find.DisposeAsync();
        await _connection.DisposeAsync();
        await _cache.DisposeAsync();
        _home.Delete(recursive: true);
    }

    private sealed record Row(string Path, string Name, long Size);
}
