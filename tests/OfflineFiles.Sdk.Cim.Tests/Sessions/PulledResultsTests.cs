using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Sessions.Mmi;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

public sealed class PulledResultsTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Test]
    public async Task All_results_come_in_order() =>
        Assert.That(await Read(_ => Enumerable.Range(0, 10_000)).ToListAsync(), Is.EqualTo(Enumerable.Range(0, 10_000)));

    [Test]
    public async Task A_result_comes_before_the_next_is_there()
    {
        using var next = new ManualResetEventSlim();
        await using var results = Read(_ => Pull()).GetAsyncEnumerator();

        Assert.That(await results.MoveNextAsync().AsTask().WaitAsync(Soon), Is.True);
        next.Set();
        Assert.That(await results.MoveNextAsync().AsTask().WaitAsync(Soon), Is.True);

        IEnumerable<int> Pull()
        {
            yield return 1;
            next.Wait(Soon);
            yield return 2;
        }
    }

    [Test]
    public async Task A_slow_reader_holds_the_source_back_and_loses_nothing()
    {
        const int count = PulledResults.Ahead * 20;
        var source = new Source(count);
        var read = 0;
        await foreach (var result in Read(source.Pull))
        {
            Assert.That(result, Is.EqualTo(read++));
            // One more than there is room for is in the hand of the source, which waits with it.
            var furthest = Math.Min(count, read + PulledResults.Ahead + 1);
            if (read % PulledResults.Ahead == 0) await SeamCalls.Until(() => source.Pulled == furthest);
            Assert.That(source.Pulled, Is.LessThanOrEqualTo(furthest));
        }

        Assert.That(read, Is.EqualTo(count));
        await source.Closed.WaitAsync(Soon);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(PulledResults.Ahead * 2)]
    public async Task A_reader_that_leaves_early_cancels_the_source_which_is_then_read_to_its_end_and_closed(int after)
    {
        var source = new Source(int.MaxValue);
        await using (var results = Read(source.Pull).GetAsyncEnumerator())
        {
            for (var read = 0; read <= after; read++) await results.MoveNextAsync();
        }

        await source.Closed.WaitAsync(Soon);
        Assert.That(source.WasCanceled, Is.True);
    }

    [Test]
    public async Task A_source_that_does_not_listen_is_drained_and_never_closed_with_results_left()
    {
        var source = new Source(PulledResults.Ahead * 10) { Listens = false };
        await foreach (var _ in Read(source.Pull)) break;

        await source.Closed.WaitAsync(Soon);
        Assert.That(source.Pulled, Is.EqualTo(PulledResults.Ahead * 10));
    }

    [Test]
    public async Task A_canceled_caller_is_free_at_once_though_the_source_still_blocks()
    {
        using var blocked = new ManualResetEventSlim();
        using var caller = new CancellationTokenSource();
        await using var results = Read(_ => Pull(), caller.Token).GetAsyncEnumerator();
        var waiting = results.MoveNextAsync().AsTask();
        await caller.CancelAsync();

        await Assert.ThatAsync(
            () => waiting.WaitAsync(Soon), Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(caller.Token));
        blocked.Set();

        IEnumerable<int> Pull()
        {
            blocked.Wait(Soon);
            yield return 1;
        }
    }

    [Test]
    public async Task An_error_comes_after_the_results_before_it()
    {
        var read = new List<int>();
        await Assert.ThatAsync(
            async () =>
            {
                await foreach (var result in Read(_ => Pull())) read.Add(result);
            },
            Throws.TypeOf<CimTransportException>().With.InnerException.TypeOf<FormatException>());
        Assert.That(read, Is.EqualTo(new[] { 1 }));

        static IEnumerable<int> Pull()
        {
            yield return 1;
            throw new FormatException();
        }
    }

    [Test]
    public async Task A_copy_that_fails_ends_the_reader_and_the_source_is_drained_all_the_same()
    {
        var source = new Source(PulledResults.Ahead * 10) { Listens = false };
        var results = PulledResults.ReadAsync<int, int>(source.Pull, number => number == 3 ? throw new FormatException() : number, default);

        await Assert.ThatAsync(
            () => results.ToListAsync().AsTask(), Throws.TypeOf<CimTransportException>().With.InnerException.TypeOf<FormatException>());
        await source.Closed.WaitAsync(Soon);
        Assert.That(source.Pulled, Is.EqualTo(PulledResults.Ahead * 10));
    }

    [Test]
    public async Task Every_result_of_the_source_is_disposed_also_those_that_nobody_took()
    {
        var disposed = 0;
        var source = new Source(PulledResults.Ahead * 2) { Listens = false };
        await foreach (var _ in PulledResults.ReadAsync(Pull, _ => 0, default)) break;

        await source.Closed.WaitAsync(Soon);
        Assert.That(disposed, Is.EqualTo(PulledResults.Ahead * 2));

        IEnumerable<Native> Pull(CancellationToken cancellationToken) =>
            source.Pull(cancellationToken).Select(_ => new Native(() => Interlocked.Increment(ref disposed)));
    }

    // What a native operation holds: its options, its results, and the error by which it tells that it was cancelled.
    [Test]
    [NonParallelizable]
    public async Task A_thousand_cancelled_queries_leave_nothing_behind()
    {
        var made = 0;
        var disposed = 0;
        await CancelAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var query = 0; query < 1_000; query++) await CancelAsync();

        // A query that is left before its operation tells of the cancellation makes no error.
        await SeamCalls.Until(() => Volatile.Read(ref disposed) == Volatile.Read(ref made));
        Assert.That(made, Is.InRange(2 * 1_001, 3 * 1_001));
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(1 << 20));

        async Task CancelAsync()
        {
            using var caller = new CancellationTokenSource();
            await using var results = PulledResults.ReadAsync(Pull, _ => 0, caller.Token).GetAsyncEnumerator();
            Assert.That(await results.MoveNextAsync(), Is.True);
            var next = results.MoveNextAsync().AsTask();
            await caller.CancelAsync();
            await Assert.ThatAsync(() => next.WaitAsync(Soon), Throws.InstanceOf<OperationCanceledException>());
        }

        IEnumerable<Native> Pull(CancellationToken cancellationToken)
        {
            using var options = Make(dispose => new Native(dispose));
            yield return Make(dispose => new Native(dispose));
            cancellationToken.WaitHandle.WaitOne(Soon);
            throw new OperationCanceledException("cancelled", Make(dispose => new NativeError(dispose)));
        }

        T Make<T>(Func<Action, T> make)
        {
            Interlocked.Increment(ref made);
            return make(() => Interlocked.Increment(ref disposed));
        }
    }

    [Test]
    public void What_cancelling_throws_below_stays_below()
    {
        using var caller = new CancellationTokenSource();
        using var end = new NativeCancellation(caller.Token);
        using var below = end.Token.Register(() => throw new InvalidOperationException());

        Assert.That(caller.Cancel, Throws.Nothing);
        Assert.That(end.Token.IsCancellationRequested, Is.True);
    }

    private static IAsyncEnumerable<int> Read(Func<CancellationToken, IEnumerable<int>> pull, CancellationToken cancellationToken = default) =>
        PulledResults.ReadAsync(pull, number => number, cancellationToken);

    private sealed class NativeError(Action dispose) : Exception, IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0) dispose();
        }
    }

    private sealed class Native(Action dispose) : IDisposable
    {
        public void Dispose() => dispose();
    }

    /// <summary>Numbers, as a native operation gives them: blocking, cancelled by a token, with an end that can be seen.</summary>
    private sealed class Source(int count)
    {
        private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _pulled;

        public bool Listens { get; init; } = true;

        public int Pulled => Volatile.Read(ref _pulled);

        public bool WasCanceled { get; private set; }

        public Task Closed => _closed.Task;

        public IEnumerable<int> Pull(CancellationToken cancellationToken)
        {
            try
            {
                for (var next = 0; next < count; next++)
                {
                    WasCanceled = Listens && cancellationToken.IsCancellationRequested;
                    if (WasCanceled) throw new OperationCanceledException();
                    Interlocked.Increment(ref _pulled);
                    yield return next;
                }
            }
            finally
            {
                _closed.TrySetResult();
            }
        }
    }
}
