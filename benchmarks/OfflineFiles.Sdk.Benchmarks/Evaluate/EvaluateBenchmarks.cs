using BenchmarkDotNet.Attributes;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Evaluate;

/// <summary>
/// What does a compiled predicate cost per item, beside the same predicate written by hand in C#? Over a million items, which no cache of the
/// processor holds, and over a thousand, which one does.
/// </summary>
[MemoryDiagnoser]
public class EvaluateBenchmarks
{
    private const int Invoked = 1_000_000;

    private OfflineFilesItem[] _items = [];
    private Func<OfflineFilesItem, bool> _compiled = null!;
    private Func<OfflineFilesItem, bool> _lambda = null!;

    [Params(1_000, 1_000_000)]
    public int Items { get; set; }

    [Params(1, 5, 50)]
    public int Terms { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _items = SampleItems.Make(Items);
        _compiled = WqlCompiler.Compile(WqlPredicate.Parse(HandWritten.Wql(Terms)), ItemProperties.Instance);
        _lambda = Terms switch { 1 => HandWritten.One, 5 => HandWritten.Five, _ => HandWritten.Fifty };
        if (Compiled() != Loop() || Lambda() != Loop() || Loop() == 0) throw new InvalidOperationException("The predicates disagree.");
    }

    /// <summary>The predicate inside the loop, where the compiler can merge the two.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Invoked)]
    public int Loop()
    {
        var found = 0;
        for (var round = 0; round < Invoked / _items.Length; round++)
        {
            found += Terms switch
            {
                1 => HandWritten.CountOne(_items),
                5 => HandWritten.CountFive(_items),
                _ => HandWritten.CountFifty(_items),
            };
        }

        return found;
    }

    /// <summary>The predicate as a delegate, as a caller passes it to <c>Where</c>.</summary>
    [Benchmark(OperationsPerInvoke = Invoked)]
    public int Lambda() => Count(_lambda);

    [Benchmark(OperationsPerInvoke = Invoked)]
    public int Compiled() => Count(_compiled);

    private int Count(Func<OfflineFilesItem, bool> matches)
    {
        var found = 0;
        for (var round = 0; round < Invoked / _items.Length; round++)
            foreach (var item in _items)
                if (matches(item)) found++;
        return found;
    }
}
