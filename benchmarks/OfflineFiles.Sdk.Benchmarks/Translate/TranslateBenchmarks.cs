using System.Globalization;
using System.Linq.Expressions;
using BenchmarkDotNet.Attributes;
using OfflineFiles.Sdk.Benchmarks.Embedded;
using OfflineFiles.Sdk.Benchmarks.Rivals.EFCore;
using OfflineFiles.Sdk.Benchmarks.Rivals.Linq2Db;
using OfflineFiles.Sdk.Benchmarks.Rivals.MongoDb;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Translate;

/// <summary>
/// What does it cost to turn a five-term C# predicate into the text of a query, when everything is warm: beside building the expression tree
/// alone (which the compiler makes every caller do), beside writing the text by hand, and beside other LINQ providers? Two of them keep what they
/// translated and find it again by the shape of the tree; "anew" is what they do for a shape that they do not find.
/// </summary>
[MemoryDiagnoser]
public class TranslateBenchmarks
{
    private const long Size = 4096;

    private readonly OfflineFilesCache _empty = new(new EmptyBackend());
    private SampleStore _store = null!;
    private EFCoreItems _efCore = null!;
    private Linq2DbItems _linq2Db = null!;
    private EFCoreItems _efCoreAnew = null!;
    private Linq2DbItems _linq2DbAnew = null!;

    [GlobalSetup]
    public async Task Prepare()
    {
        _store = await SampleStore.MakeAsync(40_000);
        _efCore = new EFCoreItems(_store.Database);
        _linq2Db = new Linq2DbItems(_store.Database);
        _efCoreAnew = new EFCoreItems(_store.Database, keepsPlans: false);
        _linq2DbAnew = new Linq2DbItems(_store.Database, keepsPlans: false);
        if (ToWql() != HandWritten()) throw new InvalidOperationException($"The two texts differ: {ToWql()} and {HandWritten()}.");

        // One question: the same rows of the same file. The driver of MongoDB has none to ask; its filter must name the five members.
        var expected = await OurItems.FiveTerms(_store.Cache, Size).CountAsync();
        if (expected == 0 || _efCore.Count(Size) != expected || _linq2Db.Count(Size) != expected) throw new InvalidOperationException("The ways do not find the same rows.");
        if (EFCoreAnew() != EFCore() || Linq2DbAnew() != Linq2Db()) throw new InvalidOperationException("Without its cache a rival says something else.");
        if (MongoDbItems.Render(Size).ElementCount != 5) throw new InvalidOperationException($"Not five terms: {MongoDb()}.");
    }

    [Benchmark(Baseline = true)]
    public Expression BuildExpressionTree() => OurItems.FiveTerms(_empty, Size).Expression;

    [Benchmark]
    public string ToWql() => OurItems.FiveTerms(_empty, Size).ToWql();

    [Benchmark]
    public string HandWritten() =>
        "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND PinInfo.Pinned = TRUE AND ItemName LIKE '%"
        + WqlLikePattern.Literal(".docx") + "' AND FileSysInfo.LocalSize > " + Size.ToString(CultureInfo.InvariantCulture) + " AND Sparse = FALSE";

    [Benchmark]
    public string EFCore() => _efCore.Translate(Size);

    [Benchmark]
    public string Linq2Db() => _linq2Db.Translate(Size);

    [Benchmark]
    public string EFCoreAnew() => _efCoreAnew.Translate(Size);

    [Benchmark]
    public string Linq2DbAnew() => _linq2DbAnew.Translate(Size);

    [Benchmark]
    public string MongoDb() => MongoDbItems.Translate(Size);

    [GlobalCleanup]
    public async Task Clean()
    {
        _linq2DbAnew.Dispose();
        _efCoreAnew.Dispose();
        _linq2Db.Dispose();
        _efCore.Dispose();
        await _store.DisposeAsync();
    }
}
