using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

/// <summary>
/// A large database is checked beside the work, whether it was closed or not:
/// <code>
/// until the check has ended    everything can be read and written, and nothing is deleted
/// it passes                    what waited is deleted
/// it finds damage              that is logged, reading goes on, nothing is written or deleted; the next opening refuses the database
/// </code>
/// The tests call every database large.
/// </summary>
[TestFixture]
internal sealed class OpeningCheckTests
{
    private static readonly string Garbage = new('0', 32);

    [Test]
    public async Task Until_the_check_has_passed_nothing_is_deleted([Values] bool wasKilled)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.Backend.DisposeAsync();
        if (wasKilled) LeaveLog(test);
        var garbage = Path.Join(Directory.CreateDirectory(Path.Join(test.CacheDirectory, "content", Garbage[..2])).FullName, Garbage);
        await File.WriteAllTextAsync(garbage, "what a crash left");
        using var mayCheck = new ManualResetEventSlim();

        // A test that fails must end all the same.
        await using var backend = await OpenAsync(test, () => mayCheck.Wait(TimeSpan.FromMinutes(1)));
        await WriteAsync(backend, "a.txt", "changed");
        var deleting = backend.DeleteItemsAsync([TestCache.At("b.txt")], DeleteOptions.Default, null, CancellationToken.None);

        Assert.That(await ReadAsync(backend, "a.txt"), Is.EqualTo("changed"));
        Assert.That(await backend.FindItemAsync(TestCache.At("b.txt"), CancellationToken.None), Is.Not.Null);
        Assert.That(Contents(test), Is.EquivalentTo(new[] { "a", "b", "changed", "what a crash left" }));
        Assert.That(deleting.IsCompleted, Is.False);

        mayCheck.Set();
        Assert.That((await deleting).Succeeded, Is.True);
        await backend.DisposeAsync();
        // Closing ends a sweep early; a small cache is swept while it is opened.
        await test.RestartAsync();
        Assert.That(Contents(test), Is.EqualTo(new[] { "changed" }));
    }

    [Test]
    public async Task Damage_that_the_check_finds_is_never_acted_upon_and_refused_at_the_next_opening([Values] bool wasKilled)
    {
        await using var test = await TestCache.OpenAsync([.. Enumerable.Range(0, 300).Select(i => ($"file number {i:000}.txt", "x"))]);
        await test.PinAsync();
        await test.Backend.DisposeAsync();
        var bytes = Damage(test);
        if (wasKilled) LeaveLog(test);
        var contents = Contents(test).Length;

        using (var store = CacheStore.Open(test.CacheDirectory, seams: new StoreSeams { AtOnce = 0 }))
        {
            await store.WhenCheckedAsync(CancellationToken.None);
            Assert.That((store.MayDelete, store.MayCollect), Is.EqualTo((false, false)));
            Assert.That(store.Fault, Does.Contain("it is damaged"));
            Assert.That(await store.FindAsync(TestCache.Share, CancellationToken.None), Is.Not.Null, "reading goes on");
        }

        await Assert.ThatAsync(
            () => OpenAsync(test), Throws.InstanceOf<CacheOpenException>().With.Property("Failure").EqualTo(CacheOpenFailure.Corrupt).And.Message.Contains("SetsDamagedDatabaseAside"));
        Assert.That(await File.ReadAllBytesAsync(Path.Join(test.CacheDirectory, "cache.db")), Is.EqualTo(bytes));
        Assert.That(Contents(test), Has.Length.EqualTo(contents));

        await using var backend = await OpenAsync(test, options: test.Options with { SetsDamagedDatabaseAside = true });
        Assert.That(backend.Rescued!.Count, Is.EqualTo(contents));
    }

    [Test]
    public async Task A_database_that_was_mended_is_opened_as_before()
    {
        await using var test = await TestCache.OpenAsync([.. Enumerable.Range(0, 300).Select(i => ($"file number {i:000}.txt", "x"))]);
        await test.PinAsync();
        await test.Backend.DisposeAsync();
        var file = Path.Join(test.CacheDirectory, "cache.db");
        var whole = await File.ReadAllBytesAsync(file);
        Damage(test);
        using (var store = CacheStore.Open(test.CacheDirectory, seams: new StoreSeams { AtOnce = 0 })) await store.WhenCheckedAsync(CancellationToken.None);
        await File.WriteAllBytesAsync(file, whole);

        var checkedBehind = 0;
        foreach (var expected in new[] { 0, 1 })
        {
            await using var backend = await OpenAsync(test, () => checkedBehind++);
            (await backend.DeleteItemsAsync([TestCache.At($"file number {expected:000}.txt")], DeleteOptions.Default, null, CancellationToken.None)).ThrowIfFailed();
            Assert.That(checkedBehind, Is.EqualTo(expected), "what passed once is not suspected again");
        }
    }

    [Test]
    public async Task A_check_that_was_cut_off_has_not_passed()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await test.Backend.DisposeAsync();
        using var mayCheck = new ManualResetEventSlim();
        using var store = CacheStore.Open(test.CacheDirectory, seams: new StoreSeams { AtOnce = 0, BeforeCheck = mayCheck.Wait });

        store.StopCheck();
        mayCheck.Set();

        await store.WhenCheckedAsync(CancellationToken.None);
        Assert.That((store.MayDelete, store.Fault), Is.EqualTo((false, (string?)null)));
    }

    private static Task<EmbeddedBackend> OpenAsync(TestCache test, Action? beforeCheck = null, EmbeddedBackendOptions? options = null) => EmbeddedBackend.OpenAsync(
        options ?? test.Options, new EngineSeams { Store = new StoreSeams { AtOnce = 0, BeforeCheck = beforeCheck } }, CancellationToken.None);

    /// <summary>As a kill leaves it: a log that was not taken into the file.</summary>
    private static void LeaveLog(TestCache test) => File.WriteAllBytes(Path.Join(test.CacheDirectory, "cache.db-wal"), new byte[100]);

    /// <summary>Spoils one page that opening does not read.</summary>
    private static byte[] Damage(TestCache test)
    {
        var file = Path.Join(test.CacheDirectory, "cache.db");
        int page, size;
        using (var connection = DatabaseFile.OpenReader(test.CacheDirectory))
        {
            page = (int)Sql.Integer(connection.Connection, "SELECT rootpage FROM sqlite_master WHERE name = 'items_by_name'");
            size = (int)Sql.Integer(connection.Connection, "PRAGMA page_size");
        }

        var bytes = File.ReadAllBytes(file);
        Array.Fill<byte>(bytes, 0xA5, size * (page - 1), size);
        File.WriteAllBytes(file, bytes);
        return bytes;
    }

    private static string[] Contents(TestCache test) =>
        [.. ContentStore.BlobsIn(test.CacheDirectory).Select(id => File.ReadAllText(Path.Join(test.CacheDirectory, "content", id[..2], id)))];

    private static async Task WriteAsync(EmbeddedBackend backend, string name, string content)
    {
        await using var writer = await backend.Files.OpenWriteAsync(TestCache.At(name), FileWriteMode.CreateOrReplace, CancellationToken.None);
        await writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(content));
        await writer.CommitAsync();
    }

    private static async Task<string> ReadAsync(EmbeddedBackend backend, string name)
    {
        using var reader = new StreamReader(await backend.Files.OpenReadAsync(TestCache.At(name), CancellationToken.None));
        return await reader.ReadToEndAsync();
    }
}
