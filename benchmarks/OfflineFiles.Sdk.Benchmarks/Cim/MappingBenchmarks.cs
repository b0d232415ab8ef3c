using BenchmarkDotNet.Attributes;
using OfflineFiles.Sdk.Benchmarks.Rivals.ByHand;
using OfflineFiles.Sdk.Benchmarks.Rivals.Reflection;
using OfflineFiles.Sdk.Cim.Mapping;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Benchmarks.Cim;

/// <summary>
/// What does it cost to make an item of a row, beside a mapper written by hand that knows where each value is and of what type, and beside one that
/// goes by reflection? The rows are there already: what a server and the copying cost is not in it.
/// </summary>
[MemoryDiagnoser]
public class MappingBenchmarks
{
    private const int Count = 1000;

    private CimRow[] _rows = [];
    private Func<CimRow, OfflineFilesItem> _byHand = null!;

    [Params(false, true)]
    public bool AsTexts { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _rows = SampleRows.Make(Count, AsTexts);
        _byHand = AsTexts ? TextRowMapper.Item : TypedRowMapper.Item;
        foreach (var row in _rows)
        {
            var expected = Facts(_byHand(row));
            if (!expected.SequenceEqual(Facts(ItemRowMapper.Item(row, null))) || !expected.SequenceEqual(Facts(ReflectionMapper.Item(row))))
                throw new InvalidOperationException("The ways do not make the same items.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public OfflineFilesItem? ByHand()
    {
        OfflineFilesItem? last = null;
        foreach (var row in _rows) last = _byHand(row);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public OfflineFilesItem? Ours()
    {
        OfflineFilesItem? last = null;
        foreach (var row in _rows) last = ItemRowMapper.Item(row, null);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public OfflineFilesItem? ByReflection()
    {
        OfflineFilesItem? last = null;
        foreach (var row in _rows) last = ReflectionMapper.Item(row);
        return last;
    }

    private static object?[] Facts(OfflineFilesItem item) =>
    [
        item.ItemPath, item.ParentItemPath, item.ItemName, item.ItemType, item.Encrypted, item.Sparse,
        item.FileSysInfo, item.PinInfo, item.ChangeInfo, item.ConnectionInfo, item.SuspendInfo, item.DirtyInfo,
    ];
}
