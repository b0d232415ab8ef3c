namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>A version is its bytes: a stamp that moved says nothing, and one that did not proves nothing.</summary>
[TestFixture]
internal sealed class FilesVersionsTests
{
    private static readonly DateTime Stamp = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_is_read_is_what_the_share_has_whatever_its_stamps_say(bool isPinned)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "one"));
        File.SetLastWriteTimeUtc(test.OnShare("a.txt"), Stamp);
        if (isPinned) await test.PinAsync();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("one"));

        test.Put("a.txt", "two");
        File.SetLastWriteTimeUtc(test.OnShare("a.txt"), Stamp);

        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("two"));
    }

    [Test]
    public async Task A_touch_while_a_writer_is_open_is_no_conflict(
        [Values(FileWriteMode.CreateOrReplace, FileWriteMode.Replace, FileWriteMode.Edit)] FileWriteMode mode,
        [Values] bool isPinned,
        [Values("touch", "chmod", "identical")] string change)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "one"));
        if (isPinned) await test.PinAsync();
        await using var writer = await test.Files.OpenWriteAsync(TestCache.At("a.txt"), mode, CancellationToken.None);
        await writer.WriteAsync("mine"u8.ToArray());

        if (change == "touch") File.SetLastWriteTimeUtc(test.OnShare("a.txt"), Stamp);
        else if (change == "identical") test.Put("a.txt", "one");
        else if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(test.OnShare("a.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await writer.CommitAsync();

        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("mine"));
        Assert.That((await test.SyncAsyncIfCached(isPinned)).With(OutcomeStatus.Conflict), Is.Empty);
    }

    [Test]
    public async Task Other_bytes_while_a_writer_is_open_are_kept(
        [Values(FileWriteMode.CreateOrReplace, FileWriteMode.Replace, FileWriteMode.Edit)] FileWriteMode mode, [Values] bool isPinned)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "one"));
        if (isPinned) await test.PinAsync();
        await using var writer = await test.Files.OpenWriteAsync(TestCache.At("a.txt"), mode, CancellationToken.None);
        await writer.WriteAsync("mine"u8.ToArray());
        test.Put("a.txt", "two");

        Assert.That(() => writer.CommitAsync(), Throws.InstanceOf<OfflineFilesException>().With.Message.Contains("changed since it was opened"));
        Assert.That(() => writer.CommitAsync(), Throws.InstanceOf<OfflineFilesException>(), "the data is kept, and so is the refusal");
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("two"));
    }

    [Test]
    public async Task A_commit_of_the_bytes_that_are_there_already_is_done()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "one"));
        await test.PinAsync();
        await using var writer = await test.Files.OpenWriteAsync(TestCache.At("a.txt"), FileWriteMode.Replace, CancellationToken.None);
        await writer.WriteAsync("same"u8.ToArray());
        test.Put("a.txt", "same");

        await writer.CommitAsync();

        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("same"));
        Assert.That((await test.ItemAsync("a.txt")).ChangeInfo!.Dirty, Is.False);
    }

    [Test]
    public async Task A_writer_that_waits_while_a_synchronisation_sends_the_item_still_commits()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "one"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "first");
        await using var writer = await test.Files.OpenWriteAsync(TestCache.At("a.txt"), FileWriteMode.Replace, CancellationToken.None);
        await writer.WriteAsync("second"u8.ToArray());
        await test.OnlineAsync();
        await test.SyncAsync();

        await writer.CommitAsync();
        await test.SyncAsync();

        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("second"));
    }
}

file static class Extensions
{
    public static Task<OperationReport> SyncAsyncIfCached(this TestCache test, bool isCached) =>
        isCached ? test.SyncAsync() : Task.FromResult(new OperationReport { Operation = OfflineFilesOperation.Synchronize, Outcomes = [] });
}
