using BenchmarkDotNet.Attributes;
using OfflineFiles.Sdk.Benchmarks.Rivals.Regex;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks;

/// <summary>
/// What do the patterns cost that are made to be slow, on a value that almost matches? A backtracking expression is left out: it would not end.
/// </summary>
[MemoryDiagnoser]
public class HostileLikeBenchmarks
{
    private string _value = "";
    private WqlLikeMatcher _matcher = null!;
    private System.Text.RegularExpressions.Regex _linear = null!;

    [Params(1_000, 10_000)]
    public int Length { get; set; }

    [Params("%a%a%a%a%a%a%a%a%a%a%b", "%a_a_a_a_a_a_a_a_b%", "%[ab][ab][ab][ab]c%", "%aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab%")]
    public string Pattern { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _value = new string('a', Length);
        _matcher = new WqlLikeMatcher(new WqlLikePattern(Pattern));
        _linear = LikeRegex.Linear(Pattern);
        if (Like() || RegexNonBacktracking()) throw new InvalidOperationException("The value matches.");
    }

    [Benchmark(Baseline = true)]
    public bool Contains() => _value.Contains("ab", StringComparison.OrdinalIgnoreCase);

    [Benchmark]
    public bool Like() => _matcher.IsMatch(_value);

    [Benchmark]
    public bool RegexNonBacktracking() => _linear.IsMatch(_value);
}
