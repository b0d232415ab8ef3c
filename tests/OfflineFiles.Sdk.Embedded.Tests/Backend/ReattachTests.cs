namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Another directory in the place of a share: nothing is done to either side before somebody says that it is the share.</summary>
[TestFixture]
internal sealed class ReattachTests
{
    [Test]
    public async Task A_root_that_was_restored_ends_whole_with_the_unsent_edit()
    {
        await using var test = await TestCache.OpenAsync(("mine.txt", "m"), ("theirs.txt", "t"), ("clean.txt", "c"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("mine.txt", "my edit");
        await test.OnlineAsync();
        Restore(test);
        test.Put("theirs.txt", "their edit");

        Assert.That((await test.SyncAsync()).Outcomes.Single().Message, Does.Contain("ReattachAsync"));
        Assert.That((await test.ItemAsync("clean.txt")).ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.NetDisconnected));
        await test.Backend.ReattachAsync(TestCache.Share);
        Assert.That((await test.ItemAsync("clean.txt")).ConnectionInfo!.ConnectState, Is.EqualTo(ConnectState.Online));
        Assert.That(await test.ReadAsync("mine.txt"), Is.EqualTo("my edit"));
        var report = await test.SyncAsync();

        Assert.That(report.With(OutcomeStatus.Failed), Is.Empty);
        Assert.That(report.With(OutcomeStatus.Conflict), Is.Empty);
        Assert.That(test.ReadShare("mine.txt"), Is.EqualTo("my edit"));
        Assert.That(await test.ReadAsync("mine.txt"), Is.EqualTo("my edit"));
        Assert.That(await test.ReadAsync("theirs.txt"), Is.EqualTo("their edit"));
        Assert.That(await test.ReadAsync("clean.txt"), Is.EqualTo("c"));
    }

    [Test]
    public async Task Nothing_is_written_to_the_other_directory_before()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        Restore(test);

        await test.WriteAsync("a.txt", "mine");
        await test.DeleteAsync("a.txt");

        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("a"));
    }

    [Test]
    public async Task A_share_that_was_taken_offline_stays_offline()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await test.OfflineAsync();
        Restore(test);

        await test.Backend.ReattachAsync(TestCache.Share);

        Assert.That((await test.ItemAsync("a.txt")).ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.WorkingOffline));
        Assert.That((await test.OnlineAsync()).Succeeded, Is.True);
    }

    [Test]
    public async Task What_cannot_be_attached_is_refused()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));

        Assert.That(() => test.Backend.ReattachAsync(TestCache.Share), Throws.TypeOf<ItemNotFoundException>());
        Assert.That(() => test.Backend.ReattachAsync(@"\\srv\other"), Throws.TypeOf<UnknownShareException>());
        await test.PinAsync();
        Assert.That(() => test.Backend.ReattachAsync(TestCache.At("a.txt")), Throws.InstanceOf<OfflineFilesException>().With.Message.Contains("it lies in one"));
        test.LoseShare();
        Assert.That(() => test.Backend.ReattachAsync(TestCache.Share), Throws.TypeOf<ShareUnavailableException>());
        Assert.That(() => test.Backend.AllowMassDeletionAsync(@"\\srv\other"), Throws.TypeOf<UnknownShareException>());
    }

    /// <summary>The users' files in a new directory, as a backup of them brings them back: without the mark of the root.</summary>
    private static void Restore(TestCache test)
    {
        var copy = test.ShareDirectory + "-copy";
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(test.ShareDirectory, "*.txt")) File.Copy(file, Path.Join(copy, Path.GetFileName(file)));
        Directory.Move(test.ShareDirectory, test.ShareDirectory + "-broken");
        Directory.Move(copy, test.ShareDirectory);
    }
}
