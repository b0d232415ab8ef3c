using System.Linq.Expressions;
using BenchmarkDotNet.Attributes;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Translate;

/// <summary>
/// What does it cost to turn a five-term C# predicate into WQL text, beside building the expression tree alone (which the compiler makes
/// every caller do) and beside writing the text by hand?
/// </summary>
[MemoryDiagnoser]
public class TranslateBenchmarks
{
    private readonly OfflineFilesCache _cache = new(new EmptyBackend());
    private readonly long _size = 4096;

    [GlobalSetup]
    public void Prepare()
    {
        if (Translate() != HandWritten()) throw new InvalidOperationException($"The two texts differ: {Translate()} and {HandWritten()}.");
    }

    [Benchmark(Baseline = true)]
    public Expression BuildExpressionTree() => Query().Expression;

    [Benchmark]
    public string Translate() => Query().ToWql();

    [Benchmark]
    public string HandWritten() =>
        "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND PinInfo.Pinned = TRUE AND ItemName LIKE '%"
        + WqlLikePattern.Literal(".docx") + "' AND FileSysInfo.LocalSize > " + _size.ToString(System.Globalization.CultureInfo.InvariantCulture)
        + " AND ConnectionInfo.ConnectState = 2";

    private IQueryable<OfflineFilesItem> Query() => _cache.Items.Where(i =>
        i.ItemType == OfflineFilesItemType.File && i.PinInfo!.Pinned && i.ItemName.EndsWith(".docx")
        && i.FileSysInfo!.LocalSize > _size && i.ConnectionInfo!.ConnectState == ConnectState.Online);
}
