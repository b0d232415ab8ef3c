using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>
/// Who ended a query can be told from its exception:
/// <code>
/// the backend, by itself     its own exception, untouched, whatever limits there are
/// the caller's token         OperationCanceledException with that token
/// the end of the cache       ObjectDisposedException that names the cache
/// the deadline               OfflineFilesTimeoutException
/// </code>
/// Of several, the first of the last three is told.
/// </summary>
[TestFixture]
public sealed class CancellationTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly (string Name, Func<OfflineFilesCache, CancellationToken, Task> Run)[] Forms =
    [
        ("rows", (cache, token) => cache.Items.ToListAsync(token)),
        ("a value", (cache, token) => cache.Items.CountAsync(token)),
        ("operators in the caller", (cache, token) => cache.Items.OrderBy(i => i.ItemName).ToListAsync(token)),
        ("await foreach", async (cache, token) => { await foreach (var _ in cache.Items.AsAsyncEnumerable().WithCancellation(token)) { } }),
        ("a raw query", (cache, token) => cache.Query($"SELECT * FROM Win32_OfflineFilesItem").ToListAsync(token)),
        ("without async", (cache, _) => Task.FromResult(cache.Items.ToList())),
    ];

    private static IEnumerable<TestCaseData> OwnCases() =>
        from form in Forms
        from step in new[] { BackendStep.Query, BackendStep.Open, BackendStep.FirstRow, BackendStep.SecondRow, BackendStep.Close }
        from own in new Exception[] { new OperationCanceledException("of its own"), new TaskCanceledException("of its own"), new OperationCanceledException("with a token", new CancellationToken(true)), new TimeoutException("of its own"), new ObjectDisposedException("of its own") }
        from hasLimits in new[] { false, true }
        select new TestCaseData(form.Run, step, own, hasLimits).SetArgDisplayNames(form.Name, $"{step}", own.GetType().Name + (own.Message == "with a token" ? " with a token" : ""), hasLimits ? "with limits" : "without");

    [TestCaseSource(nameof(OwnCases))]
    public async Task What_a_backend_throws_by_itself_stays_what_it_is(Func<OfflineFilesCache, CancellationToken, Task> run, BackendStep step, Exception own, bool hasLimits)
    {
        using var source = new CancellationTokenSource();
        await using var cache = new OfflineFilesCache(
            new UnrulyBackend(step) { Waits = false, Error = own }, new QueryOptions { Timeout = hasLimits ? TimeSpan.FromDays(1) : Timeout.InfiniteTimeSpan });

        var thrown = await Caught.ByAsync(() => run(cache, hasLimits ? source.Token : default));

        Assert.That(thrown, Is.SameAs(own));
    }

    [Test]
    public async Task Of_several_ends_the_token_is_told_first_then_the_end_of_the_cache()
    {
        foreach (var (token, end, deadline) in new[] { (true, true, true), (true, true, false), (true, false, true), (false, true, true) })
        {
            var time = new FakeTimeProvider();
            using var source = new CancellationTokenSource();
            await using var cache = new OfflineFilesCache(new ProbeBackend(SampleItems.All), new QueryOptions { Timeout = Limit, TimeProvider = time });
            await using var rows = cache.Items.AsAsyncEnumerable().GetAsyncEnumerator(source.Token);
            Assert.That(await rows.MoveNextAsync());

            if (deadline) time.Advance(Limit);
            if (end) await cache.DisposeAsync();
            if (token) await source.CancelAsync();

            var thrown = await Caught.ByAsync(async () => await rows.MoveNextAsync());
            Assert.That(thrown, token
                ? Is.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token)
                : Is.TypeOf<ObjectDisposedException>());
        }
    }

    [Test]
    public async Task Results_that_wait_in_memory_are_not_handed_out_after_the_end()
    {
        using var source = new CancellationTokenSource();
        await using var cache = new OfflineFilesCache(new ProbeBackend(SampleItems.All));
        await using var cancelled = cache.Items.OrderBy(i => i.ItemName).AsAsyncEnumerable().GetAsyncEnumerator(source.Token);
        await using var closed = cache.Items.OrderBy(i => i.ItemName).AsAsyncEnumerable().GetAsyncEnumerator();
        using var closedToo = cache.Items.OrderBy(i => i.ItemName).GetEnumerator();
        Assert.That(await cancelled.MoveNextAsync() && await closed.MoveNextAsync() && closedToo.MoveNext());

        await source.CancelAsync();
        await cache.DisposeAsync();

        Assert.That(await Caught.ByAsync(async () => await cancelled.MoveNextAsync()), Is.InstanceOf<OperationCanceledException>());
        Assert.That(await Caught.ByAsync(async () => await closed.MoveNextAsync()), Is.TypeOf<ObjectDisposedException>());
        Assert.That(closedToo.MoveNext, Throws.TypeOf<ObjectDisposedException>());
    }

    private static IEnumerable<TestCaseData> Streams()
    {
        static TestCaseData Case(string name, Func<OfflineFilesCache, IAsyncEnumerator<object>> open) => new TestCaseData(open).SetArgDisplayNames(name);
        yield return Case("rows", cache => cache.Items.AsAsyncEnumerable().GetAsyncEnumerator());
        yield return Case("rows, buffered", cache => cache.Items.WithOptions(new QueryOptions { Buffering = QueryBuffering.Buffered }).AsAsyncEnumerable().GetAsyncEnumerator());
        yield return Case("a projection", cache => cache.Items.Select(i => i.ItemName).AsAsyncEnumerable().GetAsyncEnumerator());
        yield return Case("groups", cache => cache.Items.GroupBy(i => i.ItemType).AsAsyncEnumerable().GetAsyncEnumerator());
        yield return Case("a raw query", cache => cache.Query($"SELECT * FROM Win32_OfflineFilesItem").GetAsyncEnumerator());
        yield return Case("a raw query as items", cache => cache.Query($"SELECT * FROM Win32_OfflineFilesItem").As<OfflineFilesItem>().GetAsyncEnumerator());
        yield return Case("definitions", cache => cache.Query(new WqlSchemaQuery()).GetAsyncEnumerator());
        yield return Case("without async", cache => new Wrapped(cache.Items.GetEnumerator()));
        yield return Case("a projection without async", cache => new Wrapped(cache.Items.Select(i => i.ItemName).GetEnumerator()));
    }

    [TestCaseSource(nameof(Streams))]
    public async Task A_stream_that_runs_ends_when_the_cache_is_closed(Func<OfflineFilesCache, IAsyncEnumerator<object>> open)
    {
        var backend = new ProbeBackend(SampleItems.All);
        var cache = new OfflineFilesCache(backend);
        var rows = open(cache);
        Assert.That(await rows.MoveNextAsync());

        await cache.DisposeAsync();

        var thrown = await Caught.ByAsync(async () => await rows.MoveNextAsync());
        Assert.That(thrown, Is.TypeOf<ObjectDisposedException>().With.Property(nameof(ObjectDisposedException.ObjectName)).EqualTo(nameof(OfflineFilesCache)));
        Assert.That(backend.Disposals, Is.All.EqualTo(1), "its stream is closed with the error");
        await rows.DisposeAsync();
    }

    private sealed class Wrapped(IEnumerator<object> rows) : IAsyncEnumerator<object>
    {
        public object Current => rows.Current;

        public ValueTask<bool> MoveNextAsync() => new(rows.MoveNext());

        public ValueTask DisposeAsync()
        {
            rows.Dispose();
            return default;
        }
    }
}
