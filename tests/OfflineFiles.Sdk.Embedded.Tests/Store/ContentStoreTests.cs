using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

[TestFixture]
internal sealed class ContentStoreTests
{
    [Test]
    public async Task What_no_row_points_to_is_collected_at_the_next_open_and_foreign_files_stay()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        var content = new ContentStore(test.CacheDirectory);
        Blob orphan;
        using (var writer = content.Create())
        {
            await writer.Stream.WriteAsync("orphan"u8.ToArray());
            orphan = await writer.SealAsync(CancellationToken.None);
        }

        var staged = Path.Join(test.CacheDirectory, "content", "staging", Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(staged, "cut off");
        var foreign = Path.Join(test.CacheDirectory, "content", "staging", "readme.txt");
        await File.WriteAllTextAsync(foreign, "not ours");

        await test.RestartAsync();

        Assert.That(content.TryOpenRead(orphan.Id), Is.Null);
        Assert.That(File.Exists(staged), Is.False);
        Assert.That(File.Exists(foreign), Is.True);
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"));
    }

    [Test]
    public async Task A_new_version_drops_the_old_blob()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await test.OfflineAsync();
        for (var i = 0; i < 5; i++) await test.WriteAsync("a.txt", $"version {i}");

        // Closing waits for the collector, which works beside the writers.
        await test.Backend.DisposeAsync();

        Assert.That(Directory.EnumerateFiles(Path.Join(test.CacheDirectory, "content"), "*", SearchOption.AllDirectories).Count(), Is.EqualTo(1));
    }
}
