using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Tests.Backend;
using OfflineFiles.Sdk.Embedded.Tests.Crash;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

/// <summary>Whatever a disk answers, and when: the last version that was saved can be read, or the one before if the last was told to have failed.</summary>
[TestFixture]
internal sealed class BlobLossTests
{
    private string _root = "";

    private string Cache => Path.Join(_root, "cache");

    private string Log => Path.Join(Cache, "cache.db-wal");

    [SetUp]
    public async Task SetUp()
    {
        FaultWorker.Require();
        _root = Directory.CreateTempSubdirectory("offlinefiles-loss-").FullName;
        Directory.CreateDirectory(Path.Join(_root, "share"));
        await File.WriteAllTextAsync(Path.Join(_root, "share", "a.txt"), "shared");
        await File.WriteAllTextAsync(Path.Join(_root, "share", "anchor.txt"), "anchor");
        await using var backend = await OpenAsync();
        await backend.PinAsync([TestCache.Share], PinOptions.Default, null, CancellationToken.None);
    }

    [TearDown]
    public void TearDown()
    {
        if (_root.Length > 0) Directory.Delete(_root, recursive: true);
    }

    [Test]
    public async Task An_old_blob_that_cannot_be_unlinked_costs_nothing()
    {
        await OfflineAsync();
        await WriteAsync("EDIT1");
        var blob = ContentStore.BlobsIn(Cache).Select(id => Path.Join(Cache, "content", id[..2], id)).First(file => File.ReadAllText(file) == "EDIT1");

        var told = await FaultWorker.RunUnderAsync("unlink,unlinkat:error=EIO:when=1", blob, _root, "a.txt", "EDIT2");

        Assert.That(told, Is.EqualTo(new[] { "saved", "read EDIT2" }));
        Assert.That(await ReadAgainAsync(), Is.EqualTo("EDIT2"));
        Assert.That(File.Exists(blob), Is.False, "what could not be removed goes at the next opening");
    }

    [TestCase("fsync,fdatasync:error=EIO:when=1+")]
    [TestCase("pwrite64:error=EIO:when=1+")]
    [TestCase("pwrite64:error=EIO:when=2+")]
    [TestCase("pwrite64:error=EIO:when=3+")]
    public async Task After_an_error_of_the_log_and_a_crash_one_version_is_left_and_nothing_more_was_written_meanwhile(string fault)
    {
        await OfflineAsync();
        await WriteAsync("EDIT1");

        var told = await FaultWorker.RunUnderAsync(fault, Log, _root, "a.txt", "EDIT2", "EDIT3");

        if (told[0] != "saved")
        {
            Assert.That(told[0], Does.StartWith("OfflineFilesBackendException: The cache database was to be written, but its disk failed"));
            Assert.That(told[1], Does.StartWith("OfflineFilesBackendException: The cache database was to be written, but its disk failed").And.Contains("open it"));
            Assert.That(told[2], Is.EqualTo("read EDIT1"), "reading goes on");
        }

        Assert.That(await ReadAgainAsync(), Is.AnyOf("EDIT1", "EDIT2", "EDIT3"));
    }

    [Test]
    public async Task A_full_disk_refuses_the_write_and_takes_the_next_when_there_is_room()
    {
        await OfflineAsync();
        await WriteAsync("EDIT1");

        // The calls of a thread are counted apart, and the pool has several.
        var told = await FaultWorker.RunUnderAsync("pwrite64:error=ENOSPC:when=1", Log, _root, "a.txt", [.. Enumerable.Range(2, 12).Select(i => $"EDIT{i}")]);

        Assert.That(told[0], Does.StartWith("OfflineFilesBackendException: The cache database was to be written, but its disk is full. Nothing was saved."));
        Assert.That(told, Has.Some.EqualTo("saved"));
        Assert.That(await ReadAgainAsync(), Is.EqualTo(told[^1]["read ".Length..]));
    }

    [Test]
    public async Task An_online_write_leaves_a_whole_version_on_both_sides(
        [Values("fsync,fdatasync:error=EIO:when=1+", "fsync,fdatasync:error=EIO:when=2+", "fsync,fdatasync:error=EIO:when=3+", "pwrite64:error=EIO:when=5+")] string fault)
    {
        var told = await FaultWorker.RunUnderAsync(fault, Log, _root, "a.txt", "EDIT1", "EDIT2");

        var shared = await File.ReadAllTextAsync(Path.Join(_root, "share", "a.txt"));
        Assert.That(shared, Is.AnyOf("shared", "EDIT1", "EDIT2"), string.Join('\n', told));
        Assert.That(await ReadAgainAsync(), Is.EqualTo(shared));
        await OfflineAsync();
        Assert.That(await ReadAgainAsync(), Is.AnyOf("shared", "EDIT1", "EDIT2"));
        Assert.That(
            Directory.EnumerateFiles(Path.Join(_root, "share"), ".~of*").Select(file => Path.GetFileName(file)).Except([".~ofroot"]), Is.Empty, "but for the mark of the root");
    }

    [Test]
    public async Task What_a_sync_of_the_whole_disk_failed_for_is_not_in_the_cache()
    {
        foreach (var name in new[] { "n1", "n2" }) await File.WriteAllTextAsync(Path.Join(_root, "share", name), "new");

        var told = await FaultWorker.TakeUnderAsync("syncfs:error=EIO:when=1+", _root, "pin");

        Assert.That(told, Has.Length.EqualTo(1));
        Assert.That(ContentStore.BlobsIn(Cache).Count(), Is.EqualTo(2), "what was there before");
        await using var backend = await OpenAsync();
        await backend.PinAsync([TestCache.Share], PinOptions.Default, null, CancellationToken.None);
        Assert.That(ContentStore.BlobsIn(Cache).Count(), Is.EqualTo(4));
    }

    [Test]
    public async Task What_was_offered_is_removed_before_the_cache_is_closed()
    {
        await OfflineAsync();
        await using (var backend = await OpenAsync())
            for (var i = 0; i < 50; i++) await WriteAsync(backend, $"EDIT{i}");

        Assert.That(ContentStore.BlobsIn(Cache).Count(), Is.EqualTo(2));
    }

    private Task<EmbeddedBackend> OpenAsync() => EmbeddedBackend.OpenAsync(CrashWorker.OptionsOf(_root));

    private async Task OfflineAsync()
    {
        await using var backend = await OpenAsync();
        await backend.TransitionOfflineAsync(TestCache.Share, OfflineTransitionOptions.Default, CancellationToken.None);
    }

    private async Task WriteAsync(string content)
    {
        await using var backend = await OpenAsync();
        await WriteAsync(backend, content);
    }

    private static async Task WriteAsync(EmbeddedBackend backend, string content)
    {
        await using var writer = await backend.Files.OpenWriteAsync(TestCache.At("a.txt"), FileWriteMode.CreateOrReplace, CancellationToken.None);
        await writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(content));
        await writer.CommitAsync();
    }

    private async Task<string> ReadAgainAsync()
    {
        await using var backend = await OpenAsync();
        using var reader = new StreamReader(await backend.Files.OpenReadAsync(TestCache.At("a.txt"), CancellationToken.None));
        return await reader.ReadToEndAsync();
    }
}
