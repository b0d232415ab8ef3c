namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>LocalLastAccessTime follows what is read through the cache. That is no change of an item.</summary>
[TestFixture]
internal sealed class FilesAccessTimesTests
{
    [Test]
    public async Task It_is_the_time_of_the_last_read([Values] bool isOffline, [Values] bool isRestarted)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));
        await test.PinAsync();
        if (isOffline) await test.OfflineAsync();
        var other = (await test.ItemAsync("b.txt")).FileSysInfo;
        test.Time.SetUtcNow(new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));

        await test.ReadAsync("a.txt");
        var read = test.Time.GetUtcNow();
        if (isRestarted) await test.RestartAsync();

        Assert.That((await test.ItemAsync("a.txt")).FileSysInfo!.LocalLastAccessTime, Is.EqualTo(read));
        Assert.That((await test.ItemAsync("a.txt")).ChangeInfo!.Dirty, Is.False);
        Assert.That((await test.ItemAsync("b.txt")).FileSysInfo, Is.EqualTo(other));
        test.Time.Advance(TimeSpan.FromHours(1));
        await test.ReadAsync("a.txt");
        var found = await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = 'a.txt'");
        Assert.That(found.Single().FileSysInfo!.LocalLastAccessTime, Is.EqualTo(test.Time.GetUtcNow()));
    }
}
