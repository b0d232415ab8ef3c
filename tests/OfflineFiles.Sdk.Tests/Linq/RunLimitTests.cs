using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;
using static OfflineFiles.Sdk.Tests.Support.BackendStep;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>
/// What the caller's token, the deadline and the end of the cache promise they keep whatever a backend does: it may take no notice of its token,
/// keep its task waiting for ever, or never give back the thread that called it. What is left behind is closed when it lets go.
/// </summary>
[TestFixture]
public sealed class RunLimitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // Only a test that fails waits as long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const string Key = @"\\srv\share";

    public enum Ending
    {
        Token,
        Deadline,
        EndOfCache,
    }

    private (int Worker, int Port) _threads;

    // A backend that blocks takes a thread of the pool, which is slow to make another.
    [OneTimeSetUp]
    public void HaveThreads()
    {
        ThreadPool.GetMinThreads(out _threads.Worker, out _threads.Port);
        ThreadPool.SetMinThreads(Math.Max(16, _threads.Worker), _threads.Port);
    }

    [OneTimeTearDown]
    public void LeaveThreads() => ThreadPool.SetMinThreads(_threads.Worker, _threads.Port);

    private static readonly (string Name, BackendStep[] Steps, Func<OfflineFilesCache, CancellationToken, Task> Run)[] AsyncForms =
    [
        ("ToListAsync", [Query, Open, FirstRow, SecondRow, Close], (cache, token) => cache.Items.ToListAsync(token)),
        ("CountAsync", [Query, FirstRow, Close], (cache, token) => cache.Items.CountAsync(token)),
        ("FirstAsync", [FirstRow, Close], (cache, token) => cache.Items.FirstAsync(token)),
        ("operators in the caller", [Query, SecondRow, Close], (cache, token) => cache.Items.OrderBy(i => i.ItemName).Zip(new[] { 1, 2, 3 }).ToListAsync(token)),
        ("another query as second sequence", [FirstRow], (cache, token) => cache.Items.Take(1).Concat(cache.Items).ToListAsync(token)),
        ("ForEachAsync", [SecondRow], (cache, token) => cache.Items.ForEachAsync(_ => { }, token)),
        ("await foreach", [Query, FirstRow, SecondRow, Close], async (cache, token) => { await foreach (var _ in cache.Items.AsAsyncEnumerable().WithCancellation(token)) { } }),
        ("await foreach, left early", [Close], async (cache, token) => { await foreach (var _ in cache.Items.AsAsyncEnumerable().WithCancellation(token)) break; }),
        ("a look-up by LINQ", [Find], (cache, token) => cache.Items.Where(i => i.ItemPath == Key).ToListAsync(token)),
        ("children", [Query, FirstRow], (cache, token) => cache.ChildrenOf(Key).ToListAsync(token)),
        ("a raw query", [Query, Open, FirstRow, SecondRow, Close], (cache, token) => cache.Query($"SELECT * FROM Win32_OfflineFilesItem").ToListAsync(token)),
        ("a raw query, streamed", [FirstRow, Close], async (cache, token) => { await foreach (var _ in cache.Query($"SELECT * FROM Win32_OfflineFilesItem").WithCancellation(token)) break; }),
        ("a raw query of the state", [State], (cache, token) => cache.Query($"SELECT * FROM Win32_OfflineFilesCache").ToListAsync(token)),
        ("associations", [Query, Close], (cache, token) => cache.AssociatedItems.ToListAsync(token)),
        ("FindAsync", [Find], (cache, token) => cache.FindAsync(Key, token).AsTask()),
        ("GetAsync", [State], (cache, token) => cache.GetAsync(token)),
        ("a preview", [State], (cache, token) => cache.WhatIf.EnableAsync(true, token)),
    ];

    private static IEnumerable<TestCaseData> AsyncCases() =>
        from form in AsyncForms
        from step in form.Steps
        from blocks in new[] { false, true }
        where blocks || step is not (Query or Open)
        from ending in Enum.GetValues<Ending>()
        where ending == Ending.Token || step == form.Steps[0]
        select new TestCaseData(form.Run, step, blocks, ending).SetArgDisplayNames(form.Name, $"{step} {(blocks ? "blocks" : "waits")}", $"{ending}");

    [TestCaseSource(nameof(AsyncCases))]
    public async Task A_query_ends_in_time_whatever_its_backend_does(Func<OfflineFilesCache, CancellationToken, Task> run, BackendStep step, bool blocks, Ending ending)
    {
        var time = new FakeTimeProvider();
        var backend = new UnrulyBackend(step) { Blocks = blocks };
        try
        {
            await using var cache = new OfflineFilesCache(backend, new QueryOptions { TimeProvider = time, Timeout = ending == Ending.Deadline ? Limit : Timeout.InfiniteTimeSpan });
            using var source = new CancellationTokenSource();

            var query = run(cache, ending == Ending.Deadline ? default : source.Token);
            await backend.Reached.WaitAsync(Patience);
            await EndAsync(ending, time, cache, source);

            await AssertEndedAsync(query, ending, source.Token);
        }
        finally
        {
            backend.Release();
        }

        await AssertClosedAsync(backend, step);
    }

    private static readonly (string Name, BackendStep[] Steps, Action<OfflineFilesCache> Run)[] SyncForms =
    [
        ("ToList", [Query, Open, FirstRow, SecondRow, Close], cache => _ = cache.Items.ToList()),
        ("Count", [FirstRow, Close], cache => _ = cache.Items.Count()),
        ("First", [FirstRow, Close], cache => _ = cache.Items.First()),
        ("foreach, left early", [Close], cache => { foreach (var _ in cache.Items) break; }),
        ("operators in the caller", [SecondRow], cache => _ = cache.Items.OrderBy(i => i.ItemName).Select(i => i.ItemName.Length).Max()),
        ("a look-up", [Find], cache => _ = cache.Items.Single(i => i.ItemPath == Key)),
    ];

    private static IEnumerable<TestCaseData> SyncCases() =>
        from form in SyncForms
        from step in form.Steps
        from ending in new[] { Ending.Deadline, Ending.EndOfCache }
        where ending == Ending.Deadline || step == form.Steps[0]
        select new TestCaseData(form.Run, step, ending).SetArgDisplayNames(form.Name, $"{step} blocks", $"{ending}");

    [TestCaseSource(nameof(SyncCases))]
    public async Task A_synchronous_query_with_a_deadline_does_so_too(Action<OfflineFilesCache> run, BackendStep step, Ending ending)
    {
        var time = new FakeTimeProvider();
        var backend = new UnrulyBackend(step) { Blocks = true };
        try
        {
            await using var cache = new OfflineFilesCache(backend, new QueryOptions { TimeProvider = time, Timeout = Limit });

            var query = Task.Factory.StartNew(() => run(cache), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await backend.Reached.WaitAsync(Patience);
            await EndAsync(ending, time, cache, source: null);

            await AssertEndedAsync(query, ending, default);
        }
        finally
        {
            backend.Release();
        }

        await AssertClosedAsync(backend, step);
    }

    [Test]
    public async Task An_operation_reads_its_shares_under_the_token()
    {
        var backend = new UnrulyBackend(FirstRow) { Blocks = true };
        try
        {
            await using var cache = new OfflineFilesCache(backend);
            using var source = new CancellationTokenSource();

            var operation = cache.SynchronizeAsync(cancellationToken: source.Token);
            await backend.Reached.WaitAsync(Patience);
            await source.CancelAsync();

            await AssertEndedAsync(operation, Ending.Token, source.Token);
        }
        finally
        {
            backend.Release();
        }
    }

    [Test]
    public async Task A_cancelled_query_calls_its_backend_no_more()
    {
        var backend = new UnrulyBackend(None);
        await using var cache = new OfflineFilesCache(backend);
        var cancelled = new CancellationToken(canceled: true);

        foreach (var (name, _, run) in AsyncForms)
        {
            var error = await Assert.CatchAsync<OperationCanceledException>(() => run(cache, cancelled), name);
            Assert.That((error!.CancellationToken, backend.Calls), Is.EqualTo((cancelled, 0)), name);
        }
    }

    [TestCase(FirstRow)]
    [TestCase(Close)]
    [NonParallelizable]
    public async Task What_a_backend_says_after_it_was_left_is_heard_by_nobody(BackendStep step)
    {
        var unobserved = new List<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs arguments) => unobserved.Add(arguments.Exception);
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await LeaveAsync(new UnrulyBackend(step) { Error = new InvalidOperationException("late") });
            await LeaveAsync(new UnrulyBackend(step) { Error = new InvalidOperationException("late"), Blocks = true });
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.That(unobserved, Is.Empty);

            LeaveTaskThatFailed();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.That(unobserved, Is.Not.Empty, "an error that nobody observes is noted here");
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LeaveTaskThatFailed() => _ = Task.FromException(new InvalidOperationException("left"));

    // In a method of its own, so that nothing keeps the tasks alive afterwards.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task LeaveAsync(UnrulyBackend backend)
    {
        await using var cache = new OfflineFilesCache(backend);
        using var source = new CancellationTokenSource();
        var query = cache.Items.ToListAsync(source.Token);
        await backend.Reached.WaitAsync(Patience);
        await source.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => query);
        backend.Release();
        await backend.Closed.WaitAsync(Patience);
    }

    [Test]
    public async Task Values_in_memory_without_end_are_left_too()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        using var source = new CancellationTokenSource();
        var time = new FakeTimeProvider();

        static IEnumerable<OfflineFilesItem> WithoutEnd(Action end)
        {
            end();
            while (true) yield return SampleItems.All[0];
        }

        await Assert.ThatAsync(() => cache.Items.Concat(WithoutEnd(source.Cancel)).CountAsync(source.Token), Throws.InstanceOf<OperationCanceledException>());
        var limited = new QueryOptions { Timeout = Limit, TimeProvider = time };
        Assert.That(() => cache.Items.WithOptions(limited).Concat(WithoutEnd(() => time.Advance(Limit))).Count(), Throws.TypeOf<OfflineFilesTimeoutException>());
    }

    private static async Task AssertClosedAsync(UnrulyBackend backend, BackendStep step)
    {
        if (step is FirstRow or SecondRow or Close)
        {
            await backend.Closed.WaitAsync(Patience);
            Assert.That(backend.Opened, Is.Positive);
        }

        Assert.That(SpinWait.SpinUntil(() => backend.Disposals == backend.Opened, Patience), "what was opened is closed");
    }

    private static async Task EndAsync(Ending ending, FakeTimeProvider time, OfflineFilesCache cache, CancellationTokenSource? source)
    {
        switch (ending)
        {
            case Ending.Token: await source!.CancelAsync(); break;
            case Ending.Deadline: time.Advance(Limit); break;
            default: await cache.DisposeAsync(); break;
        }
    }

    private static async Task AssertEndedAsync(Task query, Ending ending, CancellationToken token)
    {
        Assert.That(await Task.WhenAny(query, Task.Delay(Patience, CancellationToken.None)), Is.SameAs(query), "the caller still waits");
        var error = await Assert.CatchAsync(() => query);
        Assert.That(error, ending switch
        {
            Ending.Token => Is.InstanceOf<OperationCanceledException>().With.Property(nameof(OperationCanceledException.CancellationToken)).EqualTo(token),
            Ending.Deadline => Is.TypeOf<OfflineFilesTimeoutException>(),
            _ => Is.TypeOf<ObjectDisposedException>().With.Property(nameof(ObjectDisposedException.ObjectName)).EqualTo(nameof(OfflineFilesCache)),
        });
    }
}
