using BenchmarkDotNet.Attributes;
using OfflineFiles.Sdk.Benchmarks.Rivals.Parlot;
using OfflineFiles.Sdk.Benchmarks.Rivals.Pidgin;
using OfflineFiles.Sdk.Benchmarks.Rivals.Superpower;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Parse;

/// <summary>What does a parser made of combinators cost, beside the one of the SDK, when both make the same tree of the same text?</summary>
[MemoryDiagnoser]
public class RivalParseBenchmarks
{
    private string _text = "";

    [Params(1, 5, 50)]
    public int Terms { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _text = QueryTexts.OfTerms(Terms);
        foreach (var text in QueryTexts.Tricky.Append(_text)) Compare(text, WqlQuery.Parse(text));
        foreach (var text in QueryTexts.Refused)
            Compare(text, WqlQuery.TryParse(text, out _, out _) ? throw new InvalidOperationException($"The SDK takes: {text}") : null);
    }

    [Benchmark(Baseline = true)]
    public WqlQuery? Sdk() => WqlQuery.Parse(_text);

    [Benchmark]
    public WqlQuery? Parlot() => ParlotGrammar.Parse(_text);

    [Benchmark]
    public WqlQuery? Pidgin() => PidginGrammar.Parse(_text);

    [Benchmark]
    public WqlQuery? Superpower() => SuperpowerGrammar.Parse(_text);

    private static void Compare(string text, WqlQuery? expected)
    {
        foreach (var (name, parse) in Rivals())
            if (parse(text) != expected) throw new InvalidOperationException($"{name} reads this otherwise: {text}");
    }

    private static IEnumerable<(string Name, Func<string, WqlQuery?> Parse)> Rivals() =>
    [
        (nameof(Parlot), ParlotGrammar.Parse), (nameof(Pidgin), PidginGrammar.Parse), (nameof(Superpower), SuperpowerGrammar.Parse),
    ];
}
