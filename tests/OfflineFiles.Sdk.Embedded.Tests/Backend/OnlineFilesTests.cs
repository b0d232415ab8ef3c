using OfflineFiles.Sdk.Embedded.Tests.Crash;
using OfflineFiles.Sdk.Embedded.Tests.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Files while the scope is online.</summary>
[TestFixture]
internal sealed class OnlineFilesTests
{
    [Test]
    public async Task A_directory_moves_with_what_waits_in_it()
    {
        await using var test = await TestCache.OpenAsync((@"d\changed.txt", "old"), (@"d\deleted.txt", "x"), (@"d\sub\renamed.txt", "r"), (@"d\stays.txt", "s"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync(@"d\changed.txt", "new");
        await test.WriteAsync(@"d\added.txt", "a");
        await test.DeleteAsync(@"d\deleted.txt");
        await test.MoveAsync(@"d\sub\renamed.txt", @"d\sub\other.txt");
        await test.OnlineAsync();

        await test.MoveAsync("d", "e");
        Assert.That(test.ReadShare(@"e\changed.txt"), Is.EqualTo("old"), "it still waits");
        await test.SyncAsync();

        string[] tree = ["e/", "e/added.txt: a", "e/changed.txt: new", "e/stays.txt: s", "e/sub/", "e/sub/other.txt: r"];
        Assert.That(Lines(Trees.Of(test.ShareDirectory)), Is.EqualTo(tree));
        await test.OfflineAsync();
        Assert.That(Lines(await Trees.OfAsync(test.Files, TestCache.Share)), Is.EqualTo(tree));
        Assert.That(await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ChangeInfo.Dirty = TRUE"), Is.Empty);

        static IEnumerable<string> Lines(SortedDictionary<string, string?> tree) =>
            tree.Where(entry => !entry.Key.StartsWith('.')).Select(entry => entry.Value is { } text ? $"{entry.Key}: {text}" : $"{entry.Key}/");
    }

    [Test]
    public async Task Reading_shows_what_the_share_has_now_and_caches_nothing()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("cached.txt", "old"));
        await test.PinAsync("cached.txt");
        test.Put("cached.txt", "newer");

        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"));
        Assert.That(await test.ReadAsync("cached.txt"), Is.EqualTo("newer"));
        Assert.That(await test.HasAsync("a.txt"), Is.False);
        Assert.That(Directory.EnumerateFiles(Path.Join(test.CacheDirectory, "content", "staging")), Is.Empty);
    }

    [Test]
    public async Task Writing_goes_through_to_the_share_and_the_cached_copy_follows()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("other.txt", "o"));
        await test.PinAsync("a.txt");

        await test.WriteAsync("a.txt", "changed");
        await test.WriteAsync("other.txt", "also");

        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("changed"));
        Assert.That(test.ReadShare("other.txt"), Is.EqualTo("also"));
        Assert.That((await test.ItemAsync("a.txt")).ChangeInfo!.Dirty, Is.False);
        Assert.That(await test.HasAsync("other.txt"), Is.False);
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("changed"));
    }

    [Test]
    public async Task What_is_made_in_a_pinned_directory_is_pinned_and_available_offline()
    {
        await using var test = await TestCache.OpenAsync((@"sub\a.txt", "a"));
        await test.PinAsync("sub");

        await test.MakeDirectoryAsync(@"sub\dir");
        await test.WriteAsync(@"sub\dir\new.txt", "new");

        Assert.That((await test.ItemAsync(@"sub\dir\new.txt")).PinInfo!.Pinned, Is.True);
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync(@"sub\dir\new.txt"), Is.EqualTo("new"));
    }

    [Test]
    public async Task Deleting_and_moving_change_the_share_and_the_cache()
    {
        await using var test = await TestCache.OpenAsync(("gone.txt", "g"), (@"sub\deep\b.txt", "b"), ("anchor.txt", "x"));
        await test.PinAsync();

        await test.DeleteAsync("gone.txt");
        await test.MoveAsync("sub", "moved");

        Assert.That(test.ReadShare("gone.txt"), Is.Null);
        Assert.That(await test.HasAsync("gone.txt"), Is.False);
        Assert.That(test.ReadShare(@"moved\deep\b.txt"), Is.EqualTo("b"));
        Assert.That(await test.HasAsync("sub"), Is.False);
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync(@"moved\deep\b.txt"), Is.EqualTo("b"));
        Assert.That(await test.ListAsync(@"moved\deep"), Is.EqualTo(new[] { "b.txt" }));
        await test.OnlineAsync();
        var report = await test.SyncAsync();
        Assert.That(report.Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged), string.Join('\n', report.Outcomes));
    }

    [Test]
    public async Task A_name_that_is_taken_is_not_moved_over()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));

        Assert.That(() => test.MoveAsync("a.txt", "b.txt"), Throws.InstanceOf<OfflineFilesException>());
        Assert.That(test.ReadShare("b.txt"), Is.EqualTo("b"));
    }

    [Test]
    public async Task A_change_that_waits_is_what_is_read_even_when_the_scope_is_online_again()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "mine");
        await test.DeleteAsync("b.txt");
        await test.MakeDirectoryAsync("dir");
        await test.OnlineAsync();

        await test.WriteAsync(@"dir\c.txt", "c");

        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("mine"));
        Assert.That(await test.ListAsync(), Is.EqualTo(new[] { "a.txt", "dir" }));
        Assert.That(await test.ReadAsync(@"dir\c.txt"), Is.EqualTo("c"));
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("a"));
    }

    [Test]
    public async Task A_lost_share_takes_the_scope_offline()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        Directory.Move(test.ShareDirectory, test.ShareDirectory + "-gone");

        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"));
        Assert.That((await test.ItemAsync("a.txt")).ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.NetDisconnected));
        Assert.That((await test.OnlineAsync()).Outcomes.Single().Status, Is.EqualTo(OutcomeStatus.Failed));
        Directory.Move(test.ShareDirectory + "-gone", test.ShareDirectory);
        Assert.That((await test.OnlineAsync()).Succeeded, Is.True);
    }

    [Test]
    public async Task Links_are_not_followed()
    {
        TriedSystem.AssumeSymbolicLinks(CrashWorker.SharesIn);
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await File.WriteAllTextAsync(Path.Join(test.Root, "secret.txt"), "secret");
        File.CreateSymbolicLink(test.OnShare("link.txt"), Path.Join(test.Root, "secret.txt"));

        var report = await test.PinAsync();

        Assert.That(report.With(OutcomeStatus.Skipped).Single().Path, Is.EqualTo(TestCache.At("link.txt")));
        Assert.That(() => test.ReadAsync("link.txt"), Throws.InstanceOf<OfflineFilesException>());
        Assert.That(await test.ListAsync(), Is.EqualTo(new[] { "a.txt" }));
    }

    [Test]
    public async Task What_is_neither_file_nor_directory_is_not_served_and_the_reason_is_told([Values("link", "link to a directory")] string what)
    {
        TriedSystem.AssumeSymbolicLinks(CrashWorker.SharesIn);
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        Directory.CreateDirectory(Path.Join(test.Root, "elsewhere"));
        await File.WriteAllTextAsync(Path.Join(test.Root, "secret.txt"), "secret");
        File.CreateSymbolicLink(test.OnShare("l"), Path.Join(test.Root, what == "link" ? "secret.txt" : "elsewhere"));
        var files = test.Backend.Files;
        var (link, below) = (TestCache.At("l"), TestCache.At(@"l\below"));

        Assert.That(await files.FindAsync(link, CancellationToken.None), Is.Null);
        foreach (var (act, path) in new (Func<Task>, UncPath)[]
        {
            (() => files.OpenReadAsync(link, CancellationToken.None), link),
            (() => files.OpenWriteAsync(link, FileWriteMode.CreateOrReplace, CancellationToken.None), link),
            (() => files.OpenWriteAsync(below, FileWriteMode.CreateOrReplace, CancellationToken.None), link),
            (() => files.CreateDirectoryAsync(below, CancellationToken.None), link),
            (() => files.DeleteAsync(link, CancellationToken.None), link),
            (() => files.MoveAsync(link, TestCache.At("m"), CancellationToken.None), link),
        })
            Assert.That(act, Throws.InstanceOf<OfflineFilesException>().With.Message.Contains($"'{path}' was asked for, but it is not served"));
        Assert.That(new FileInfo(test.OnShare("l")).LinkTarget, Is.Not.Null);
        Assert.That(Directory.EnumerateFileSystemEntries(Path.Join(test.Root, "elsewhere")), Is.Empty);
    }
}
