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
    public void Prepare()
    {
        string[] terms =
        [
            "ItemType = 0", "PinInfo.Pinned = TRUE", "ItemName LIKE '%.docx'", @"ParentItemPath = '\\\\srv\\share\\dir'", "FileSysInfo.LocalSize > 4096",
        ];
        _text = "SELECT * FROM Win32_OfflineFilesItem WHERE " + string.Join(" AND ", Enumerable.Range(0, Terms).Select(i => terms[i % terms.Length]));
        if (((WqlSelectQuery)WqlQuery.Parse(_text)).Where!.ToString() != _text[(_text.IndexOf("WHERE", StringComparison.Ordinal) + 6)..])
            throw new InvalidOperationException("The query does not read back as it was written.");
    }

    [Benchmark(Baseline = true)]
    public int SplitIntoTokens() => TokenSplitter.Split(_text, _tokens);

    [Benchmark]
    public WqlQuery Parse() => WqlQuery.Parse(_text);
}
