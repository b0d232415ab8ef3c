namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>The rules of synchronisation that need more than one change to show.</summary>
[TestFixture]
internal sealed class SynchronizeRulesTests
{
    [Test]
    public async Task A_directory_deleted_offline_is_a_conflict_when_the_share_has_something_new_in_it()
    {
        await using var test = await TestCache.OpenAsync((@"sub\a.txt", "a"), ("anchor", "x"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.DeleteAsync(@"sub\a.txt");
        await test.DeleteAsync("sub");
        test.Put(@"sub\new.txt", "new");
        await test.OnlineAsync();

        var report = await test.SyncAsync();

        var conflict = report.With(OutcomeStatus.Conflict).Single();
        Assert.That((conflict.Path, conflict.State), Is.EqualTo((TestCache.At("sub"), SyncState.DeletedOnClientDirChangedOnServer)));
        Assert.That(test.ReadShare(@"sub\a.txt"), Is.EqualTo("a"), "nothing below changes either");
    }

    [Test]
    public async Task A_directory_deleted_on_the_share_comes_back_for_what_was_created_in_it()
    {
        await using var test = await TestCache.OpenAsync((@"sub\clean.txt", "c"), ("anchor", "x"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync(@"sub\made.txt", "made");
        Directory.Delete(test.OnShare("sub"), recursive: true);
        await test.OnlineAsync();

        await test.SyncAsync();

        Assert.That(test.ReadShare(@"sub\made.txt"), Is.EqualTo("made"));
        Assert.That(test.ReadShare(@"sub\clean.txt"), Is.Null);
        Assert.That(await test.HasAsync(@"sub\clean.txt"), Is.False);
    }

    [Test]
    public async Task Changed_here_and_deleted_there_is_a_conflict_that_keeps_the_change()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("anchor", "x"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "mine");
        File.Delete(test.OnShare("a.txt"));
        await test.OnlineAsync();

        var report = await test.SyncAsync();

        Assert.That(report.With(OutcomeStatus.Conflict).Single().State, Is.EqualTo(SyncState.FileChangedOnClientDeletedOnServer));
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("mine"));
    }

    [Test]
    public async Task A_file_that_became_a_directory_on_the_share_is_a_conflict()
    {
        await using var test = await TestCache.OpenAsync(("a", "a"), ("anchor", "x"));
        await test.PinAsync();
        File.Delete(test.OnShare("a"));
        test.Put(@"a\inside.txt", "i");

        var report = await test.SyncAsync();

        Assert.That(report.With(OutcomeStatus.Conflict).Single().State, Is.EqualTo(SyncState.FileOnClientDirOnServer));
    }

    [Test]
    public async Task Deleted_and_created_again_offline_replaces_the_share_s_version()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "old"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.DeleteAsync("a.txt");
        await test.WriteAsync("a.txt", "new");
        await test.OnlineAsync();

        var report = await test.SyncAsync();

        Assert.That(report.Succeeded, Is.True, string.Join('\n', report.Outcomes));
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("new"));
    }

    [Test]
    public async Task Only_the_named_subtree_is_synchronised_with_the_directories_it_needs()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\b.txt", "b"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "a2");
        await test.MakeDirectoryAsync(@"fresh");
        await test.WriteAsync(@"fresh\wanted.txt", "w");
        await test.WriteAsync(@"fresh\other.txt", "o");
        await test.OnlineAsync();

        await test.SyncAsync(relative: @"fresh\wanted.txt");

        Assert.That(test.ReadShare(@"fresh\wanted.txt"), Is.EqualTo("w"));
        Assert.That(test.ReadShare(@"fresh\other.txt"), Is.Null);
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("a"));
    }

    [TestCase(SyncControlFlags.SyncIn, "a", null, "b2")]
    [TestCase(SyncControlFlags.SyncOut, "a2", "new", "b")]
    [TestCase(SyncControlFlags.SyncOut | SyncControlFlags.NoNewFilesOut, "a2", null, "b")]
    public async Task Flags_hold_back_what_they_do_not_allow_and_it_waits(SyncControlFlags flags, string shareA, string? shareNew, string cachedB)
    {
        await using var test = await TestCache.OpenAsync(("a", "a"), ("b", "b"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a", "a2");
        await test.WriteAsync("new", "new");
        test.Put("b", "b2");
        await test.OnlineAsync();

        await test.SyncAsync(flags);

        Assert.That(test.ReadShare("a"), Is.EqualTo(shareA));
        Assert.That(test.ReadShare("new"), Is.EqualTo(shareNew));
        Assert.That((await test.ItemAsync("new")).ChangeInfo!.Dirty, Is.EqualTo(shareNew is null));
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("b"), Is.EqualTo(cachedB));
    }

    [Test]
    public async Task An_offline_scope_is_not_synchronised()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await test.OfflineAsync();

        var report = await test.SyncAsync();

        Assert.That(report.Outcomes.Single().Message, Does.Contain("is offline (WorkingOffline)"));
    }

    [Test]
    public async Task Another_directory_in_the_share_s_place_takes_the_scope_offline_and_deletes_nothing()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));
        await test.PinAsync();
        Directory.Move(test.ShareDirectory, test.ShareDirectory + "-old");
        test.Put("b.txt", "b");

        var report = await test.SyncAsync();

        Assert.That(report.Outcomes.Single().Message, Does.Contain("another directory"));
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"));
    }

    [Test]
    public async Task Names_that_differ_only_in_case_are_left_alone_but_for_the_cached_one()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("anchor", "x"));
        await test.PinAsync();
        test.Put("A.TXT", "twin");
        Assume.That(Directory.GetFiles(test.ShareDirectory).Count(file => file.EndsWith("txt", StringComparison.OrdinalIgnoreCase)), Is.EqualTo(2), "The file system tells cases apart.");
        test.Put("a.txt", "changed");

        var report = await test.SyncAsync();

        Assert.That(report.With(OutcomeStatus.Skipped).Single().Message, Does.Contain("differs only in case"));
        Assert.That((test.ReadShare("A.TXT"), test.ReadShare("a.txt")), Is.EqualTo(("twin", "changed")));
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("changed"));
    }

    [TestCase(SyncConflictPolicy.KeepLocal)]
    [TestCase(SyncConflictPolicy.KeepRemote)]
    [TestCase(SyncConflictPolicy.KeepLatest)]
    public async Task Another_policy_for_conflicts_than_to_record_them_is_refused(SyncConflictPolicy policy)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));

        Assert.That(
            () => test.Backend.SynchronizeAsync([TestCache.Share], new SyncOptions { ConflictPolicy = policy }, null, CancellationToken.None),
            Throws.InstanceOf<OperationNotSupportedException>().With.Message.Contains("Conflicts are recorded"));
    }
}
