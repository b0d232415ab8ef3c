namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Cached bytes that are gone, or cut short, are fetched again as soon as the share can be asked, and never passed off as the file.</summary>
[TestFixture]
internal sealed class MissingContentFilesTests
{
    [Test]
    public async Task Read_online_it_is_whole_again([Values] bool isCut)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "content"));
        await test.PinAsync();
        Damage(test, isCut);

        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("content"));
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("content"));
    }

    [Test]
    public async Task Read_offline_it_says_so_and_the_next_synchronisation_fetches_it([Values] bool isCut)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "content"));
        await test.PinAsync();
        await test.OfflineAsync();
        Damage(test, isCut);

        Assert.That(() => test.ReadAsync("a.txt"), Throws.TypeOf<OfflineFilesBackendException>().With.Message.Contains("synchronise to fetch it again"));
        Assert.That((await test.ItemAsync("a.txt")).Sparse, Is.True);
        await test.OnlineAsync();
        await test.SyncAsync();
        await test.OfflineAsync();

        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("content"));
    }

    [Test]
    public async Task What_only_the_cache_had_is_said_to_be_lost_and_stays_known([Values] bool isOnline)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "content"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "mine");
        Damage(test, isCut: false);
        if (isOnline) await test.OnlineAsync();

        Assert.That(() => test.ReadAsync("a.txt"), Throws.TypeOf<OfflineFilesBackendException>().With.Message.Contains("which the share does not have"));
        Assert.That((await test.ItemAsync("a.txt")).ChangeInfo!.ModifiedData, Is.True);
        await test.WriteAsync("a.txt", "again");
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("again"));
    }

    private static void Damage(TestCache test, bool isCut)
    {
        foreach (var shard in Directory.EnumerateDirectories(Path.Join(test.CacheDirectory, "content")).Where(shard => Path.GetFileName(shard).Length == 2))
            foreach (var blob in Directory.EnumerateFiles(shard))
                if (isCut) File.WriteAllText(blob, "c");
                else File.Delete(blob);
    }
}
