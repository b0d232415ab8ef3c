using OfflineFiles.Sdk.Embedded.Tests.Crash;
using OfflineFiles.Sdk.Embedded.Tests.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>
/// What is told of a running operation. Whatever it does and whatever becomes of its items:
/// <code>
/// from the first item on    the totals are known, and stay as they are while every item goes well
/// at every step             nothing done becomes less, and nothing done is more than its total
/// at the end                done equals total, and the items are the outcomes of the report
/// inside a large file       told again after each 256 KiB that were moved, in and out
/// nobody watches            nothing is counted beforehand
/// </code>
/// </summary>
[TestFixture]
internal sealed class ProgressTests
{
    private const int Step = 256 * 1024;
    private const int Large = 5 * Step + 1000;

    private static readonly string Big = new('x', Large);

    public sealed record Case(string Name, Func<TestCache, Task> Arrange, Func<TestCache, IProgress<OperationProgress>, Task<OperationReport>> Run, long Bytes, bool IsSteady = true)
    {
        public override string ToString() => Name;
    }

    private static IEnumerable<Case> Cases()
    {
        yield return new Case("pin", Nothing, Pin, 2 * Large + 1);
        yield return new Case("pin what is there partly", test => test.PinAsync(@"d\big"), Pin, Large + 1);
        yield return new Case("pin without content", Nothing, (test, told) => Pin(test, told, PinControlFlags.ForUser), 0);
        yield return new Case("pin offline", test => PinnedOfflineAsync(test, _ => Task.CompletedTask, isBack: false), Pin, 0);
        yield return new Case("pin what is not there", Nothing, (test, told) => test.Backend.PinAsync([TestCache.At("none"), TestCache.At("a")], PinOptions.Default, told, default), 1);
        yield return new Case("unpin", test => test.PinAsync(), (test, told) => test.Backend.UnpinAsync([TestCache.At("d"), TestCache.At("none")], UnpinOptions.Default, told, default), 0);
        yield return new Case("delete", test => test.PinAsync(), (test, told) => test.Backend.DeleteItemsAsync([TestCache.At("d"), TestCache.At("none")], DeleteOptions.Default, told, default), 0);
        yield return new Case("nothing to synchronise", test => test.PinAsync(), Sync, 0);
        yield return new Case("in", Pinned(test => test.Put(@"d\big", Big + "y")), Sync, Large + 1);
        yield return new Case("in, a new tree", Pinned(test => { test.Put(@"n\m\new", Big); test.Put(@"n\small", "123"); }), Sync, Large + 3);
        yield return new Case("in, unpinned", async test => { await test.PinAsync("a"); test.Put(@"n\m\new", Big); }, Sync, 0);
        yield return new Case("fill", test => test.PinAsync(options: new PinOptions { Flags = PinControlFlags.ForUser }), (test, told) => Sync(test, told, SyncControlFlags.FillSparse), 2 * Large + 1);
        yield return new Case("deleted there", Pinned(test => Directory.Delete(test.OnShare("d"), recursive: true)), Sync, 0);
        yield return new Case("out", test => PinnedOfflineAsync(test, offline => offline.WriteAsync(@"d\big", "z" + Big)), Sync, Large + 1);
        yield return new Case("out, a new tree", test => PinnedOfflineAsync(test, async offline =>
        {
            await offline.MakeDirectoryAsync("n");
            await offline.MakeDirectoryAsync(@"n\m");
            await offline.WriteAsync(@"n\m\new", Big);
        }), Sync, Large);
        yield return new Case("out and in", test => PinnedOfflineAsync(test, async offline =>
        {
            await offline.WriteAsync("a", Big);
            offline.Put("big", "in");
        }), Sync, Large + 2);
        yield return new Case("deleted here", test => PinnedOfflineAsync(test, async offline =>
        {
            await offline.DeleteAsync(@"d\big");
            await offline.DeleteAsync("d");
        }), Sync, 0);
        yield return new Case("held back", test => PinnedOfflineAsync(test, offline => offline.WriteAsync("a", Big)), (test, told) => Sync(test, told, SyncControlFlags.SyncIn), 0);
        yield return new Case("conflict", test => PinnedOfflineAsync(test, async offline =>
        {
            await offline.WriteAsync("big", Big + "here");
            offline.Put("big", Big + "there");
        }), Sync, 0);
        yield return new Case("one file of a directory made here", test => PinnedOfflineAsync(test, async offline =>
        {
            await offline.MakeDirectoryAsync("n");
            await offline.WriteAsync(@"n\new", Big);
            await offline.WriteAsync(@"n\other", Big);
        }), (test, told) => test.Backend.SynchronizeAsync([TestCache.At(@"n\new")], SyncOptions.Default, told, default), Large);
        yield return new Case("offline", test => PinnedOfflineAsync(test, _ => Task.CompletedTask, isBack: false), Sync, 0);
        yield return new Case("what is not there", test => test.PinAsync(), (test, told) => test.Backend.SynchronizeAsync([TestCache.At("none"), TestCache.At("a")], SyncOptions.Default, told, default), 0);
        yield return new Case("a link", Pinned(test =>
        {
            TriedSystem.AssumeSymbolicLinks(CrashWorker.SharesIn);
            File.CreateSymbolicLink(test.OnShare("link"), test.OnShare("a"));
        }), Sync, 0);
        yield return new Case("a file changes when its turn comes", Pinned(test => test.Put("big", Big + "y")), (test, told) => Sync(test, new Then(told, step =>
        {
            if (step is { Reason: ProgressReason.ItemBegin, Path.Name: "a" }) test.Put("big", "1234");
        })), 4, IsSteady: false);
        yield return new Case("going offline", test => test.PinAsync(), async (test, _) => await test.OfflineAsync(), 0);
    }

    [TestCaseSource(nameof(Cases))]
    public async Task It_counts_up_to_totals_that_are_known(Case scenario)
    {
        await using var test = await OpenAsync();
        await scenario.Arrange(test);
        var steps = new List<OperationProgress>();

        var report = await scenario.Run(test, new Then(null, steps.Add));

        Assert.That(report.Outcomes.Sum(outcome => outcome.Bytes), Is.EqualTo(scenario.Bytes), report.ToString());
        if (steps.Count == 0) return;
        var last = steps[^1];
        var inItems = steps.SkipWhile(step => step.Path is null).ToList();
        Assert.Multiple(() =>
        {
            Assert.That((last.Reason, last.ItemsDone, last.BytesDone), Is.EqualTo((ProgressReason.End, (long)report.Outcomes.Count, scenario.Bytes)));
            Assert.That((last.ItemsTotal, last.BytesTotal), Is.EqualTo((last.ItemsDone, last.BytesDone)));
            Assert.That(inItems.Select(step => step.ItemsDone), Is.Ordered);
            Assert.That(inItems.Select(step => step.BytesDone), Is.Ordered);
            Assert.That(inItems.Select(step => step.ItemsTotal), Has.None.Null);
            Assert.That(inItems.Where(step => step.ItemsDone > step.ItemsTotal || step.BytesDone > step.BytesTotal), Is.Empty);
            if (scenario.IsSteady) Assert.That(inItems.Select(step => (step.ItemsTotal, step.BytesTotal)).Distinct().Count(), Is.EqualTo(1), "the totals do not change");
        });
    }

    [TestCase("pin")]
    [TestCase("in")]
    [TestCase("out")]
    [TestCase("fill")]
    public async Task Inside_a_large_file_it_is_told_after_each_step(string name)
    {
        await using var test = await OpenAsync();
        var scenario = Cases().Single(each => each.Name == name);
        await scenario.Arrange(test);
        var steps = new List<OperationProgress>();

        await scenario.Run(test, new Then(null, steps.Add));

        var begins = steps.Where(step => step is { Reason: ProgressReason.ItemBegin, Path: not null }).GroupBy(step => step.Path!);
        Assert.That(begins.Where(each => each.Count() > 1).Select(each => each.Key.Name), Has.Some.EqualTo("big").And.All.EqualTo("big"));
        var inside = begins.First(each => each.Count() > 1).ToList();
        var begun = inside[0];
        Assert.That(inside.Select(step => step.ItemsDone), Is.All.EqualTo(begun.ItemsDone));
        Assert.That(inside.Skip(1).Select(step => step.BytesDone - begun.BytesDone), Is.EqualTo(Enumerable.Range(1, 5).Select(step => step * (long?)Step)));
    }

    [TestCase("pin")]
    [TestCase("in")]
    [TestCase("out")]
    [TestCase("out, a new tree")]
    [TestCase("fill")]
    public async Task Cancelled_inside_a_large_file_nothing_is_half_done(string name)
    {
        await using var test = await OpenAsync();
        var scenario = Cases().Single(each => each.Name == name);
        await scenario.Arrange(test);
        using var source = new CancellationTokenSource();
        var seen = new Dictionary<UncPath, int>();
        var stopped = default(UncPath);
        var progress = new Then(null, step =>
        {
            if (step.Reason != ProgressReason.ItemBegin || step.Path is not { } path) return;
            seen[path] = seen.GetValueOrDefault(path) + 1;
            if (seen[path] != 3 || stopped is not null) return;
            stopped = path;
            source.Cancel();
        });
        var share = Tree(test);

        var run = name == "pin" || name == "fill"
            ? test.Backend.PinAsync([TestCache.Share], PinOptions.Default, progress, source.Token)
            : test.Backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, progress, source.Token);
        var error = await Assert.ThrowsAsync<OperationCancelledException>(() => run);

        Assert.That(stopped, Is.Not.Null);
        Assert.That(error!.Report.With(OutcomeStatus.Done).Select(outcome => outcome.Path), Does.Not.Contain(stopped));
        Assert.That(Tree(test).Where(file => !share.Contains(file)), Is.Empty, "the share has nothing of it");
        Assert.That(Directory.GetFiles(Path.Join(test.CacheDirectory, "content", "staging")), Is.Empty, "nor has the cache");
        var again = await test.SyncAsync();
        if (name is "pin" or "fill") await test.PinAsync();
        Assert.That(again.With(OutcomeStatus.Failed), Is.Empty);
        await test.OfflineAsync();
        Assert.That((await test.ReadAsync(stopped!.RelativeToShare!)).Length, Is.EqualTo(new FileInfo(test.OnShare(stopped.RelativeToShare!)).Length));
    }

    [Test]
    public async Task Writing_through_the_cache_that_is_cancelled_leaves_nothing_half_done()
    {
        await using var test = await OpenAsync();
        await test.PinAsync();
        await using var cache = new OfflineFilesCache(test.Backend, ownsBackend: false);
        using var source = new CancellationTokenSource();
        var share = Tree(test);
        var content = new CancellingContent(source, Large);

        await Assert.ThatAsync(() => cache.Files.WriteAsync(TestCache.At("big"), content, cancellationToken: source.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(content.Position, Is.LessThan(Large));
        Assert.That(Tree(test), Is.EqualTo(share));
        Assert.That(Directory.GetFiles(Path.Join(test.CacheDirectory, "content", "staging")), Is.Empty);
        Assert.That(await test.ReadAsync("big"), Is.EqualTo(Big));
    }

    private static Task<TestCache> OpenAsync() => TestCache.OpenAsync(("a", "1"), ("big", Big), (@"d\big", Big));

    private static Task Nothing(TestCache test) => Task.CompletedTask;

    private static Func<TestCache, Task> Pinned(Action<TestCache> change) => async test =>
    {
        await test.PinAsync();
        change(test);
    };

    private static async Task PinnedOfflineAsync(TestCache test, Func<TestCache, Task> change, bool isBack = true)
    {
        await test.PinAsync();
        await test.OfflineAsync();
        await change(test);
        if (isBack) await test.OnlineAsync();
    }

    private static Task<OperationReport> Pin(TestCache test, IProgress<OperationProgress> progress) =>
        Pin(test, progress, PinControlFlags.ForUser | PinControlFlags.Fill);

    private static Task<OperationReport> Pin(TestCache test, IProgress<OperationProgress> progress, PinControlFlags flags) =>
        test.Backend.PinAsync([TestCache.Share], new PinOptions { Flags = flags }, progress, CancellationToken.None);

    private static Task<OperationReport> Sync(TestCache test, IProgress<OperationProgress> progress) =>
        test.Backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, progress, CancellationToken.None);

    private static Task<OperationReport> Sync(TestCache test, IProgress<OperationProgress> progress, SyncControlFlags flags) =>
        test.Backend.SynchronizeAsync([TestCache.Share], new SyncOptions { Flags = flags }, progress, CancellationToken.None);

    // Names, lengths and the first letter: what else the files hold is all the same.
    private static string[] Tree(TestCache test) => [.. Directory.EnumerateFiles(test.ShareDirectory, "*", SearchOption.AllDirectories)
        .Select(file => $"{Path.GetRelativePath(test.ShareDirectory, file)} {new FileInfo(file).Length} {(char)File.ReadAllBytes(file)[0]}").Order(StringComparer.Ordinal)];

    private sealed class Then(IProgress<OperationProgress>? first, Action<OperationProgress> report) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value)
        {
            report(value);
            first?.Report(value);
        }
    }

    /// <summary>Cancels when half of it was read.</summary>
    private sealed class CancellingContent(CancellationTokenSource source, int length) : MemoryStream(new byte[length])
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => CopyAsync(destination, cancellationToken);

        private async Task CopyAsync(Stream destination, CancellationToken cancellationToken)
        {
            var buffer = new byte[64 * 1024];
            while (Read(buffer, 0, buffer.Length) is > 0 and var count)
            {
                if (Position > Length / 2) await source.CancelAsync();
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
    }
}
