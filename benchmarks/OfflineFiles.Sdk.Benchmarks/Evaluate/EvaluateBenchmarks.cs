using BenchmarkDotNet.Attributes;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Evaluate;

/// <summary>What does a compiled five-term predicate cost per item, beside the same predicate written by hand in C#?</summary>
[MemoryDiagnoser]
public class EvaluateBenchmarks
{
    private const int Items = 1_000_000;

    private OfflineFilesItem[] _items = [];
    private Func<OfflineFilesItem, bool> _compiled = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _items = SampleItems.Make(Items);
        _compiled = WqlCompiler.Compile(SampleItems.FiveTerms.Where!, ItemProperties.Instance);
        if (Compiled() != HandWritten() || Compiled() == 0) throw new InvalidOperationException("The two predicates disagree.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Items)]
    public int HandWritten()
    {
        var found = 0;
        foreach (var item in _items)
        {
            if (item.ItemType == OfflineFilesItemType.File
                && item.PinInfo is { Pinned: true }
                && item.ItemName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
                && item.FileSysInfo is { LocalSize: > 4096 }
                && item.ConnectionInfo is { ConnectState: not ConnectState.Offline })
                found++;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Items)]
    public int Compiled()
    {
        var found = 0;
        foreach (var item in _items)
            if (_compiled(item)) found++;
        return found;
    }
}
