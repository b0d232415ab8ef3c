namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>A share that goes, at any time, and comes back: no call is needed for either, and none fails that the cache can answer.</summary>
[TestFixture]
internal sealed class LostShareFilesTests
{
    public static IEnumerable<TestCaseData> Uses() =>
    [
        Use("find", async test => Assert.That(await test.Files.FindAsync(TestCache.At("a.txt"), default), Is.Not.Null)),
        Use("list", async test => Assert.That(await test.ListAsync(), Does.Contain("a.txt"))),
        Use("read", async test => Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"))),
        Use("write", test => test.WriteAsync("a.txt", "mine")),
        Use("edit", test => test.WriteAsync("a.txt", "A", FileWriteMode.Edit)),
        Use("write a new file", test => test.WriteAsync(@"sub\new.txt", "new", FileWriteMode.CreateNew)),
        Use("create a directory", test => test.MakeDirectoryAsync(@"sub\dir")),
        Use("delete", test => test.DeleteAsync("a.txt")),
        Use("move", test => test.MoveAsync("a.txt", @"sub\b.txt")),
    ];

    [TestCaseSource(nameof(Uses))]
    public async Task The_first_use_after_a_loss_is_answered_by_the_cache(Func<TestCache, Task> use)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\s.txt", "s"));
        await test.PinAsync();
        test.LoseShare();

        await use(test);

        Assert.That((await test.ItemAsync("sub")).ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.NetDisconnected));
        Assert.That(Directory.Exists(test.ShareDirectory), Is.False);
    }

    [TestCaseSource(nameof(Uses))]
    public async Task A_share_that_is_back_serves_the_next_use(Func<TestCache, Task> use)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\s.txt", "s"));
        await test.PinAsync();
        test.LoseShare();
        await test.ReadAsync("a.txt");
        test.BringShareBack();

        await use(test);

        Assert.That((await test.ItemAsync("sub")).ConnectionInfo!.ConnectState, Is.EqualTo(ConnectState.Online));
        Assert.That(await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ChangeInfo.Dirty = TRUE"), Is.Empty);
    }

    [Test]
    public async Task Operations_bring_a_share_back_too([Values("sync", "pin", "online")] string operation)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        test.LoseShare();
        await test.WriteAsync("a.txt", "mine");
        test.BringShareBack();

        var report = await (operation switch
        {
            "sync" => test.SyncAsync(),
            "pin" => test.PinAsync(),
            _ => test.OnlineAsync(),
        });

        Assert.That(report.Succeeded, Is.True);
        Assert.That((await test.ItemAsync("a.txt")).ConnectionInfo!.ConnectState, Is.EqualTo(ConnectState.Online));
        await test.SyncAsync();
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("mine"));
    }

    [Test]
    public async Task What_was_taken_offline_on_purpose_stays_so()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await test.OfflineAsync();

        Assert.That((await test.SyncAsync()).Succeeded, Is.False);
        await test.WriteAsync("a.txt", "mine");

        Assert.That((await test.ItemAsync("a.txt")).ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.WorkingOffline));
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("a"));
    }

    [Test]
    public async Task A_cache_opens_without_its_share_and_takes_it_up_when_it_is_there()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await test.Backend.DisposeAsync();
        test.LoseShare();

        await test.StartAsync();
        Assert.That((await test.ItemAsync("a.txt")).ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.NetDisconnected));
        await test.WriteAsync("a.txt", "mine");
        Assert.That((await test.SyncAsync()).Outcomes.Single().Message, Does.Contain("is missing"));
        test.BringShareBack();

        Assert.That((await test.SyncAsync()).Succeeded, Is.True);
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("mine"));
    }

    [Test]
    public async Task A_share_of_which_nothing_is_cached_says_that_it_cannot_be_reached()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        test.LoseShare();

        Assert.That(() => test.ReadAsync("a.txt"), Throws.TypeOf<ShareUnavailableException>().With.Message.Contains("is missing"));
        test.BringShareBack();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"));
    }

    [TestCase(FileWriteMode.CreateNew, "sub\\new.txt")]
    [TestCase(FileWriteMode.CreateOrReplace, "sub\\new.txt")]
    [TestCase(FileWriteMode.Replace, "a.txt")]
    [TestCase(FileWriteMode.Edit, "a.txt")]
    [TestCase(FileWriteMode.Edit, "sub\\unpinned.txt")]
    [TestCase(FileWriteMode.CreateOrReplace, "sub\\unpinned.txt")]
    public async Task A_writer_that_was_opened_before_the_loss_commits_to_the_cache(FileWriteMode mode, string path)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\s.txt", "s"));
        await test.PinAsync();
        test.Put(@"sub\unpinned.txt", "u");
        await using var writer = await test.Files.OpenWriteAsync(TestCache.At(path), mode, CancellationToken.None);
        await writer.WriteAsync("mine"u8.ToArray());
        test.LoseShare();

        await writer.CommitAsync();

        Assert.That(await test.ReadAsync(path), Is.EqualTo("mine"));
        test.BringShareBack();
        Assert.That((await test.SyncAsync()).With(OutcomeStatus.Failed), Is.Empty);
        Assert.That(await test.ReadAsync(path), Is.EqualTo("mine"));
    }

    [Test]
    public async Task A_writer_keeps_its_data_where_the_cache_has_no_place_for_it()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"other\b.txt", "b"));
        await test.PinAsync("a.txt");
        await using var writer = await test.Files.OpenWriteAsync(TestCache.At(@"other\b.txt"), FileWriteMode.Replace, CancellationToken.None);
        await writer.WriteAsync("mine"u8.ToArray());
        test.LoseShare();

        Assert.That(() => writer.CommitAsync(), Throws.TypeOf<OfflineFilesBackendException>().With.Message.Contains("Nothing was written"));
        test.BringShareBack();
        await writer.CommitAsync();

        Assert.That(test.ReadShare(@"other\b.txt"), Is.EqualTo("mine"));
    }

    [Test]
    public async Task An_emptied_root_is_a_lost_share_for_every_use_until_its_deletions_are_allowed()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        File.Delete(test.OnShare("a.txt"));
        Directory.CreateDirectory(test.OnShare("lost+found"));

        Assert.That((await test.SyncAsync()).Outcomes.Single().Message, Does.Contain("is empty and was not"));
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"));
        await test.Backend.AllowMassDeletionAsync(TestCache.Share);

        Assert.That((await test.SyncAsync()).With(OutcomeStatus.Failed), Is.Empty);
        Assert.That(await test.HasAsync("a.txt"), Is.False);
    }

    private static TestCaseData Use(string name, Func<TestCache, Task> use) => new TestCaseData(use).SetArgDisplayNames(name);
}
