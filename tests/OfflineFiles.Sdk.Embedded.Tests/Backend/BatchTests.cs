using CsCheck;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Laws;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>An operation on many items commits them in batches. Nobody can tell but by the time it takes.</summary>
[TestFixture]
internal sealed class BatchTests
{
    private static readonly (string, string)[] Files =
        [("anchor", "x"), ("a", "a"), (@"d\a", "da"), (@"d\b", "db"), (@"d\e\a", "dea"), (@"d\e\f\a", "defa"), (@"d\e\f\b", "defb"), (@"g\a", "ga"), (@"g\h\a", "gha")];

    private static readonly string[] Targets = ["", "d", @"d\e", "g", "a", "none", @"d\e\f\a"];

    private static readonly (string Name, Func<TestCache, UncPath[], IProgress<OperationProgress>?, CancellationToken, Task<OperationReport>> Run)[] Operations =
    [
        ("delete", (test, paths, progress, token) => test.Backend.DeleteItemsAsync(paths, DeleteOptions.Default, progress, token)),
        ("delete what is dirty", (test, paths, progress, token) =>
            test.Backend.DeleteItemsAsync(paths, new DeleteOptions { Flags = DeleteFlags.DeleteModified }, progress, token)),
        ("delete what is not pinned", (test, paths, progress, token) =>
            test.Backend.DeleteItemsAsync(paths, new DeleteOptions { Flags = DeleteFlags.NoPinned }, progress, token)),
        ("unpin", (test, paths, progress, token) => test.Backend.UnpinAsync(paths, UnpinOptions.Default, progress, token)),
        ("unpin, not deep", (test, paths, progress, token) => test.Backend.UnpinAsync(paths, UnpinOptions.Default with { Deep = false }, progress, token)),
        ("pin", (test, paths, progress, token) => test.Backend.PinAsync(paths, PinOptions.Default, progress, token)),
        ("pin without content", (test, paths, progress, token) =>
            test.Backend.PinAsync(paths, new PinOptions { Flags = PinControlFlags.ForAll }, progress, token)),
    ];

    private static readonly Gen<int[]> SomeTargets = Gen.Int[0, Targets.Length - 1].Array[1, 3];

    private static readonly Gen<int> AnOperation = Gen.Int[0, Operations.Length - 1];

    /// <summary>By a clock that goes on by as much as a batch may take whenever it is looked at, no item shares its commit with another.</summary>
    [Test]
    public Task It_ends_as_item_by_item() => Gen.Select(SynchronizeLaws.Edits, SomeTargets, AnOperation, AnOperation, Gen.Bool).SampleAsync(
        async (edits, targets, first, second, isOnline) =>
        {
            var batches = await PlayAsync(edits, targets, [first, second], isOnline, isOneByOne: false);
            var oneByOne = await PlayAsync(edits, targets, [first, second], isOnline, isOneByOne: true);
            Assert.That(batches, Is.EqualTo(oneByOne), $"{Operations[first].Name}, {Operations[second].Name}");
        },
        iter: LawBudget.Of(20),
        threads: 1);

    [Test]
    public async Task Cancelled_on_the_way_the_report_says_what_was_done_and_no_more([Values("delete", "unpin", "pin without content")] string name)
    {
        await using var test = await OpenAsync(60);
        using var source = new CancellationTokenSource();
        var told = new List<OperationProgress>();

        var error = await Assert.ThrowsAsync<OperationCancelledException>(() => RunAsync(test, name, step =>
        {
            told.Add(step);
            if (step.ItemsDone == 20) source.Cancel();
        }, source.Token));

        var done = error!.Report.With(OutcomeStatus.Done).Select(outcome => outcome.Path).ToHashSet();
        var changed = new HashSet<UncPath>();
        foreach (var path in error.Report.Outcomes.Select(outcome => outcome.Path))
            if (IsChanged(name, await test.Backend.FindItemAsync(path, CancellationToken.None))) changed.Add(path);
        Assert.That(changed, Is.EquivalentTo(done));
        Assert.That(done, Has.Count.InRange(20, 59));
        Assert.That(error.Report.Count(OutcomeStatus.Done) + error.Report.Count(OutcomeStatus.Cancelled), Is.EqualTo(61));
        Assert.That(told.Where(step => step.Reason == ProgressReason.ItemResult).Select(step => step.Path), Is.EqualTo(error.Report.With(OutcomeStatus.Done).Select(outcome => outcome.Path)));
    }

    [Test]
    public async Task Cancelled_while_content_comes_what_is_cancelled_was_not_changed_at_all()
    {
        await using var test = await TestCache.OpenAsync([("anchor", "x"), .. Enumerable.Range(0, 300).Select(i => ($@"d\f{i:000}", "x"))]);
        // Every other file is here already: of a batch some need nothing but a commit.
        await test.Backend.PinAsync([.. Enumerable.Range(0, 150).Select(i => TestCache.At($@"d\f{2 * i:000}"))], PinOptions.Default, null, CancellationToken.None);
        using var source = new CancellationTokenSource();

        var error = await Assert.ThrowsAsync<OperationCancelledException>(() => test.Backend.PinAsync(
            [TestCache.At("d")],
            new PinOptions { Flags = PinControlFlags.ForAll | PinControlFlags.Fill },
            new Watcher(step =>
            {
                if (step.ItemsDone == 20) source.Cancel();
            }),
            source.Token));

        var changed = new HashSet<UncPath>();
        foreach (var path in error!.Report.Outcomes.Select(outcome => outcome.Path))
            if (IsChanged("pin", await test.Backend.FindItemAsync(path, CancellationToken.None))) changed.Add(path);
        Assert.That(changed, Is.EquivalentTo(error.Report.With(OutcomeStatus.Done).Select(outcome => outcome.Path)));
        Assert.That(error.Report.Count(OutcomeStatus.Cancelled), Is.Positive);
    }

    [Test]
    public async Task An_item_that_fails_fails_alone()
    {
        await using var test = await OpenAsync(30);
        await test.Backend.DisposeAsync();
        // A row that hangs on another one than its path says: SQLite lets that one not go.
        using (var connection = DatabaseFile.OpenReader(test.CacheDirectory))
            Sql.Execute(connection.Connection, "UPDATE items SET parent_id = (SELECT id FROM items WHERE name = 'f15') WHERE name = 'anchor'");
        await test.StartAsync();

        var report = await RunAsync(test, "delete", null, CancellationToken.None);

        Assert.That(report.With(OutcomeStatus.Failed).Select(outcome => outcome.Path.Name), Is.EqualTo(new[] { "f15" }));
        Assert.That(report.With(OutcomeStatus.Skipped).Select(outcome => outcome.Path.Name), Is.EqualTo(new[] { "d" }));
        Assert.That(report.Count(OutcomeStatus.Done), Is.EqualTo(29));
        Assert.That((await test.QueryAsync(@"SELECT * FROM Win32_OfflineFilesItem WHERE ParentItemPath = '\\\\srv\\docs\\d'")).Select(item => item.ItemName), Is.EqualTo(new[] { "f15" }));
    }

    [Test]
    public async Task Killed_between_two_batches_what_was_told_as_done_is_done_and_the_rest_can_be_done([Values("delete", "unpin", "pin without content")] string name)
    {
        await using var test = await OpenAsync(40);
        var killed = Path.Join(test.Root, "killed");
        var told = new List<UncPath>();
        // All of it beforehand: what nothing points to any more goes meanwhile.
        Copy(Path.Join(test.CacheDirectory, "content"), Path.Join(killed, "content"));

        await RunAsync(test, name, step =>
        {
            if (told.Count == 7 || step is not { Reason: ProgressReason.ItemResult, Path: { } path }) return;
            told.Add(path);
            // No commit is under way while this runs: what a kill leaves is what is there.
            foreach (var file in told.Count == 7 ? new[] { "cache.db", "cache.db-wal" } : [])
                File.Copy(Path.Join(test.CacheDirectory, file), Path.Join(killed, file));
        }, CancellationToken.None);
        await test.Backend.DisposeAsync();

        await test.StartAsync(test.Options with { CacheDirectory = killed });
        foreach (var path in told) Assert.That(IsChanged(name, await test.Backend.FindItemAsync(path, CancellationToken.None)), Is.True, $"{path}");
        var rest = await RunAsync(test, name, null, CancellationToken.None);
        Assert.That(rest.Succeeded, Is.True);
        Assert.That(rest.Count(OutcomeStatus.Done), Is.InRange(1, 41 - told.Count));
    }

    /// <summary>A folder "d" of so many files, pinned for the user with their data.</summary>
    private static async Task<TestCache> OpenAsync(int files)
    {
        var test = await TestCache.OpenAsync([("anchor", "x"), .. Enumerable.Range(0, files).Select(i => ($@"d\f{i:00}", "x"))]);
        (await test.PinAsync()).ThrowIfFailed();
        return test;
    }

    private static Task<OperationReport> RunAsync(TestCache test, string name, Action<OperationProgress>? watch, CancellationToken cancellationToken) =>
        Operations.Single(each => each.Name == name).Run(test, [TestCache.At("d")], watch is null ? null : new Watcher(watch), cancellationToken);

    private static bool IsChanged(string name, OfflineFilesItem? item) => name switch
    {
        "delete" => item is null,
        "unpin" => item is { PinInfo.PinnedForUser: PinState.NotPinned },
        _ => item is { PinInfo.PinnedForComputer: not PinState.NotPinned },
    };

    private static void Copy(string directory, string target)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Join(target, Path.GetRelativePath(directory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<string> PlayAsync((int Kind, string Name, int Content)[] edits, int[] targets, int[] operations, bool isOnline, bool isOneByOne)
    {
        await using var test = await TestCache.OpenAsync(Files);
        await test.PinAsync();
        await test.PinAsync("g", new PinOptions { Flags = PinControlFlags.ForAll });
        await test.OfflineAsync();
        foreach (var edit in edits) await SynchronizeLaws.EditLocalAsync(test, edit);
        if (isOnline) await test.OnlineAsync();
        if (isOneByOne) await test.RestartAsync(test.Options with { TimeProvider = new HastyTime(test.Time.GetUtcNow()) });
        UncPath[] paths = [.. targets.Select(target => Targets[target].Length == 0 ? TestCache.Share : TestCache.At(Targets[target]))];
        var lines = new List<string>();
        foreach (var operation in operations)
        {
            var report = await Operations[operation].Run(test, paths, new Watcher(Told), CancellationToken.None);
            lines.AddRange(report.Outcomes.Select(outcome => $"{outcome.Path} {outcome.Status} {outcome.Bytes} {outcome.Message}"));
        }

        // In which order rows come to be nobody is promised.
        foreach (var item in (await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem")).OrderBy(item => item.Path))
            lines.Add($"{item.Path} {item.ItemType} {item.PinInfo} {item.ChangeInfo} {item.Sparse} {item.FileSysInfo?.LocalSize}");
        return string.Join('\n', lines);

        // Content of several files may come before the first of them is committed: only the results have one order.
        void Told(OperationProgress told)
        {
            if (told.Reason == ProgressReason.ItemResult) lines.Add($"{told.Path} {told.ItemsDone}");
            else if (told.Reason == ProgressReason.End) lines.Add($"{told.ItemsDone} {told.BytesDone}");
        }
    }

    private sealed class HastyTime(DateTimeOffset now) : TimeProvider
    {
        private long _stamp;

        public override DateTimeOffset GetUtcNow() => now;

        public override long GetTimestamp() => Interlocked.Add(ref _stamp, TimestampFrequency / 10);
    }

    private sealed class Watcher(Action<OperationProgress> watch) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => watch(value);
    }
}
