using BenchmarkDotNet.Attributes;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Evaluate;

/// <summary>What does it cost to make a delegate of a predicate that is read already, beside reading it?</summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    private string _text = "";
    private WqlPredicate _predicate = null!;

    [Params(1, 5, 50)]
    public int Terms { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _text = HandWritten.Wql(Terms);
        _predicate = WqlPredicate.Parse(_text);
        if (_predicate.TermCount != Terms) throw new InvalidOperationException($"The predicate has {_predicate.TermCount} terms.");
    }

    [Benchmark(Baseline = true)]
    public WqlPredicate Parse() => WqlPredicate.Parse(_text);

    [Benchmark]
    public Func<OfflineFilesItem, bool> Compile() => WqlCompiler.Compile(_predicate, ItemProperties.Instance);
}
