using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Benchmarks.Rivals.EFCore;
using OfflineFiles.Sdk.Benchmarks.Rivals.Linq2Db;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>What does it cost to find one item of the embedded store by its key, beside a prepared SELECT and other LINQ providers on the same file?</summary>
[MemoryDiagnoser]
public class LookupBenchmarks
{
    private const int Files = 100_000;

    private static readonly string Key = SampleStore.OneFile.ToString().ToUpperInvariant();
    private static readonly string Path = SampleStore.OneFile.ToString();

    private SampleStore _store = null!;
    private SqliteConnection _connection = null!;
    private SqliteCommand _select = null!;
    private EFCoreItems _efCore = null!;
    private Linq2DbItems _linq2Db = null!;

    [GlobalSetup]
    public async Task Prepare()
    {
        _store = await SampleStore.MakeAsync(Files);
        _connection = _store.Connect();
        _select = _connection.CreateCommand();
        _select.CommandText = $"{StoredRow.Select} WHERE path_key = $key";
        _select.Parameters.AddWithValue("$key", Key);
        await _select.PrepareAsync();
        _efCore = new EFCoreItems(_store.Database);
        _linq2Db = new Linq2DbItems(_store.Database);
        string?[] found = [PreparedSelect()?.Path, (await FindAsync())?.ItemPath, (await LinqAsync())?.ItemPath, EFCore()?.Path, Linq2Db()?.Path];
        if (found.Any(path => path != Path)) throw new InvalidOperationException($"The look-ups do not find the file: {string.Join(", ", found)}.");
    }

    [Benchmark(Baseline = true)]
    public Row? PreparedSelect()
    {
        using var reader = _select.ExecuteReader();
        return reader.Read() ? StoredRow.Read(reader) : null;
    }

    [Benchmark]
    public async Task<OfflineFilesItem?> FindAsync() => await _store.Cache.FindAsync(SampleStore.OneFile);

    [Benchmark]
    public async Task<OfflineFilesItem?> LinqAsync() => await _store.Cache.Items.FirstOrDefaultAsync(i => i.ItemPath == Path);

    [Benchmark]
    public Row? EFCore() => _efCore.Find(Key);

    [Benchmark]
    public Row? Linq2Db() => _linq2Db.Find(Key);

    [GlobalCleanup]
    public async Task Clean()
    {
        _linq2Db.Dispose();
        _efCore.Dispose();
        await _select.DisposeAsync();
        await _connection.DisposeAsync();
        await _store.DisposeAsync();
    }
}
