using OfflineFiles.Sdk.Tests.Support;
using static OfflineFiles.Sdk.Tests.Operations.ReportCases;

namespace OfflineFiles.Sdk.Tests.Operations;

/// <summary>
/// An operation that is stopped, by its token or by a progress handler that throws, ends with an exception that holds the report: what was done, and
/// the rest as Cancelled. One that was finished before returns its report.
/// </summary>
/// <param name="isMade">Whether the backend makes its outcomes when they are looked at.</param>
[TestFixture(false)]
[TestFixture(true)]
internal sealed class StoppedOperationTests(bool isMade)
{
    private static readonly Dictionary<string, Func<OfflineFilesCache, CancellationToken, Task<OperationReport>>> Operations = new()
    {
        ["Pin"] = (cache, token) => cache.PinAsync(At("a", "b"), cancellationToken: token),
        ["Unpin"] = (cache, token) => cache.UnpinAsync(At("a", "b"), cancellationToken: token),
        ["Synchronize"] = (cache, token) => cache.SynchronizeAsync(At("a", "b"), cancellationToken: token),
        ["Synchronize all"] = (cache, token) => cache.SynchronizeAsync(cancellationToken: token),
        ["DeleteItems"] = (cache, token) => cache.DeleteItemsAsync(At("a", "b"), cancellationToken: token),
        ["RenameItem"] = (cache, token) => cache.RenameItemAsync(At("a"), At("b"), token),
        ["RenameItemEx"] = (cache, token) => cache.RenameItemExAsync(At("a"), At("b"), token),
        ["SuspendRoot"] = (cache, token) => cache.SuspendRootAsync(At("a"), token),
        ["ResumeRoot"] = (cache, token) => cache.ResumeRootAsync(At("a"), token),
        ["TransitionOnline"] = (cache, token) => cache.TransitionOnlineAsync(At("a"), cancellationToken: token),
        ["TransitionOffline"] = (cache, token) => cache.TransitionOfflineAsync(At("a"), cancellationToken: token),
        ["Encrypt"] = (cache, token) => cache.EncryptAsync(true, cancellationToken: token),
        ["Enable"] = (cache, token) => cache.EnableAsync(true, token),
    };

    private static IEnumerable<string> Names => Operations.Keys;

    [Test]
    public async Task Cancelled_before_it_begins_nothing_is_asked_of_the_backend([ValueSource(nameof(Names))] string name)
    {
        var backend = new ReportingBackend(call => call.Report(isMade));
        await using var cache = new OfflineFilesCache(backend);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => Operations[name](cache, source.Token)))!;

        Assert.That(backend.Calls, Is.Empty);
        Assert.That(error.CancellationToken, Is.EqualTo(source.Token));
        IsOfACancelledOperation(error.Report);
    }

    [Test]
    public async Task A_backend_that_says_only_that_it_was_cancelled_reports_nothing_done([ValueSource(nameof(Names))] string name)
    {
        using var source = new CancellationTokenSource();
        await using var cache = new OfflineFilesCache(new ReportingBackend(OperationReport (call) =>
        {
            source.Cancel();
            throw new OperationCanceledException(call.Token);
        })
        {
            Items = [new(@"\\srv\docs", OfflineFilesItemType.Share)],
        });

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => Operations[name](cache, source.Token)))!;

        Assert.That(error.CancellationToken, Is.EqualTo(source.Token));
        IsOfACancelledOperation(error.Report);
        Assert.That(error.Report.Outcomes, Has.All.Property("Status").EqualTo(OutcomeStatus.Cancelled).And.All.Property("IsReported").False
            .And.All.Property("Message").Contains("did not say whether this was done"));
    }

    [TestCase("some were reached", "Done a", "Done a; Cancelled? b; Cancelled? c")]
    [TestCase("none was", "", "Cancelled? a; Cancelled? b; Cancelled? c")]
    [TestCase("the backend says which were not", "Done a; Cancelled b; Cancelled c", "Done a; Cancelled b; Cancelled c")]
    [TestCase("something was not, of what belongs to the last one", @"Done a; Done b; Done c", "Done a; Done b; Cancelled? c")]
    [TestCase("something below was not", @"Done a; Done b; Done c; Cancelled c\d", @"Done a; Done b; Done c; Cancelled c\d")]
    public async Task A_cancelled_operation_has_at_least_one_outcome_that_says_so(string what, string told, string expected)
    {
        using var source = new CancellationTokenSource();
        await using var cache = new OfflineFilesCache(new ReportingBackend(OperationReport (call) =>
        {
            source.Cancel();
            throw new OperationCancelledException(call.Report(isMade, told.Length == 0 ? [] : Outcomes(told.Split("; "))), call.Token);
        }));

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => cache.UnpinAsync(At("a", "b", "c"), null, null, source.Token)))!;

        Assert.That(Words(error.Report), Is.EqualTo(expected.Split("; ")), what);
        IsOfACancelledOperation(error.Report);
    }

    [Test]
    public async Task Cancelled_after_everything_was_done_the_report_is_returned()
    {
        using var source = new CancellationTokenSource();
        await using var cache = new OfflineFilesCache(new ReportingBackend(call =>
        {
            source.Cancel();
            return call.Report(isMade, Outcomes("Done a", "Done b"));
        }));

        Assert.That((await cache.PinAsync(At("a", "b"), null, null, source.Token)).Succeeded, Is.True);
    }

    [TestCase("Done a", "Done a; Cancelled? b")]
    [TestCase("Done a; Cancelled b", "Done a; Cancelled b")]
    public async Task A_backend_that_stops_and_returns_what_it_has_is_cancelled_all_the_same(string told, string expected)
    {
        using var source = new CancellationTokenSource();
        await using var cache = new OfflineFilesCache(new ReportingBackend(call =>
        {
            source.Cancel();
            return call.Report(isMade, Outcomes(told.Split("; ")));
        }));

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => cache.PinAsync(At("a", "b"), null, null, source.Token)))!;

        Assert.That(Words(error.Report), Is.EqualTo(expected.Split("; ")));
    }

    [Test]
    public async Task A_cancellation_that_nobody_asked_for_is_passed_on_as_it_is()
    {
        var error = new OperationCanceledException("The server hung up.");
        await using var cache = new OfflineFilesCache(new ReportingBackend(_ => Task.FromException<OperationReport>(error)));

        await Assert.ThatAsync(() => cache.PinAsync(At("a")), Throws.Exception.SameAs(error));
    }

    [Test]
    public async Task A_deadline_is_a_cancellation()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
        await using var cache = new OfflineFilesCache(new ReportingBackend(call =>
        {
            time.Advance(TimeSpan.FromSeconds(5));
            call.Token.ThrowIfCancellationRequested();
            return call.Report(isMade);
        }));

        IsOfACancelledOperation((await Assert.ThrowsAsync<OperationCancelledException>(() => cache.PinAsync(At("a"), null, null, source.Token)))!.Report);
    }

    [TestCase(1, "Done 1; Cancelled? 2; Cancelled? 3; Cancelled? 4")]
    [TestCase(3, "Done 1; Done 2; Done 3; Cancelled? 4")]
    [TestCase(4, "Done 1; Done 2; Done 3; Done 4")]
    public async Task A_handler_that_throws_stops_the_operation_before_the_next_item(int at, string expected)
    {
        var told = 0;
        var fault = new InvalidOperationException("The window is closed.");
        await using var cache = new OfflineFilesCache(new ReportingBackend(WorkAsync));

        var error = (await Assert.ThrowsAsync<OperationFailedException>(() => cache.PinAsync(
            At("1", "2", "3", "4"), null, new Handler(_ => told++ + 1 == at ? throw fault : 0))))!;

        Assert.That(error.InnerException, Is.SameAs(fault));
        Assert.That(Words(error.Report), Is.EqualTo(expected.Split("; ")));
        Assert.That(told, Is.EqualTo(at), "a handler that threw is not called again");
        Assert.That(error.Message, Does.StartWith("Pin was stopped because its progress handler threw InvalidOperationException: The window is closed."));
    }

    [Test]
    public async Task A_handler_that_throws_a_cancellation_of_its_own_has_failed()
    {
        await using var cache = new OfflineFilesCache(new ReportingBackend(WorkAsync));

        await Assert.ThatAsync(
            () => cache.PinAsync(At("1", "2"), null, new Handler(_ => throw new OperationCanceledException())),
            Throws.TypeOf<OperationFailedException>().With.InnerException.TypeOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_handler_that_throws_what_the_callers_token_says_cancels()
    {
        using var source = new CancellationTokenSource();
        await using var cache = new OfflineFilesCache(new ReportingBackend(WorkAsync));

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => cache.PinAsync(
            At("1", "2"), null,
            new Handler(_ =>
            {
                source.Cancel();
                source.Token.ThrowIfCancellationRequested();
                return 0;
            }),
            source.Token)))!;

        Assert.That(Words(error.Report), Is.EqualTo(new[] { "Done 1", "Cancelled? 2" }));
    }

    [Test]
    public async Task Of_handlers_that_throw_at_once_one_counts()
    {
        using var both = new Barrier(2);
        await using var cache = new OfflineFilesCache(new ReportingBackend(async call =>
        {
            await Task.WhenAll(Task.Run(() => call.Tell(Outcome("Done 1"))), Task.Run(() => call.Tell(Outcome("Done 2"))));
            throw new OperationCancelledException(call.Report(isMade, Outcomes("Done 1", "Done 2")), call.Token);
        }));

        var error = (await Assert.ThrowsAsync<OperationFailedException>(() => cache.PinAsync(At("1", "2", "3"), null, new Handler(step =>
        {
            both.SignalAndWait();
            throw new InvalidOperationException(step.Path!.Name);
        }))))!;

        Assert.That(error.InnerException!.Message, Is.AnyOf("1", "2"));
        Assert.That(Words(error.Report), Is.EqualTo(new[] { "Done 1", "Done 2", "Cancelled? 3" }));
    }

    [Test]
    public async Task Progress_that_comes_when_the_operation_is_over_is_not_passed_on()
    {
        BackendCallSeen? seen = null;
        var told = 0;
        await using var cache = new OfflineFilesCache(new ReportingBackend(call =>
        {
            seen = call;
            return call.Report(isMade, Outcomes("Done 1"));
        }));
        await cache.PinAsync(At("1"), null, new Handler(_ => ++told));

        seen!.Tell(Outcome("Done 1"));

        Assert.That(told, Is.Zero);
    }

    [Test]
    public async Task Without_a_handler_the_backend_gets_none_and_the_token_of_the_caller()
    {
        using var source = new CancellationTokenSource();
        var backend = new ReportingBackend(call => call.Report(isMade));
        await using var cache = new OfflineFilesCache(backend);

        await cache.PinAsync(At("1"), null, null, source.Token);

        Assert.That((backend.Calls[0].Progress, backend.Calls[0].Token), Is.EqualTo(((IProgress<OperationProgress>?)null, source.Token)));
    }

    // One item after the other, as a backend works that honours its token between two of them.
    private async Task<OperationReport> WorkAsync(BackendCallSeen call)
    {
        var outcomes = new List<ItemOutcome>();
        foreach (var path in call.Paths)
        {
            await Task.Yield();
            if (call.Token.IsCancellationRequested) throw new OperationCancelledException(call.Report(isMade, outcomes), call.Token);
            outcomes.Add(new ItemOutcome { Path = path, Status = OutcomeStatus.Done });
            call.Tell(outcomes[^1]);
        }

        return call.Report(isMade, outcomes);
    }

    private static void IsOfACancelledOperation(OperationReport report) => Assert.Multiple(() =>
    {
        Assert.That(report.Succeeded, Is.False);
        Assert.That(report.NativeCode, Is.EqualTo(unchecked((int)0x800704C7)));
        // An operation on the cache as a whole has no path that could have an outcome.
        if (report.Outcomes.Count > 0) Assert.That(report.Count(OutcomeStatus.Cancelled), Is.Positive);
    });

    private sealed class Handler(Func<OperationProgress, int> report) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => report(value);
    }
}
