namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

[TestFixture]
internal sealed class SynchronizeTests
{
    [Test]
    public async Task A_change_on_the_share_comes_in()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "one"));
        await test.PinAsync();
        test.Put("a.txt", "two, longer");

        var report = await test.SyncAsync();

        Assert.That(report.With(OutcomeStatus.Done).Single().State, Is.EqualTo(SyncState.FileChangedOnServer));
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("two, longer"));
    }

    [Test]
    public async Task What_was_changed_created_deleted_and_moved_offline_goes_out()
    {
        await using var test = await TestCache.OpenAsync(("edit.txt", "old"), ("gone.txt", "x"), (@"sub\in.txt", "in"), (@"dead\d.txt", "d"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("edit.txt", "new");
        await test.WriteAsync("made.txt", "made");
        await test.DeleteAsync("gone.txt");
        await test.MakeDirectoryAsync("fresh");
        await test.WriteAsync(@"fresh\f.txt", "f");
        await test.MoveAsync("sub", "moved");
        await test.DeleteAsync(@"dead\d.txt");
        await test.DeleteAsync("dead");
        await test.OnlineAsync();

        var report = await test.SyncAsync();

        Assert.That(report.Succeeded, Is.True, string.Join('\n', report.Outcomes));
        Assert.That(test.ReadShare("edit.txt"), Is.EqualTo("new"));
        Assert.That(test.ReadShare("made.txt"), Is.EqualTo("made"));
        Assert.That(test.ReadShare("gone.txt"), Is.Null);
        Assert.That(test.ReadShare(@"fresh\f.txt"), Is.EqualTo("f"));
        Assert.That(test.ReadShare(@"moved\in.txt"), Is.EqualTo("in"));
        Assert.That(Directory.Exists(test.OnShare("sub")), Is.False);
        Assert.That(Directory.Exists(test.OnShare("dead")), Is.False);
        Assert.That(await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ChangeInfo.Dirty = TRUE"), Is.Empty);
    }

    [Test]
    public async Task A_second_synchronisation_changes_nothing()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\b.txt", "b"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "changed");
        await test.WriteAsync(@"sub\new.txt", "new");
        await test.OnlineAsync();
        await test.SyncAsync();

        var second = await test.SyncAsync();

        Assert.That(second.Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged), string.Join('\n', second.Outcomes));
    }

    [Test]
    public async Task Deletions_on_the_share_leave_the_cache_bottom_up()
    {
        await using var test = await TestCache.OpenAsync((@"sub\deep\b.txt", "b"), ("stays.txt", "s"));
        await test.PinAsync();
        Directory.Delete(test.OnShare("sub"), recursive: true);

        var report = await test.SyncAsync();

        Assert.That(report.Succeeded, Is.True, string.Join('\n', report.Outcomes));
        Assert.That((await test.QueryAsync("SELECT ItemPath FROM Win32_OfflineFilesItem WHERE ItemType < 2")).Select(item => item.ItemPath),
            Is.EqualTo(new[] { @"\\srv\docs\stays.txt" }));
    }

    [Test]
    public async Task New_files_under_a_pinned_directory_are_pinned_and_filled()
    {
        await using var test = await TestCache.OpenAsync((@"sub\a.txt", "a"));
        await test.PinAsync();
        test.Put(@"sub\newer\c.txt", "c");

        await test.SyncAsync();

        var item = await test.ItemAsync(@"sub\newer\c.txt");
        Assert.That(item.Sparse, Is.False);
        Assert.That(item.PinInfo!.Pinned, Is.True);
    }

    [Test]
    public async Task Without_PinNewFiles_new_files_stay_out_of_the_cache()
    {
        await using var test = await TestCache.OpenAsync((@"sub\a.txt", "a"));
        await test.PinAsync();
        test.Put(@"sub\c.txt", "c");

        await test.SyncAsync(SyncControlFlags.SyncIn | SyncControlFlags.SyncOut);

        Assert.That(await test.HasAsync(@"sub\c.txt"), Is.False);
    }

    [Test]
    public async Task Changed_on_both_sides_is_a_conflict_and_neither_side_changes()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "base"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "mine");
        test.Put("a.txt", "theirs");
        await test.OnlineAsync();

        var report = await test.SyncAsync();

        var outcome = report.Outcomes.Single();
        Assert.That(outcome.Status, Is.EqualTo(OutcomeStatus.Conflict));
        Assert.That(outcome.State, Is.EqualTo(SyncState.FileChangedOnClientChangedOnServer));
        var item = await test.ItemAsync("a.txt");
        Assert.That(item.ConnectionInfo, Is.EqualTo(new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.NeedToSyncItem }));
        Assert.That(item.ChangeInfo!.Dirty, Is.True);
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("theirs"));
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("mine"));
    }

    [Test]
    public async Task A_file_that_became_a_directory_offline_is_a_conflict_though_only_one_side_changed()
    {
        await using var test = await TestCache.OpenAsync(("anchor", "x"), (@"d\a", "file"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.DeleteAsync(@"d\a");
        await test.MakeDirectoryAsync(@"d\a");
        await test.OnlineAsync();

        var report = await test.SyncAsync();

        Assert.That(report.With(OutcomeStatus.Conflict).Select(outcome => (outcome.Path, outcome.State)),
            Is.EqualTo(new[] { (TestCache.At(@"d\a"), (SyncState?)SyncState.DirCreatedOnClientFileOnServer) }));
        Assert.That(test.ReadShare(@"d\a"), Is.EqualTo("file"));
    }

    [Test]
    public async Task A_directory_whose_place_a_file_took_that_was_deleted_too_goes_from_the_share()
    {
        await using var test = await TestCache.OpenAsync(("anchor", "x"), (@"d\e\a", "moved away first"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.MoveAsync(@"d\e", "b");
        await test.WriteAsync(@"d\e", "short-lived");
        await test.DeleteAsync(@"d\e");
        await test.OnlineAsync();

        var report = await test.SyncAsync();

        Assert.That(report.Succeeded, Is.True, string.Join('\n', report.Outcomes));
        Assert.That(Path.Exists(test.OnShare(@"d\e")), Is.False);
        Assert.That(test.ReadShare(@"b\a"), Is.EqualTo("moved away first"));
    }

    [Test]
    public async Task A_conflict_goes_by_itself_when_both_sides_become_equal()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "base"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "mine");
        test.Put("a.txt", "theirs");
        await test.OnlineAsync();
        await test.SyncAsync();
        test.Put("a.txt", "mine");

        await test.SyncAsync();

        var item = await test.ItemAsync("a.txt");
        Assert.That(item.ConnectionInfo!.ConnectState, Is.EqualTo(ConnectState.Online));
        Assert.That(item.ChangeInfo!.Dirty, Is.False);
    }

    [Test]
    public async Task An_empty_share_root_takes_the_scope_offline_and_deletes_nothing()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        File.Delete(test.OnShare("a.txt"));

        var report = await test.SyncAsync();

        Assert.That(report.Outcomes.Single().Error, Is.InstanceOf<ShareUnavailableException>());
        Assert.That((await test.ItemAsync("a.txt")).ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.NetDisconnected));
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"));
    }
}
