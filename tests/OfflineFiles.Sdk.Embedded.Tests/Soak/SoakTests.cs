using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Soak;

/// <summary>
/// Engines are used by many at a time while they synchronise without a pause. What a call said is so: nothing is lost, nobody reads a mix of two
/// versions, nothing fails, and in the end the caches and the share are alike. See <see cref="SoakPlan"/> for how long.
/// </summary>
[TestFixture]
internal sealed class SoakTests
{
    private const int MostFaults = 20;

    private SoakRecord _record = null!;
    private CancellationTokenSource _stop = null!;

    [SetUp]
    public void Begin() => (_record, _stop) = (new SoakRecord(), new CancellationTokenSource(SoakPlan.Duration));

    [TearDown]
    public void End() => _stop.Dispose();

    [Test]
    public async Task One_engine_under_writers_loses_nothing_and_fails_nobody()
    {
        await using var cache = await TestCache.OpenAsync([.. SoakEngine.FirstFiles(engines: 1)]);
        var engine = new SoakEngine(cache, 0, _record);
        await PinAsync(engine);

        await Task.WhenAll(
        [
            .. OwnSteps(engine, SoakEngine.Writers),
            RepeatAsync(random => engine.ReadAnyAsync(random, engines: 1), 20),
            RepeatAsync(engine.SynchronizeAsync, 21),
            RepeatAsync(_ => engine.ReturnAsync(), 22),
        ]);

        await CheckAsync([engine]);
    }

    [Test]
    public async Task Two_engines_on_one_share_lose_nothing_and_end_alike()
    {
        await using var first = await TestCache.OpenAsync([.. SoakEngine.FirstFiles(engines: 2)]);
        await using var second = await first.OpenBesideAsync();
        SoakEngine[] engines = [new(first, 0, _record), new(second, 1, _record)];
        foreach (var engine in engines) await PinAsync(engine);

        await Task.WhenAll(engines.SelectMany((engine, number) => (Task[])
        [
            // The last writer is the traveller.
            .. OwnSteps(engine, SoakEngine.Writers - 1),
            RepeatAsync(engine.ChangeSharedAsync, 20 + (number * 100)),
            RepeatAsync(_ => engine.AddLineAsync(), 21 + (number * 100)),
            RepeatAsync(random => engine.ReadAnyAsync(random, engines.Length), 22 + (number * 100)),
            RepeatAsync(engine.TravelAsync, 23 + (number * 100)),
            RepeatAsync(engine.SynchronizeAsync, 24 + (number * 100)),
        ]));

        await CheckAsync(engines);
    }

    /// <summary>The share is pinned, and some files in it for reasons of their own.</summary>
    private static async Task PinAsync(SoakEngine engine)
    {
        (await engine.Cache.PinAsync()).ThrowIfFailed();
        (await engine.Cache.PinAsync(@"own0\w0\anchor.txt", new PinOptions { Flags = PinControlFlags.ForAll })).ThrowIfFailed();
    }

    private IEnumerable<Task> OwnSteps(SoakEngine engine, int writers) =>
    [
        .. Enumerable.Range(0, writers).Select(writer => RepeatAsync(random => engine.ChangeOwnAsync(random, writer), writer)),
        .. Enumerable.Range(0, SoakEngine.Movers).Select(mover => RepeatAsync(random => engine.MoveOwnAsync(random, mover), 10 + mover)),
    ];

    private Task RepeatAsync(Func<Random, Task> step, int user) => Task.Run(async () =>
    {
        var random = new Random(SoakPlan.Seed + user);
        while (!_stop.IsCancellationRequested && _record.Faults.Count < MostFaults)
        {
            try
            {
                await step(random);
            }
            catch (Exception exception)
            {
                _record.Fault(exception.ToString());
            }
        }
    }, CancellationToken.None);

    private async Task CheckAsync(IReadOnlyList<SoakEngine> engines)
    {
        var what = $"seed {SoakPlan.Seed}, {SoakPlan.Duration.TotalMinutes:0.##} minutes: {_record}";
        TestContext.Out.WriteLine(what);
        Assert.That(_record.Faults, Is.Empty, what);
        var share = engines[0].Cache.ShareDirectory;
        // What is only in a cache so far is not lost either, and that before anything is settled.
        Assert.That(_record.Lost([.. await ContentsAsync(engines), .. Contents(Trees.Of(share))]), Is.Empty, $"{what}: lost before the rest");

        await ComeToRestAsync(engines, what);

        Assert.That(_record.Faults, Is.Empty, what);
        var tree = Trees.Of(share);
        Assert.That(_record.Lost(Contents(tree)), Is.Empty, $"{what}: lost");
        foreach (var (path, version) in engines.SelectMany(engine => engine.Own))
            Assert.That(tree.GetValueOrDefault(path.Replace('\\', '/')), Is.EqualTo(version.Content), $"{what}: {path}");
        var left = Directory.EnumerateFileSystemEntries(share, ".~of*", SearchOption.AllDirectories);
        Assert.That(left.Where(entry => Path.GetFileName(entry) != TemporaryName.RootMarker), Is.Empty, $"{what}: left on the share");
        foreach (var engine in engines) await CheckCacheAsync(engine.Cache, tree, what);
    }

    private static async Task ComeToRestAsync(IReadOnlyList<SoakEngine> engines, string what)
    {
        const int MostRounds = 20;
        for (var round = 0; round < MostRounds; round++)
        {
            var isAtRest = true;
            foreach (var engine in engines) isAtRest &= await engine.ComeToRestAsync();
            if (isAtRest) return;
            // A file that grew is a version when two looks, so far apart, find the same.
            foreach (var engine in engines) engine.Cache.Time.Advance(engine.Cache.Options.SettleTime);
        }

        Assert.Fail($"{what}: after {MostRounds} rounds there is still something to synchronise or to settle");
    }

    private static async Task CheckCacheAsync(TestCache cache, SortedDictionary<string, string?> share, string what)
    {
        Assert.That(await cache.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ChangeInfo.Dirty = TRUE"), Is.Empty, $"{what}: nothing waits");
        Assert.That((await cache.ItemAsync(@"own0\w0\anchor.txt")).PinInfo!.PinnedForComputer, Is.EqualTo(PinState.Pinned), $"{what}: its own pin");
        await cache.OfflineAsync();
        Assert.That(await Trees.OfAsync(cache.Files, TestCache.Share), Is.EqualTo(share), $"{what}: the cache is as the share");
        using var connection = DatabaseFile.OpenReader(cache.CacheDirectory);
        Assert.That(Sql.Text(connection.Connection, "PRAGMA integrity_check"), Is.EqualTo("ok"), what);
        Assert.That(connection.Intents(), Is.Empty, $"{what}: nothing is unfinished");
    }

    private static async Task<List<string>> ContentsAsync(IEnumerable<SoakEngine> engines)
    {
        var contents = new List<string>();
        foreach (var engine in engines)
        {
            await engine.Cache.OfflineAsync();
            contents.AddRange(Contents(await Trees.OfAsync(engine.Cache.Files, TestCache.Share)));
        }

        return contents;
    }

    private static IEnumerable<string> Contents(SortedDictionary<string, string?> tree) => tree.Values.OfType<string>();
}
