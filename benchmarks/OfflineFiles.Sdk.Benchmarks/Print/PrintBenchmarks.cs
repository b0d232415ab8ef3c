using System.Text;
using BenchmarkDotNet.Attributes;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Print;

/// <summary>What does it cost to print a query of 1, 5 and 50 terms, beside a StringBuilder that joins pieces which are ready?</summary>
[MemoryDiagnoser]
public class PrintBenchmarks
{
    private WqlQuery _query = null!;
    private string[] _pieces = [];

    [Params(1, 5, 50)]
    public int Terms { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        string[] terms =
        [
            "ItemType = 0", "PinInfo.Pinned = TRUE", "ItemName LIKE '%.docx'", @"ParentItemPath = '\\\\srv\\share\\dir'", "FileSysInfo.LocalSize > 4096",
        ];
        var text = "SELECT * FROM Win32_OfflineFilesItem WHERE " + string.Join(" AND ", Enumerable.Range(0, Terms).Select(i => terms[i % terms.Length]));
        _query = WqlQuery.Parse(text);
        _pieces = text.Split(' ').SelectMany(piece => new[] { piece, " " }).SkipLast(1).ToArray();
        if (JoinPieces() != text || Print() != text) throw new InvalidOperationException("The query is not printed as it was written.");
    }

    [Benchmark(Baseline = true)]
    public string JoinPieces()
    {
        var text = new StringBuilder();
        foreach (var piece in _pieces) text.Append(piece);
        return text.ToString();
    }

    [Benchmark]
    public string Print() => _query.ToString();
}
