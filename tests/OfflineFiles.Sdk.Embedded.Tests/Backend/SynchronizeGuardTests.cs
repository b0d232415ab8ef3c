namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Deletions that are too many to be meant: more than half of at least ten known files of a scope wait until somebody agrees.</summary>
[TestFixture]
internal sealed class SynchronizeGuardTests
{
    /// <summary>Of so many known files so many go, on the share or here: whether that is halted.</summary>
    [TestCase(9, 8, false)]
    [TestCase(10, 5, false)]
    [TestCase(10, 6, true)]
    [TestCase(20, 10, false)]
    [TestCase(20, 11, true)]
    [TestCase(20, 20, true)]
    public async Task More_than_half_of_ten_or_more_files_wait(int known, int gone, bool isHalted)
    {
        foreach (var isHere in new[] { false, true })
        {
            await using var test = await OpenAsync(known);
            if (isHere) await DeleteHereAsync(test, gone);
            else DeleteThere(test, gone);

            var report = await test.SyncAsync();

            var left = (Here: await CountHereAsync(test), There: CountThere(test));
            var expected = isHalted ? isHere ? (known, known) : (known, known - gone) : (known - gone, known - gone);
            Assert.That(left, Is.EqualTo(expected), isHere ? "deleted here" : "deleted there");
            Assert.That(report.With(OutcomeStatus.Failed).Count(), Is.EqualTo(isHalted ? 1 : 0));
        }
    }

    [Test]
    public async Task One_outcome_says_how_many_gives_examples_and_tells_what_to_do()
    {
        await using var test = await OpenAsync(12);
        DeleteThere(test, 11);

        var outcome = (await test.SyncAsync()).With(OutcomeStatus.Failed).Single();

        Assert.That(outcome.Path, Is.EqualTo(TestCache.Share));
        Assert.That(outcome.Message, Does.StartWith(@"11 of the 12 files known of '\\srv\docs' would be deleted, for example '\\srv\docs\"));
        Assert.That(outcome.Message!.Split(@"'\\srv\docs\"), Has.Length.EqualTo(6), "five examples");
        Assert.That(outcome.Message, Does.EndWith(@"call EmbeddedBackend.AllowMassDeletionAsync for '\\srv\docs' and synchronise again."));
    }

    [TestCase("lost+found/")]
    [TestCase("welcome.txt")]
    public async Task A_strange_volume_with_something_on_it_is_no_reason_to_delete(string strange)
    {
        await using var test = await OpenAsync(12);
        DeleteThere(test, 12);
        if (strange.EndsWith('/')) Directory.CreateDirectory(test.OnShare(strange));
        else test.Put(strange, "welcome");

        var report = await test.SyncAsync();

        Assert.That(report.Succeeded, Is.False);
        Assert.That((await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ItemName LIKE 'f%'")), Has.Count.EqualTo(12));
    }

    [Test]
    public async Task What_a_strange_volume_holds_does_not_outnumber_what_is_missing()
    {
        await using var test = await OpenAsync(12);
        DeleteThere(test, 12);
        for (var i = 0; i < 40; i++) test.Put($"strange{i}", $"strange {i}");

        await test.SyncAsync();

        Assert.That((await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ItemName LIKE 'f%'")), Has.Count.EqualTo(12));
    }

    [Test]
    public async Task Everything_but_the_deletions_goes_on()
    {
        await using var test = await OpenAsync(12);
        await test.OfflineAsync();
        await test.WriteAsync("made", "made");
        await test.WriteAsync("f11", "edited");
        DeleteThere(test, 8);
        test.Put("theirs", "theirs");
        await test.OnlineAsync();

        await test.SyncAsync();

        Assert.That((test.ReadShare("made"), test.ReadShare("f11")), Is.EqualTo(("made", "edited")));
        Assert.That(await test.ReadAsync("theirs"), Is.EqualTo("theirs"));
        Assert.That(await CountHereAsync(test), Is.EqualTo(12));
    }

    [Test]
    public async Task A_part_counts_for_the_whole_scope_however_small_it_is()
    {
        await using var test = await OpenAsync(12);
        DeleteThere(test, 11);

        var one = await test.SyncAsync(relative: "f0");
        var each = await test.Backend.SynchronizeAsync(
            [.. Enumerable.Range(0, 11).Select(i => TestCache.At($"f{i}"))], SyncOptions.Default, null, CancellationToken.None);

        Assert.That(one.Succeeded || each.Succeeded, Is.False);
        Assert.That(await CountHereAsync(test), Is.EqualTo(12));
    }

    [Test]
    public async Task A_part_of_a_scope_that_is_whole_is_synchronised_with_its_deletions()
    {
        await using var test = await OpenAsync(12);
        DeleteThere(test, 1);

        await test.SyncAsync(relative: "f0");

        Assert.That(await CountHereAsync(test), Is.EqualTo(11));
    }

    [Test]
    public async Task What_was_only_moved_is_not_lost()
    {
        await using var test = await TestCache.OpenAsync([.. Enumerable.Range(0, 12).Select(i => ($@"old\f{i}", $"content {i}")), ("anchor", "x")]);
        await test.PinAsync();
        Directory.Move(test.OnShare("old"), test.OnShare("new"));

        var there = await test.SyncAsync();
        await test.OfflineAsync();
        await test.MoveAsync("new", "newest");
        await test.OnlineAsync();
        var here = await test.SyncAsync();

        Assert.That((there.Succeeded, here.Succeeded), Is.EqualTo((true, true)), string.Join('\n', there.Outcomes.Concat(here.Outcomes)));
        Assert.That(Directory.GetFiles(test.OnShare("newest")), Has.Length.EqualTo(12));
        Assert.That(Directory.Exists(test.OnShare("new")), Is.False);
    }

    [Test]
    public async Task What_both_sides_deleted_is_no_deletion()
    {
        await using var test = await OpenAsync(12);
        await DeleteHereAsync(test, 11);
        DeleteThere(test, 11);

        var report = await test.SyncAsync();

        Assert.That(report.Succeeded, Is.True, string.Join('\n', report.Outcomes));
        Assert.That(await CountHereAsync(test), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_agreed_is_asked_again_the_next_time()
    {
        await using var test = await OpenAsync(24);
        DeleteThere(test, 13);
        await test.Backend.AllowMassDeletionAsync(TestCache.Share);

        var allowed = await test.SyncAsync();
        DeleteThere(test, 24);
        test.Put("anchor", "x");
        var next = await test.SyncAsync();

        Assert.That((allowed.Succeeded, next.Succeeded), Is.EqualTo((true, false)));
        Assert.That(await CountHereAsync(test), Is.EqualTo(11));
    }

    [Test]
    public async Task A_share_that_was_emptied_on_purpose_is_emptied_here_when_somebody_agrees()
    {
        await using var test = await OpenAsync(3);
        DeleteThere(test, 3);
        var refused = await test.SyncAsync();
        await test.Backend.AllowMassDeletionAsync(TestCache.Share);

        var allowed = await test.SyncAsync();

        Assert.That((refused.Succeeded, allowed.Succeeded), Is.EqualTo((false, true)), string.Join('\n', allowed.Outcomes));
        Assert.That(await CountHereAsync(test), Is.Zero);
    }

    [Test]
    public async Task What_both_sides_emptied_is_empty()
    {
        await using var test = await OpenAsync(3);
        await DeleteHereAsync(test, 3);
        DeleteThere(test, 3);

        var report = await test.SyncAsync();

        Assert.That(report.Succeeded, Is.True, string.Join('\n', report.Outcomes));
        Assert.That(await CountHereAsync(test), Is.Zero);
    }

    [Test]
    public async Task An_agreement_that_was_not_needed_is_used_up_too()
    {
        await using var test = await OpenAsync(12);
        await test.Backend.AllowMassDeletionAsync(TestCache.Share);
        await test.SyncAsync();
        DeleteThere(test, 11);

        await test.SyncAsync();

        Assert.That(await CountHereAsync(test), Is.EqualTo(12));
    }

    [Test]
    public async Task Who_watches_is_told_of_the_halt_in_the_totals()
    {
        await using var test = await OpenAsync(12);
        DeleteThere(test, 11);
        var totals = new Totals();

        var report = await test.Backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, totals, CancellationToken.None);

        Assert.That(totals.Told.Distinct(), Is.EqualTo(new[] { (long?)report.Outcomes.Count }));
    }

    private static async Task<TestCache> OpenAsync(int files)
    {
        var test = await TestCache.OpenAsync([.. Enumerable.Range(0, files).Select(i => ($"f{i}", $"content {i}"))]);
        await test.PinAsync();
        return test;
    }

    private static void DeleteThere(TestCache test, int count)
    {
        foreach (var file in Enumerable.Range(0, count).Select(i => test.OnShare($"f{i}"))) File.Delete(file);
    }

    private static async Task DeleteHereAsync(TestCache test, int count)
    {
        await test.OfflineAsync();
        for (var i = 0; i < count; i++) await test.DeleteAsync($"f{i}");
        await test.OnlineAsync();
    }

    /// <summary>Of the files that were known, a deletion that waits among them.</summary>
    private static async Task<int> CountHereAsync(TestCache test) =>
        (await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ItemName LIKE 'f%'")).Count;

    private static int CountThere(TestCache test) => Directory.GetFiles(test.ShareDirectory, "f*").Length;

    private sealed class Totals : IProgress<OperationProgress>
    {
        public List<long?> Told { get; } = [];

        public void Report(OperationProgress value)
        {
            if (value.Reason != ProgressReason.Begin) Told.Add(value.ItemsTotal);
        }
    }
}
