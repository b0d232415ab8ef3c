namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Files while the scope is offline.</summary>
[TestFixture]
internal sealed class OfflineFilesTests
{
    [Test]
    public async Task An_offline_scope_never_touches_the_share()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\b.txt", "b"));
        await test.PinAsync();
        await test.OfflineAsync();
        Directory.Move(test.ShareDirectory, test.ShareDirectory + "-gone");

        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"));
        Assert.That(await test.ListAsync(), Is.EqualTo(new[] { "a.txt", "sub" }));
        await test.WriteAsync("a.txt", "changed");
        await test.WriteAsync(@"sub\new.txt", "new");
        await test.MakeDirectoryAsync("dir");
        await test.MoveAsync("a.txt", @"dir\moved.txt");
        await test.DeleteAsync(@"sub\b.txt");

        Assert.That(await test.ReadAsync(@"dir\moved.txt"), Is.EqualTo("changed"));
        Assert.That(await test.ListAsync("sub"), Is.EqualTo(new[] { "new.txt" }));
        Assert.That(Directory.Exists(test.ShareDirectory), Is.False);
    }

    [Test]
    public async Task Offline_nothing_is_said_of_what_the_share_may_hold()
    {
        await using var test = await TestCache.OpenAsync(("cached.txt", "a"), ("other.txt", "b"));
        await test.PinAsync("cached.txt");
        await test.OfflineAsync();

        Assert.That(() => test.ReadAsync("other.txt"), Throws.TypeOf<ItemNotFoundException>().With.Message.EqualTo(
            $"'{TestCache.At("other.txt")}' was asked for offline, but it is not in the cache. Check the path, or take its share online."));
    }

    [Test]
    public async Task What_was_written_offline_is_dirty_at_once_and_after_a_restart()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "longer");
        await test.WriteAsync("new.txt", "new");
        await test.RestartAsync();

        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("longer"));
        var changed = await test.ItemAsync("a.txt");
        Assert.That(changed.ChangeInfo, Is.EqualTo(new ChangeInfo { Dirty = true, ModifiedData = true, ModifiedTime = true }));
        Assert.That(changed.DirtyInfo!.LocalDirtyByteCount, Is.EqualTo(6));
        Assert.That(changed.FileSysInfo!.LocalSize, Is.EqualTo(6));
        Assert.That(changed.FileSysInfo.OriginalSize, Is.EqualTo(1));
        Assert.That(changed.FileSysInfo.LocalLastWriteTime, Is.EqualTo(test.Time.GetUtcNow()));
        Assert.That((await test.ItemAsync("new.txt")).ChangeInfo!.CreatedOffline, Is.True);
        Assert.That((await test.ItemAsync("new.txt")).PinInfo!.PinnedForUser, Is.EqualTo(PinState.Pinned));
        Assert.That(changed.ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.WorkingOffline));
    }

    [Test]
    public async Task Deleting_leaves_a_tombstone_and_deleting_what_was_created_offline_leaves_nothing()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("new.txt", "new");

        await test.DeleteAsync("a.txt");
        await test.DeleteAsync("new.txt");

        Assert.That((await test.ItemAsync("a.txt")).ChangeInfo, Is.EqualTo(new ChangeInfo { Dirty = true, DeletedOffline = true }));
        Assert.That(await test.HasAsync("new.txt"), Is.False);
        Assert.That(await test.Files.FindAsync(TestCache.At("a.txt"), CancellationToken.None), Is.Null);
        await Assert.ThrowsAsync<ItemNotFoundException>(() => test.ReadAsync("a.txt"));
    }

    [Test]
    public async Task What_is_not_cached_is_not_there_offline()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));
        await test.PinAsync("a.txt");
        await test.PinAsync("b.txt", new PinOptions { Flags = PinControlFlags.ForUser });
        await test.OfflineAsync();

        Assert.That(await test.ListAsync(), Is.EqualTo(new[] { "a.txt" }));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => test.ReadAsync("b.txt"));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => test.WriteAsync(@"nowhere\c.txt", "c"));
    }

    [TestCase(FileWriteMode.CreateNew, true, false, "it is there already")]
    [TestCase(FileWriteMode.CreateNew, true, true, "it is there already")]
    [TestCase(FileWriteMode.Replace, false, false, "there is no such file")]
    [TestCase(FileWriteMode.Replace, false, true, "it is not in the cache")]
    [TestCase(FileWriteMode.Edit, false, false, "there is no such file")]
    [TestCase(FileWriteMode.Edit, false, true, "it is not in the cache")]
    public async Task A_mode_that_does_not_fit_is_refused(FileWriteMode mode, bool exists, bool isOffline, string reason)
    {
        await using var test = await TestCache.OpenAsync(("anchor.txt", "x"));
        await test.PinAsync();
        if (isOffline) await test.OfflineAsync();

        Assert.That(
            () => test.WriteAsync(exists ? "anchor.txt" : "none.txt", "y", mode),
            Throws.InstanceOf<OfflineFilesException>().With.Message.Contains(reason));
    }

    [Test]
    public async Task Edit_begins_with_the_content_and_a_writer_that_is_not_committed_changes_nothing([Values] bool isOffline)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "hello world"));
        await test.PinAsync();
        if (isOffline) await test.OfflineAsync();
        await using (var abandoned = await test.Files.OpenWriteAsync(TestCache.At("a.txt"), FileWriteMode.CreateOrReplace, CancellationToken.None))
            await abandoned.WriteAsync("nothing"u8.ToArray());
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("hello world"));
        Assert.That(Directory.EnumerateFiles(Path.Join(test.CacheDirectory, "content", "staging")), Is.Empty);

        await test.WriteAsync("a.txt", "HELLO", FileWriteMode.Edit);

        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("HELLO world"));
    }

    [Test]
    public async Task Of_two_writers_the_second_to_commit_is_refused([Values] bool isOffline)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        if (isOffline) await test.OfflineAsync();
        await using var first = await test.Files.OpenWriteAsync(TestCache.At("a.txt"), FileWriteMode.Replace, CancellationToken.None);
        await using var second = await test.Files.OpenWriteAsync(TestCache.At("a.txt"), FileWriteMode.Replace, CancellationToken.None);
        await first.WriteAsync("first"u8.ToArray());
        await second.WriteAsync("second"u8.ToArray());
        await first.CommitAsync();

        Assert.That(() => second.CommitAsync(), Throws.InstanceOf<OfflineFilesException>().With.Message.Contains("changed since it was opened"));
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("first"));
    }

    [Test]
    public async Task A_reader_keeps_the_version_it_opened()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "old"));
        await test.PinAsync();
        await test.OfflineAsync();
        await using var stream = await test.Files.OpenReadAsync(TestCache.At("a.txt"), CancellationToken.None);

        await test.WriteAsync("a.txt", "new");

        using var reader = new StreamReader(stream);
        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo("old"));
    }

    [Test]
    public async Task A_full_directory_is_not_deleted([Values] bool isOffline)
    {
        await using var test = await TestCache.OpenAsync((@"sub\b.txt", "b"));
        await test.PinAsync();
        if (isOffline) await test.OfflineAsync();

        Assert.That(() => test.DeleteAsync("sub"), Throws.InstanceOf<OfflineFilesException>().With.Message.Contains("not empty"));
    }
}
