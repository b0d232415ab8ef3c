using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>One deadline for the whole of a query, and the word on where it passed.</summary>
[TestFixture]
public sealed class QueryDeadlineTests
{
    private const string All = "SELECT * FROM Win32_OfflineFilesItem";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(11);

    private FakeTimeProvider _time = new();

    [SetUp]
    public void SetUp() => _time = new FakeTimeProvider();

    private static IEnumerable<TestCaseData> Passing()
    {
        static TestCaseData Case(QueryPhase phase, TimeSpan connect, TimeSpan[] rows, int read, string message) =>
            new TestCaseData(phase, connect, rows, read, message).SetArgDisplayNames(message);
        yield return Case(QueryPhase.Connect, Slow, [Quick], 0,
            $"Slow (far away) was asked: {All}. Its time of 00:00:10 ended before the backend had taken the query up. "
            + "See whether the backend can be reached, or give it more time with QueryOptions.Timeout.");
        yield return Case(QueryPhase.FirstRow, Quick, [Slow], 0,
            $"Slow (far away) was asked: {All}. Its time of 00:00:10 ended before the first row came. "
            + "See with Explain() how much of the cache it goes through and say where its items are, or give it more time with QueryOptions.Timeout.");
        yield return Case(QueryPhase.Drain, Quick, [Quick, Slow], 1,
            $"Slow (far away) was asked: {All}. Its time of 00:00:10 ended after 1 row, and there may be more. "
            + "Ask for fewer rows, be quicker with each or buffer them, or give it more time with QueryOptions.Timeout.");
        yield return Case(QueryPhase.Drain, Quick, [.. Enumerable.Repeat(TimeSpan.FromSeconds(2), 20)], 4,
            $"Slow (far away) was asked: {All}. Its time of 00:00:10 ended after 4 rows, and there may be more. "
            + "Ask for fewer rows, be quicker with each or buffer them, or give it more time with QueryOptions.Timeout.");
    }

    [TestCaseSource(nameof(Passing))]
    public async Task When_it_passes_the_error_names_the_phase(QueryPhase phase, TimeSpan connect, TimeSpan[] rows, int read, string message)
    {
        var backend = new SlowBackend(_time, connect, rows);
        await using var cache = Open(backend);

        var late = await Assert.ThrowsAsync<OfflineFilesTimeoutException>(() => backend.DriveAsync(cache.Items.ToListAsync()));

        Assert.That((late!.Phase, late.Timeout, late.Query, late.RowsRead), Is.EqualTo((phase, Limit, All, (long)read)));
        Assert.That(late.Message, Is.EqualTo(message));
        if (phase != QueryPhase.Connect) await backend.Closed;
    }

    private static IEnumerable<TestCaseData> Forms()
    {
        static TestCaseData Case(string name, Func<OfflineFilesCache, Task<int>> query) => new TestCaseData(query).SetArgDisplayNames(name);
        yield return Case("a look-up", cache => cache.Items.Where(i => i.ItemPath == @"\\srv\share\a.txt").CountAsync());
        yield return Case("a single value", cache => cache.Items.CountAsync());
        yield return Case("a raw query", async cache => (await cache.Query($"SELECT * FROM Win32_OfflineFilesItem").ToListAsync()).Count);
        yield return Case("a projection", async cache => (await cache.Items.Select(i => i.ItemName).ToArrayAsync()).Length);
    }

    [TestCaseSource(nameof(Forms))]
    public async Task Every_form_of_query_has_it(Func<OfflineFilesCache, Task<int>> query)
    {
        var backend = new SlowBackend(_time, Quick, Slow);
        await using var cache = Open(backend);

        await Assert.ThatAsync(() => backend.DriveAsync(query(cache)), Late(QueryPhase.FirstRow));
    }

    [Test]
    public async Task Without_async_it_is_looked_at_before_and_after_each_row()
    {
        var backend = new SlowBackend(_time, Quick, Quick, Quick, Slow);
        await using var cache = Open(backend);

        var late = Assert.Throws<OfflineFilesTimeoutException>(() => cache.Items.ToList());

        Assert.That((late!.Phase, late.RowsRead), Is.EqualTo((QueryPhase.Drain, 2L)));
        Assert.That(backend.Closed.IsCompleted);
        await using var other = Open(new SlowBackend(_time, Quick, Quick, Quick));
        Assert.That(() => other.Items.AsEnumerable().Select(_ => { _time.Advance(Slow); return 0; }).ToList(), Late(QueryPhase.Drain), "the caller took it");
    }

    [Test]
    public async Task The_time_of_the_caller_counts_unless_the_rows_are_buffered()
    {
        var backend = new SlowBackend(_time, Quick, Quick, Quick);
        await using var cache = Open(backend);
        await Assert.ThatAsync(() => backend.DriveAsync(Dawdle(cache.Items)), Late(QueryPhase.Drain));

        backend = new SlowBackend(_time, Quick, Quick, Quick);
        await using var buffered = Open(backend, QueryBuffering.Buffered);
        Assert.That(await backend.DriveAsync(Dawdle(buffered.Items)), Is.EqualTo(2));
    }

    [Test]
    public async Task In_time_nothing_happens()
    {
        var backend = new SlowBackend(_time, Quick, Quick, Quick);
        await using var cache = Open(backend);

        Assert.That(await backend.DriveAsync(cache.Items.CountAsync()), Is.EqualTo(2));
        await backend.Closed;
    }

    [Test]
    public async Task A_cancellation_of_the_caller_stays_one_with_its_token()
    {
        using var source = new CancellationTokenSource();
        var backend = new SlowBackend(_time, Quick, Quick) { Deaf = new TaskCompletionSource().Task };
        await using var cache = Open(backend);

        var list = cache.Items.ToListAsync(source.Token);
        await source.CancelAsync();

        var cancelled = await Assert.CatchAsync<OperationCanceledException>(() => list);
        Assert.That(cancelled!.CancellationToken, Is.EqualTo(source.Token));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_backend_that_takes_no_notice_is_left_and_its_stream_is_closed_when_it_comes_back(bool comesBackWithAnError)
    {
        var release = new TaskCompletionSource();
        var backend = new SlowBackend(_time, Quick, Slow) { Deaf = release.Task, Error = comesBackWithAnError ? new InvalidOperationException("late") : null };
        await using var cache = Open(backend);

        await Assert.ThatAsync(() => backend.DriveAsync(cache.Items.ToListAsync()), Late(QueryPhase.FirstRow));
        Assert.That(backend.Closed.IsCompleted, Is.False);
        release.SetResult();
        await backend.Closed;
    }

    [Test]
    public async Task No_timer_outlives_its_query()
    {
        var time = new CountingTimeProvider();
        await using var cache = new OfflineFilesCache(
            new InMemoryBackend(SampleItems.All, PushdownProfile.Everything), new QueryOptions { Timeout = Limit, TimeProvider = time });

        await cache.Items.ToListAsync();
        await cache.Items.FirstAsync();
        await cache.Query($"SELECT * FROM Win32_OfflineFilesItem").FirstOrDefaultAsync();
        await Assert.ThatAsync(() => cache.Items.Select(i => 1 / i.ItemName.IndexOf('s')).ToListAsync(), Throws.TypeOf<DivideByZeroException>());

        Assert.That((time.Made, time.Alive), Is.EqualTo((4, 0)));
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Late(QueryPhase phase) =>
        Throws.TypeOf<OfflineFilesTimeoutException>().With.Property(nameof(OfflineFilesTimeoutException.Phase)).EqualTo(phase);

    private async Task<int> Dawdle(IQueryable<OfflineFilesItem> items)
    {
        var count = 0;
        await foreach (var _ in items.AsAsyncEnumerable())
        {
            count++;
            _time.Advance(Slow);
        }

        return count;
    }

    private OfflineFilesCache Open(SlowBackend backend, QueryBuffering buffering = QueryBuffering.Streamed) =>
        new(backend, new QueryOptions { Timeout = Limit, TimeProvider = _time, Buffering = buffering });

    private sealed class CountingTimeProvider : TimeProvider
    {
        public int Made { get; private set; }

        public int Alive { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Made++;
            Alive++;
            return new CountedTimer(base.CreateTimer(callback, state, dueTime, period), () => Alive--);
        }

        private sealed class CountedTimer(ITimer timer, Action disposed) : ITimer
        {
            private Action? _disposed = disposed;

            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

            public void Dispose()
            {
                timer.Dispose();
                Interlocked.Exchange(ref _disposed, null)?.Invoke();
            }

            public async ValueTask DisposeAsync()
            {
                await timer.DisposeAsync();
                Interlocked.Exchange(ref _disposed, null)?.Invoke();
            }
        }
    }
}
