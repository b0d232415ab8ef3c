using System.Text;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>A cache is made only where that was asked for, and looking at one leaves no trace in it.</summary>
[TestFixture]
internal sealed class OpenModeTests
{
    private static readonly WqlSelectQuery All = new("Win32_OfflineFilesItem");

    [TestCase(CacheOpenMode.OpenExisting)]
    [TestCase(CacheOpenMode.ReadOnly)]
    public async Task A_mistyped_directory_is_refused_and_nothing_is_made(CacheOpenMode mode)
    {
        await using var test = await TestCache.OpenAsync();
        var empty = Directory.CreateDirectory(Path.Join(test.Root, "empty")).FullName;
        var lost = Directory.CreateDirectory(Path.Join(test.Root, "lost", "content", "ab")).FullName;
        await File.WriteAllTextAsync(Path.Join(lost, "ab" + new string('0', 30)), "unsent");
        var before = Traces(test.Root);

        foreach (var directory in new[] { "typo", "no/such", "empty", "lost" })
            await Assert.ThatAsync(
                () => EmbeddedBackend.OpenAsync(test.Options with { OpenMode = mode, CacheDirectory = Path.Join(test.Root, directory) }),
                Throws.InstanceOf<CacheOpenException>().With.Property("Failure").EqualTo(CacheOpenFailure.NotACache), directory);

        Assert.That(Traces(test.Root), Is.EqualTo(before));
        Assert.That(Directory.EnumerateFileSystemEntries(empty), Is.Empty);
    }

    [Test]
    public async Task An_existing_cache_is_opened_as_ever()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();

        await test.RestartAsync(test.Options with { OpenMode = CacheOpenMode.OpenExisting });

        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"));
    }

    [TestCase(true, TestName = "beside a running engine")]
    [TestCase(false, TestName = "with no engine")]
    public async Task Looking_at_a_cache_leaves_no_trace(bool isRunning)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\b.txt", "bb"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "changed");
        // The engine itself removes what was replaced, when it comes to it.
        Assert.That(() => Directory.GetFiles(Path.Join(test.CacheDirectory, "content"), "*", SearchOption.AllDirectories), Has.Length.EqualTo(2).After(30_000, 5));
        if (!isRunning) await test.Backend.DisposeAsync();
        var before = Traces(test.CacheDirectory);

        await using (var look = await EmbeddedBackend.OpenAsync(test.Options with { OpenMode = CacheOpenMode.ReadOnly }))
        {
            Assert.That(look.QueryItems(All).Select(item => item.Path.Name), Is.EquivalentTo(new[] { "srv", "docs", "a.txt", "sub", "b.txt" }));
            Assert.That(look.FindItem(TestCache.At("a.txt"))!.ChangeInfo!.Dirty, Is.True);
            Assert.That(await ReadAsync(look, "a.txt"), Is.EqualTo("changed"));
            Assert.That(await ReadAsync(look, @"sub\b.txt"), Is.EqualTo("bb"));
            var names = new List<string>();
            await foreach (var entry in look.Files.EnumerateAsync(TestCache.Share, CancellationToken.None)) names.Add(entry.Path.Name);
            Assert.That(names, Is.EquivalentTo(new[] { "a.txt", "sub" }));
            Assert.That((await look.GetStateAsync(CancellationToken.None)).Active, Is.False);
            Assert.That(new OfflineFilesCache(look).Items.Where(item => item.ItemName == "a.txt").Count(), Is.EqualTo(1));
        }

        Assert.That(Traces(test.CacheDirectory), Is.EqualTo(before));
    }

    [Test]
    public async Task What_an_engine_does_meanwhile_is_seen_and_a_blob_that_goes_is_read_as_its_successor()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await test.OfflineAsync();
        await using var look = await EmbeddedBackend.OpenAsync(test.Options with { OpenMode = CacheOpenMode.ReadOnly });

        for (var i = 0; i < 20; i++)
        {
            await test.WriteAsync("a.txt", $"version {i}");
            Assert.That(await ReadAsync(look, "a.txt"), Is.EqualTo($"version {i}"));
        }

        await test.WriteAsync("b.txt", "b");
        Assert.That(look.FindItem(TestCache.At("b.txt")), Is.Not.Null);
        await test.RestartAsync();
        Assert.That(await ReadAsync(look, "b.txt"), Is.EqualTo("b"), "also after the engine was closed and opened");
    }

    [Test]
    public async Task Everything_that_writes_is_refused()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await using var look = await EmbeddedBackend.OpenAsync(test.Options with { OpenMode = CacheOpenMode.ReadOnly });
        UncPath[] paths = [TestCache.At("a.txt")];
        Func<Task>[] calls =
        [
            () => look.PinAsync(paths, PinOptions.Default, null, CancellationToken.None),
            () => look.UnpinAsync(paths, UnpinOptions.Default, null, CancellationToken.None),
            () => look.SynchronizeAsync(paths, SyncOptions.Default, null, CancellationToken.None),
            () => look.DeleteItemsAsync(paths, DeleteOptions.Default, null, CancellationToken.None),
            () => look.TransitionOfflineAsync(paths[0], OfflineTransitionOptions.Default, CancellationToken.None),
            () => look.TransitionOnlineAsync(paths[0], TransitionFlags.None, CancellationToken.None),
            () => look.Files.OpenWriteAsync(paths[0], FileWriteMode.CreateOrReplace, CancellationToken.None),
            () => look.Files.DeleteAsync(paths[0], CancellationToken.None),
            () => look.Files.MoveAsync(paths[0], TestCache.At("b.txt"), CancellationToken.None),
            () => look.Files.CreateDirectoryAsync(TestCache.At("d"), CancellationToken.None),
        ];

        foreach (var call in calls)
            await Assert.ThatAsync(call, Throws.InstanceOf<OperationNotSupportedException>().With.Message.Contains("read only"));
        var completed = false;
        using var subscription = look.Changes.Subscribe(new Observer(() => completed = true));
        Assert.That(() => completed, Is.True.After(5000, 10));
    }

    private static async Task<string> ReadAsync(EmbeddedBackend backend, string path)
    {
        using var reader = new StreamReader(await backend.Files.OpenReadAsync(TestCache.At(path), CancellationToken.None), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>All that an opening could leave behind.</summary>
    private static string Traces(string directory) => string.Join('\n', Directory.EnumerateFileSystemEntries(directory, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(entry => $"{entry} {File.GetLastWriteTimeUtc(entry):O} {(File.Exists(entry) ? new FileInfo(entry).Length : 0)}"));

    private sealed class Observer(Action completed) : IObserver<CacheChange>
    {
        public void OnCompleted() => completed();

        public void OnError(Exception error)
        {
        }

        public void OnNext(CacheChange value)
        {
        }
    }
}
