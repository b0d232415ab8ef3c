using OfflineFiles.Sdk.Embedded.Tests.Crash;
using OfflineFiles.Sdk.Embedded.Tests.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>What a synchronisation makes of oddities on one of the sides: lost content, names, growing files, things done and not recorded.</summary>
[TestFixture]
internal sealed class SynchronizeHealTests
{
    [TestCase("missing")]
    [TestCase("cut off")]
    [TestCase("missing with its directory")]
    public async Task Content_that_went_away_from_the_cache_directory_comes_again(string damage)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "content"));
        await test.PinAsync();
        Damage(test, damage);

        var report = await test.SyncAsync();

        Assert.That(report.Outcomes.Single().State, Is.EqualTo(SyncState.FileSparseOnClient));
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("content"));
    }

    [Test]
    public async Task A_pin_with_fill_brings_it_again_too()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "content"));
        await test.PinAsync();
        Damage(test, "missing");

        await test.PinAsync();

        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("content"));
    }

    [Test]
    public async Task A_change_whose_content_went_away_fails_with_the_truth_and_overwrites_nothing()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "content"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "mine");
        await test.OnlineAsync();
        Damage(test, "missing");

        var outcome = (await test.SyncAsync()).Outcomes.Single();

        Assert.That((outcome.Status, outcome.Error?.GetType()), Is.EqualTo((OutcomeStatus.Failed, typeof(OfflineFilesBackendException))));
        Assert.That(outcome.Message, Does.Contain("missing from the cache directory"));
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("content"));
        Assert.That((await test.ItemAsync("a.txt")).ChangeInfo!.Dirty, Is.True);
    }

    [Test]
    public async Task Of_names_that_differ_only_in_case_the_first_is_cached_and_the_others_are_told()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "second"), ("A.TXT", "first"), ("anchor", "x"));
        Assume.That(Directory.GetFiles(test.ShareDirectory).Count(file => file.EndsWith("txt", StringComparison.OrdinalIgnoreCase)), Is.EqualTo(2), "The file system tells cases apart.");

        var pinned = await test.PinAsync();
        var synchronised = await test.SyncAsync();

        Assert.That(pinned.With(OutcomeStatus.Skipped).Single().Message, Does.Contain("differs only in case"));
        Assert.That(synchronised.With(OutcomeStatus.Skipped).Single().Message, Does.Contain("differs only in case"));
        Assert.That((await test.ItemAsync("a.txt")).ItemPath, Is.EqualTo(@"\\srv\docs\A.TXT"));
        Assert.That((test.ReadShare("a.txt"), test.ReadShare("A.TXT")), Is.EqualTo(("second", "first")));
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("first"));
    }

    [TestCase("a.txt")]
    [TestCase("A.TXT")]
    public async Task A_twin_that_is_named_by_itself_is_never_taken_for_the_cached_one(string named)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "cached"), ("anchor", "x"));
        await test.PinAsync();
        test.Put("A.TXT", "twin");
        Assume.That(Directory.GetFiles(test.ShareDirectory).Count(file => file.EndsWith("txt", StringComparison.OrdinalIgnoreCase)), Is.EqualTo(2), "The file system tells cases apart.");
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "mine");
        await test.OnlineAsync();

        await test.SyncAsync(relative: named);

        Assert.That((test.ReadShare("a.txt"), test.ReadShare("A.TXT")), Is.EqualTo(("mine", "twin")));
    }

    [Test]
    public async Task A_name_that_was_respelled_on_the_share_is_taken_and_told_as_a_rename()
    {
        await using var test = await TestCache.OpenAsync((@"sub\a.txt", "a"), ("anchor", "x"));
        await test.PinAsync();
        var changes = new Kinds();
        using var subscription = test.Backend.Changes.Subscribe(changes);
        Directory.Move(test.OnShare("sub"), test.OnShare("moved"));
        Directory.Move(test.OnShare("moved"), test.OnShare("SUB"));
        File.Move(test.OnShare(@"SUB\a.txt"), test.OnShare(@"SUB\b"));
        File.Move(test.OnShare(@"SUB\b"), test.OnShare(@"SUB\A.txt"));

        var first = await test.SyncAsync();
        var second = await test.SyncAsync();

        Assert.That(first.Succeeded, Is.True, string.Join('\n', first.Outcomes));
        Assert.That(second.Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged));
        Assert.That((await test.ItemAsync(@"sub\a.txt")).ItemPath, Is.EqualTo(@"\\srv\docs\SUB\A.txt"));
        await test.Backend.DisposeAsync();
        await changes.Done;
        Assert.That(changes.Seen, Does.Contain(CacheChangeKind.ItemRenamed));
        Assert.That(changes.Seen, Does.Not.Contain(CacheChangeKind.ItemAdded).And.Not.Contain(CacheChangeKind.ItemRemoved));
    }

    [TestCase(@"sub\a.txt", @"sub\A.TXT", false)]
    [TestCase("sub", "SUB", false)]
    [TestCase(@"sub\a.txt", @"sub\A.TXT", true)]
    public async Task A_name_that_was_respelled_here_goes_out_as_a_rename(string from, string to, bool isEdited)
    {
        TriedSystem.AssumeRenamesThatChangeCaseOnly();
        await using var test = await TestCache.OpenAsync((@"sub\a.txt", "a"), ("anchor", "x"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.MoveAsync(from, to);
        if (isEdited) await test.WriteAsync(to, "edited");
        await test.OnlineAsync();

        var first = await test.SyncAsync();
        var second = await test.SyncAsync();

        Assert.That(first.Succeeded, Is.True, string.Join('\n', first.Outcomes));
        Assert.That(second.Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged), string.Join('\n', second.Outcomes));
        Assert.That(Path.Exists(test.OnShare(to)), Is.True);
        Assert.That(test.ReadShare(to == "SUB" ? @"SUB\a.txt" : to), Is.EqualTo(isEdited ? "edited" : "a"));
        Assert.That((await test.ItemAsync(to)).ItemPath, Is.EqualTo($@"\\srv\docs\{to}"));
        Assert.That(await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ChangeInfo.Dirty = TRUE"), Is.Empty);
    }

    [Test]
    public async Task Respelled_on_both_sides_the_share_s_spelling_stays()
    {
        await using var test = await TestCache.OpenAsync(("name.txt", "a"), ("anchor", "x"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.MoveAsync("name.txt", "Name.txt");
        File.Move(test.OnShare("name.txt"), test.OnShare("other"));
        File.Move(test.OnShare("other"), test.OnShare("NAME.txt"));
        await test.OnlineAsync();

        await test.SyncAsync();

        Assert.That((await test.ItemAsync("name.txt")).ItemPath, Is.EqualTo(@"\\srv\docs\NAME.txt"));
        Assert.That((await test.ItemAsync("name.txt")).ChangeInfo!.Dirty, Is.False);
        Assert.That(File.Exists(test.OnShare("NAME.txt")), Is.True);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_stub_whose_place_a_directory_took_is_replaced_and_filled(bool isPinnedItself)
    {
        await using var test = await TestCache.OpenAsync((@"d\a", "a"), ("anchor", "x"));
        await test.PinAsync(isPinnedItself ? @"d\a" : null, new PinOptions { Flags = PinControlFlags.ForUser });
        File.Delete(test.OnShare(@"d\a"));
        test.Put(@"d\a\deep\inside", "inside");

        var report = await test.SyncAsync();

        Assert.That(report.Succeeded, Is.True, string.Join('\n', report.Outcomes));
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync(@"d\a\deep\inside"), Is.EqualTo("inside"));
    }

    [Test]
    public async Task An_entry_that_no_path_can_name_is_told_under_its_directory_by_its_name()
    {
        TriedSystem.AssumeBackslashesInNames(CrashWorker.SharesIn);
        await using var test = await TestCache.OpenAsync((@"sub\a.txt", "a"));
        await File.WriteAllTextAsync(Path.Join(test.OnShare("sub"), @"back\slash"), "x");

        var pinned = await test.PinAsync();
        var report = await test.SyncAsync();

        foreach (var outcome in new[] { pinned.With(OutcomeStatus.Skipped).Single(), report.With(OutcomeStatus.Skipped).Single() })
        {
            Assert.That(outcome.Path, Is.EqualTo(TestCache.At("sub")));
            Assert.That(outcome.Message, Does.Contain(@"back\slash"));
        }
    }

    [Test]
    public async Task A_file_that_is_made_longer_again_and_again_is_taken_when_it_has_settled()
    {
        await using var test = await TestCache.OpenAsync(("log", "1"));
        await test.PinAsync();
        var statuses = new List<OutcomeStatus>();
        foreach (var content in new[] { "12", "123", "1234", "1234" })
        {
            test.Put("log", content);
            statuses.Add((await test.SyncAsync()).Outcomes.Single().Status);
        }

        test.Time.Advance(TimeSpan.FromSeconds(3));
        statuses.Add((await test.SyncAsync()).Outcomes.Single().Status);

        Assert.That(statuses, Is.EqualTo(new[] { OutcomeStatus.Done, OutcomeStatus.Skipped, OutcomeStatus.Skipped, OutcomeStatus.Skipped, OutcomeStatus.Done }));
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("log"), Is.EqualTo("1234"));
    }

    /// <summary>Done on the share, and cut off before it was recorded: what is found then is what was to be.</summary>
    [TestCase("create directory")]
    [TestCase("remove directory")]
    [TestCase("write file")]
    [TestCase("delete file")]
    public async Task What_was_done_and_not_recorded_is_found_to_be_done(string change)
    {
        await using var test = await TestCache.OpenAsync((@"d\f", "f"), ("anchor", "x"));
        await test.PinAsync();
        await test.OfflineAsync();
        switch (change)
        {
            case "create directory":
                await test.MakeDirectoryAsync("made");
                Directory.CreateDirectory(test.OnShare("made"));
                break;
            case "write file":
                await test.WriteAsync(@"d\f", "new");
                test.Put(@"d\f", "new");
                break;
            default:
                await test.DeleteAsync(@"d\f");
                File.Delete(test.OnShare(@"d\f"));
                if (change == "remove directory") await test.DeleteAsync("d");
                if (change == "remove directory") Directory.Delete(test.OnShare("d"));
                break;
        }

        await test.OnlineAsync();
        var first = await test.SyncAsync();
        var second = await test.SyncAsync();

        Assert.That(first.Succeeded, Is.True, string.Join('\n', first.Outcomes));
        Assert.That(second.Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged));
        Assert.That(await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ChangeInfo.Dirty = TRUE"), Is.Empty);
    }

    private static void Damage(TestCache test, string damage)
    {
        var blobs = Directory.EnumerateFiles(Path.Join(test.CacheDirectory, "content"), "*", SearchOption.AllDirectories).ToList();
        foreach (var blob in blobs)
        {
            if (damage == "cut off") File.WriteAllText(blob, "con");
            else File.Delete(blob);
            if (damage == "missing with its directory") Directory.Delete(Path.GetDirectoryName(blob)!);
        }
    }

    private sealed class Kinds : IObserver<CacheChange>
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<CacheChangeKind> Seen { get; } = [];

        public Task Done => _done.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public void OnNext(CacheChange value) => Seen.Add(value.Kind);

        public void OnError(Exception error) => _done.TrySetException(error);

        public void OnCompleted() => _done.TrySetResult();
    }
}
