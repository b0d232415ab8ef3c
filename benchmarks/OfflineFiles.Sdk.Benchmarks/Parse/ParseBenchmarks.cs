using BenchmarkDotNet.Attributes;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Parse;

/// <summary>What does it cost to read a query of 1, 5 and 50 terms, beside a single pass that only splits it into tokens?</summary>
[MemoryDiagnoser]
public class ParseBenchmarks
{
    private readonly TokenSplitter.Token[] _tokens = new TokenSplitter.Token[1024];
    private string _text = "";

    [Params(1, 5, 50)]
    public int Terms { get; set; }

    [GlobalSetup]
    public void Prepare() => _text = QueryTexts.OfTerms(Terms);

    [Benchmark(Baseline = true)]
    public int SplitIntoTokens() => TokenSplitter.Split(_text, _tokens);

    /// <summary>The same pass, and a string of each token: what a parser that keeps its tokens begins with.</summary>
    [Benchmark]
    public string[] SplitIntoStrings()
    {
        var strings = new string[TokenSplitter.Split(_text, _tokens)];
        for (var i = 0; i < strings.Length; i++) strings[i] = _text[_tokens[i].Start.._tokens[i].End];
        return strings;
    }

    [Benchmark]
    public WqlQuery Parse() => WqlQuery.Parse(_text);
}
