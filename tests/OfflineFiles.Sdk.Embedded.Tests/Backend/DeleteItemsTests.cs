namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

[TestFixture]
internal sealed class DeleteItemsTests
{
    [Test]
    public async Task Deleting_a_share_empties_the_cache_and_leaves_the_share()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\b.txt", "b"));
        await test.PinAsync();

        var report = await DeleteAsync(test, DeleteFlags.None);

        Assert.That(report.Succeeded, Is.True);
        Assert.That(await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem"), Is.Empty);
        // Closing waits for the collector, which works beside the operation.
        await test.Backend.DisposeAsync();
        Assert.That(Blobs(test), Is.Zero);
        await test.StartAsync();
        Assert.That(test.ReadShare(@"sub\b.txt"), Is.EqualTo("b"));
        Assert.That((await test.PinAsync()).Succeeded, Is.True);
    }

    [Test]
    public async Task What_is_dirty_stays_with_all_above_it_unless_it_is_asked_for()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\b.txt", "b"), (@"sub\c.txt", "c"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync(@"sub\b.txt", "changed");

        var report = await DeleteAsync(test, DeleteFlags.None);

        Assert.That(report.With(OutcomeStatus.Skipped).Select(outcome => outcome.Path.Name), Is.EqualTo(new[] { "b.txt", "sub", "docs" }));
        Assert.That(await test.ReadAsync(@"sub\b.txt"), Is.EqualTo("changed"));
        Assert.That(await test.HasAsync(@"sub\c.txt"), Is.False);
        Assert.That((await DeleteAsync(test, DeleteFlags.DeleteModified)).Succeeded, Is.True);
        Assert.That(await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem"), Is.Empty);
    }

    [TestCase(DeleteFlags.NoPinned, "pinned.txt")]
    [TestCase(DeleteFlags.NoAutoCached, "auto.txt")]
    public async Task A_flag_spares(DeleteFlags flags, string spared)
    {
        await using var test = await TestCache.OpenAsync(("pinned.txt", "p"), ("auto.txt", "a"));
        await test.PinAsync("pinned.txt");
        await test.PinAsync("auto.txt");
        await test.Backend.UnpinAsync([TestCache.At("auto.txt")], UnpinOptions.Default, null, CancellationToken.None);

        await DeleteAsync(test, flags);

        var left = await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0");
        Assert.That(left.Select(item => item.ItemName), Is.EqualTo(new[] { spared }));
    }

    [Test]
    public async Task What_was_deleted_from_the_cache_is_not_deleted_on_the_share_by_a_synchronisation()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));
        await test.PinAsync();
        await test.Backend.DeleteItemsAsync([TestCache.At("a.txt")], DeleteOptions.Default, null, CancellationToken.None);

        await test.SyncAsync();

        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("a"));
    }

    private static Task<OperationReport> DeleteAsync(TestCache test, DeleteFlags flags) =>
        test.Backend.DeleteItemsAsync([TestCache.Share], new DeleteOptions { Flags = flags }, null, CancellationToken.None);

    private static int Blobs(TestCache test) =>
        Directory.EnumerateFiles(Path.Join(test.CacheDirectory, "content"), "*", SearchOption.AllDirectories).Count();
}
