using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Benchmarks.Rivals.EFCore;
using OfflineFiles.Sdk.Benchmarks.Rivals.Linq2Db;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>
/// What does a million rows of the embedded store cost, filtered and made into objects, beside a hand-written reader over the same columns of the
/// same file and beside other LINQ providers on it?
/// </summary>
[MemoryDiagnoser]
public class RowsBenchmarks
{
    private const int Files = 1_000_000;
    private const long Size = 4096;

    private SampleStore _store = null!;
    private SqliteConnection _connection = null!;
    private EFCoreItems _efCore = null!;
    private Linq2DbItems _linq2Db = null!;

    [GlobalSetup]
    public async Task Prepare()
    {
        _store = await SampleStore.MakeAsync(Files);
        _connection = _store.Connect();
        _efCore = new EFCoreItems(_store.Database);
        _linq2Db = new Linq2DbItems(_store.Database);
        var expected = HandWrittenReader();
        if (expected < Files / 2 || Linq() != expected || await LinqAsync() != expected || LinqWholeItems() != expected
            || EFCore() != expected || Linq2Db() != expected)
            throw new InvalidOperationException("The ways do not find the same rows.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Files)]
    public int HandWrittenReader()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"{StoredRow.Select} WHERE item_type = $type AND pinned = $pinned AND local_size > $size";
        command.Parameters.AddWithValue("$type", 0);
        command.Parameters.AddWithValue("$pinned", 1);
        command.Parameters.AddWithValue("$size", Size);
        using var reader = command.ExecuteReader();
        var found = new Found();
        while (reader.Read()) found.Add(StoredRow.Read(reader));
        return found.Count;
    }

    [Benchmark(OperationsPerInvoke = Files)]
    public int Linq() => Look(Query());

    [Benchmark(OperationsPerInvoke = Files)]
    public async Task<int> LinqAsync()
    {
        var found = new Found();
        await foreach (var row in Query().AsAsyncEnumerable()) found.Add(row);
        return found.Count;
    }

    /// <summary>What a row costs when nothing says that less than all of it is wanted: 33 columns, seven objects.</summary>
    [Benchmark(OperationsPerInvoke = Files)]
    public int LinqWholeItems() => Items().AsEnumerable().Count();

    [Benchmark(OperationsPerInvoke = Files)]
    public int EFCore() => Look(_efCore.Rows(Size));

    [Benchmark(OperationsPerInvoke = Files)]
    public int Linq2Db() => Look(_linq2Db.Rows(Size));

    [GlobalCleanup]
    public async Task Clean()
    {
        _linq2Db.Dispose();
        _efCore.Dispose();
        await _connection.DisposeAsync();
        await _store.DisposeAsync();
    }

    private IQueryable<OfflineFilesItem> Items() => _store.Cache.Items
        .Where(i => i.ItemType == OfflineFilesItemType.File && i.PinInfo!.Pinned && i.FileSysInfo!.LocalSize > Size);

    private IQueryable<Row> Query() => Items().Select(i => new Row(i.ItemPath, i.ParentItemPath, i.ItemName, i.ItemType, i.Sparse));

    private static int Look(IEnumerable<Row> rows)
    {
        var found = new Found();
        foreach (var row in rows) found.Add(row);
        return found.Count;
    }
}
