using System.Runtime.InteropServices;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Tests.Backend;
using OfflineFiles.Sdk.Embedded.Tests.Io;

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

    /// <summary>The system says once that a sync failed, and forgets what it was about.</summary>
    [Test]
    [Platform("Linux")]
    public async Task Bytes_that_failed_to_reach_the_disk_are_never_taken_for_written_later()
    {
        using var directory = new TemporaryDirectory();
        using var writer = new ContentStore(directory.Path).Create();
        await writer.Stream.WriteAsync("bytes"u8.ToArray());
        await writer.Stream.FlushAsync();
        var descriptor = (int)writer.Stream.SafeFileHandle.DangerousGetHandle();
        var kept = Duplicate(descriptor);
        using (var unsyncable = File.OpenHandle("/proc/self/status"))
        {
            // It stands for a disk that fails.
            Assert.That(Duplicate((int)unsyncable.DangerousGetHandle(), descriptor), Is.EqualTo(descriptor));
            await Assert.ThrowsAsync<DurableIoException>(() => writer.SealAsync(new string('A', 64), CancellationToken.None));
        }

        Assert.That(Duplicate(kept, descriptor), Is.EqualTo(descriptor));
        Assert.That(Close(kept), Is.Zero);

        await Assert.ThrowsAsync<IOException>(() => writer.SealAsync(CancellationToken.None));
    }

    [DllImport("libc", EntryPoint = "dup")]
    private static extern int Duplicate(int descriptor);

    [DllImport("libc", EntryPoint = "dup2")]
    private static extern int Duplicate(int descriptor, int place);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
