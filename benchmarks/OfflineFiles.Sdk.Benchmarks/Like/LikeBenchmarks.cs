using BenchmarkDotNet.Attributes;
using OfflineFiles.Sdk.Benchmarks.Rivals.Regex;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks;

/// <summary>
/// What does LIKE cost per path, beside looking for a text in it and beside the pattern as a regular expression? For <c>%text%</c> the search
/// solves the same problem; for the other patterns it is the floor: one look through the value for the longest text in the pattern.
/// </summary>
[MemoryDiagnoser]
public class LikeBenchmarks
{
    private const int Values = 10_000;

    private string[] _values = [];
    private string _text = "";
    private WqlLikeMatcher _matcher = null!;
    private System.Text.RegularExpressions.Regex _compiled = null!;
    private System.Text.RegularExpressions.Regex _linear = null!;

    [Params("%e%", "%meeting%", "%ü%", "%übersicht 1%", @"\\srv\share1\%", "%.docx", "%_[0-9]5.do%", "%dir_7%[a-m]%", "%minutes of the meeting 12345.pptx%")]
    public string Pattern { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _values = [.. SampleItems.Make(Values).Select(item => item.ItemPath)];
        _text = Pattern.Split('%', '_', '[', ']').OrderByDescending(text => text.Length).First();
        _matcher = new WqlLikeMatcher(new WqlLikePattern(Pattern));
        _compiled = LikeRegex.Compiled(Pattern);
        _linear = LikeRegex.Linear(Pattern);
        if (Like() != RegexCompiled() || Like() != RegexNonBacktracking()) throw new InvalidOperationException("The matchers disagree.");
        if (Pattern == $"%{_text}%" && Like() != Contains()) throw new InvalidOperationException("The search disagrees.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Values)]
    public int Contains() => Count(value => value.Contains(_text, StringComparison.OrdinalIgnoreCase));

    [Benchmark(OperationsPerInvoke = Values)]
    public int Like() => Count(_matcher.IsMatch);

    [Benchmark(OperationsPerInvoke = Values)]
    public int RegexCompiled() => Count(_compiled.IsMatch);

    [Benchmark(OperationsPerInvoke = Values)]
    public int RegexNonBacktracking() => Count(_linear.IsMatch);

    private int Count(Func<string, bool> matches)
    {
        var found = 0;
        foreach (var value in _values)
            if (matches(value)) found++;
        return found;
    }
}
