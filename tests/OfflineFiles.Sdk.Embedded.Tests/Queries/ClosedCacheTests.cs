using OfflineFiles.Sdk.Embedded.Tests.Backend;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Queries;

/// <summary>A stream that runs when the cache or its backend is closed ends with an error, however much of it has been read before.</summary>
[TestFixture]
internal sealed class ClosedCacheTests
{
    private static readonly WqlSelectQuery All = new("Win32_OfflineFilesItem");

    [Test]
    public async Task The_streams_of_a_cache_name_the_cache()
    {
        await using var test = await OpenAsync();
        var cache = new OfflineFilesCache(test.Backend);
        var rows = cache.Items.AsAsyncEnumerable().GetAsyncEnumerator();
        var raw = cache.Query(All).GetAsyncEnumerator();
        var here = cache.Items.GetEnumerator();
        Assert.That(await rows.MoveNextAsync() && await raw.MoveNextAsync() && here.MoveNext());

        await cache.DisposeAsync();

        foreach (var next in new Func<Task>[] { async () => await rows.MoveNextAsync(), async () => await raw.MoveNextAsync(), () => Task.FromResult(here.MoveNext()) })
            await Assert.ThatAsync(next, Throws.TypeOf<ObjectDisposedException>().With.Property(nameof(ObjectDisposedException.ObjectName)).EqualTo(nameof(OfflineFilesCache)));
        await rows.DisposeAsync();
        await raw.DisposeAsync();
        here.Dispose();
    }

    [TestCase(null)]
    [TestCase(1)]
    public async Task The_streams_of_the_backend_name_the_backend(int? pageSize)
    {
        await using var test = await OpenAsync();
        var rows = (pageSize is { } size ? test.Backend.QueryItemsAsync(All, size, CancellationToken.None) : test.Backend.QueryItemsAsync(All, CancellationToken.None)).GetAsyncEnumerator();
        var here = test.Backend.QueryItems(All).GetEnumerator();
        Assert.That(await rows.MoveNextAsync() && here.MoveNext());

        await test.Backend.DisposeAsync();

        await Assert.ThatAsync(async () => await rows.MoveNextAsync(), Throws.TypeOf<ObjectDisposedException>().With.Message.Contains(nameof(EmbeddedBackend)));
        Assert.That(here.MoveNext, Throws.TypeOf<ObjectDisposedException>().With.Message.Contains(nameof(EmbeddedBackend)));
        await rows.DisposeAsync();
        here.Dispose();
    }

    [Test]
    public async Task A_stream_that_is_made_and_not_begun_says_so_when_it_begins()
    {
        await using var test = await OpenAsync();
        var rows = test.Backend.QueryItemsAsync(All, CancellationToken.None).GetAsyncEnumerator();

        await test.Backend.DisposeAsync();

        await Assert.ThatAsync(async () => await rows.MoveNextAsync(), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Readers_on_other_threads_end_while_the_cache_is_closed()
    {
        await using var test = await OpenAsync();
        var cache = new OfflineFilesCache(test.Backend);
        var begun = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        var readers = begun.Select((signal, i) => Task.Run(() => ReadForEverAsync(cache, signal, isAsync: i % 2 == 0))).ToArray();
        foreach (var signal in begun) await signal.Task;

        await cache.DisposeAsync();

        foreach (var reader in readers) await Assert.ThatAsync(() => reader, Throws.TypeOf<ObjectDisposedException>());
    }

    private static async Task ReadForEverAsync(OfflineFilesCache cache, TaskCompletionSource begun, bool isAsync)
    {
        while (true)
        {
            if (isAsync) await cache.Items.ToListAsync();
            else _ = cache.Items.ToList();
            begun.TrySetResult();
        }
    }

    private static async Task<TestCache> OpenAsync()
    {
        var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "bb"), (@"sub\c.txt", "c"));
        await test.PinAsync();
        return test;
    }
}
