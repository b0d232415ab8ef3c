using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Times of any year that the file system holds: read from the share, asked for, and written back.</summary>
[TestFixture]
internal sealed class TimeRangeTests
{
    [TestCase(1)]
    [TestCase(1600)]
    [TestCase(1677)]
    [TestCase(1905)]
    [TestCase(1969)]
    [TestCase(2262)]
    [TestCase(2263)]
    [TestCase(2440)]
    [TestCase(2500)]
    [TestCase(9999)]
    public async Task A_file_of_any_year_is_read_and_found_by_its_time(int year)
    {
        if (OperatingSystem.IsWindows()) Assume.That(year, Is.GreaterThan(1601), "Windows has no time before");
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        File.SetLastWriteTimeUtc(test.OnShare("a.txt"), new DateTime(year, 12, 3, 4, 5, 6, DateTimeKind.Utc).AddTicks(10));
        // A file system that does not hold the year holds the nearest it has.
        var held = new DateTimeOffset(File.GetLastWriteTimeUtc(test.OnShare("a.txt")), TimeSpan.Zero);

        await test.PinAsync();
        await test.RestartAsync();
        await using var cache = new OfflineFilesCache(test.Backend, ownsBackend: false);
        var files = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File);

        var info = (await test.ItemAsync("a.txt")).FileSysInfo!;
        Assert.That((info.LocalLastWriteTime, info.OriginalLastWriteTime), Is.EqualTo(((DateTimeOffset?)held, (DateTimeOffset?)held)));
        Assert.That(await files.CountAsync(i => i.FileSysInfo!.LocalLastWriteTime == held), Is.EqualTo(1));
        Assert.That(await files.CountAsync(i => i.FileSysInfo!.LocalLastWriteTime < held), Is.Zero);
        Assert.That(await files.CountAsync(i => i.FileSysInfo!.LocalLastWriteTime >= held && i.FileSysInfo.LocalLastWriteTime!.Value.Year == held.Year), Is.EqualTo(1));
    }

    [Test]
    public async Task A_change_that_is_made_offline_after_2262_is_written_back_with_its_time()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await test.OfflineAsync();
        test.Time.SetUtcNow(new DateTimeOffset(2300, 6, 1, 0, 0, 0, TimeSpan.Zero));
        await test.WriteAsync("a.txt", "changed");
        var written = (await test.ItemAsync("a.txt")).FileSysInfo!.LocalLastWriteTime;
        await test.OnlineAsync();
        await test.SyncAsync();

        Assert.That(written, Is.EqualTo(test.Time.GetUtcNow()));
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("changed"));
        Assert.That(File.GetLastWriteTimeUtc(test.OnShare("a.txt")), Is.EqualTo(written!.Value.UtcDateTime));
        Assert.That((await test.ItemAsync("a.txt")).FileSysInfo!.OriginalLastWriteTime, Is.EqualTo(written));
    }

    [Test]
    public async Task A_version_is_told_from_another_by_its_time_after_2262_too()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        File.SetLastWriteTimeUtc(test.OnShare("a.txt"), new DateTime(2300, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await test.PinAsync();
        File.SetLastWriteTimeUtc(test.OnShare("a.txt"), new DateTime(2301, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await test.SyncAsync();

        Assert.That((await test.ItemAsync("a.txt")).FileSysInfo!.LocalLastWriteTime!.Value.Year, Is.EqualTo(2301), "two times after 2262 are two times");
    }
}
