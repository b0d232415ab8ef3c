using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Diagnostics;

/// <summary>
/// However a query is run, those who watch it hear once how it ended, and always of the error that the caller gets:
/// <code>
/// ends            log                  activity                     metric
/// with a result   1002 QueryFinished   Unset                        no error.type
/// left early      1002 QueryFinished   Unset                        no error.type
/// its token       1004 QueryCancelled  Unset, with error.type       error.type
/// any error       1003 QueryFailed     Error, with error.type       error.type
/// </code>
/// An error is one of the backend, while it is read or closed, of a lambda, of the deadline, or that the cache is closed. A cancellation that the
/// caller did not ask for is an error.
/// </summary>
[TestFixture]
[NonParallelizable]
public sealed class TerminalDiagnosticsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly RecordingLogger _logger = new();
    private readonly List<Activity> _activities = [];
    private readonly List<string?> _durations = [];
    private readonly FakeTimeProvider _time = new();
    private ActivityListener _tracer = null!;
    private MeterListener _meter = null!;

    [SetUp]
    public void SetUp()
    {
        _logger.Entries.Clear();
        _activities.Clear();
        _durations.Clear();
        _tracer = Activities.Hear(_activities.Add);
        _meter = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == OfflineFilesDiagnostics.QueryDuration) listener.EnableMeasurementEvents(instrument);
            },
        };
        _meter.SetMeasurementEventCallback<double>((_, _, tags, _) => _durations.Add((string?)tags.ToArray().FirstOrDefault(tag => tag.Key == "error.type").Value));
        _meter.Start();
    }

    [TearDown]
    public void TearDown()
    {
        _tracer.Dispose();
        _meter.Dispose();
    }

    private static IEnumerable<TestCaseData> Named() => Terminals.All.Select(each => new TestCaseData(each).SetArgDisplayNames(each.Text));

    [TestCaseSource(nameof(Named))]
    public async Task It_ends_as_the_caller_sees_it(object terminal)
    {
        var each = (Terminal)terminal;
        await WatchAsync(each, new ProbeBackend(SampleItems.All.Take(2)), "two rows");
        await WatchAsync(each, new ProbeBackend(SampleItems.All.Take(1)), "one row");
        await WatchAsync(each, new ProbeBackend([]), "no rows");
    }

    [TestCaseSource(nameof(Named))]
    public async Task A_backend_that_fails_is_an_error(object terminal)
    {
        var each = (Terminal)terminal;
        Assert.That(await WatchAsync(each, new ProbeBackend(SampleItems.All, failsAtRow: 0), "fails at the first row"), Is.SameAs(ProbeBackend.Error));
        Assert.That(await WatchAsync(each, new ProbeBackend(SampleItems.All, failsToClose: true), "fails when it is closed"), Is.SameAs(ProbeBackend.Error));
        await WatchAsync(each, new ProbeBackend(SampleItems.All, failsAtRow: 1), "fails at the second row");
        var own = new OperationCanceledException("a cancellation of its own");
        Assert.That(
            await WatchAsync(each, new UnrulyBackend(BackendStep.FirstRow) { Waits = false, Error = own }, "cancels by itself"), Is.SameAs(own));
    }

    private static IEnumerable<TestCaseData> Functions() =>
        from method in Terminals.WithFunctions
        from parameter in Terminals.Close(method).GetParameters()
        where Terminals.IsFunction(parameter.ParameterType)
#if !NET9_0_OR_GREATER
        // .NET 8 itself fails to build the query: it takes the comparer of keys for one of items.
        where !(method.Name is "MinBy" or "MaxBy" && parameter.Name == "comparer")
#endif
        select new TestCaseData(method, parameter.Name).SetArgDisplayNames(Terminals.Text(method), parameter.Name!);

    [TestCaseSource(nameof(Functions))]
    public async Task A_function_of_the_caller_that_fails_is_an_error(MethodInfo method, string parameter)
    {
        var own = new InvalidOperationException("It is the caller's.");
        var terminal = new Terminal(method.Name, (items, _) => Terminals.CallFailing(method, parameter, items, own) as Task ?? Task.CompletedTask);

        var error = await WatchAsync(terminal, new ProbeBackend(SampleItems.All), "its function fails");

        if (!parameter.EndsWith("omparer", StringComparison.Ordinal)) Assert.That(error, Is.SameAs(own));
    }

    // Of the forms of a synchronous operator one does: each waits for a backend that does not know that it is over.
    private static IEnumerable<TestCaseData> Ended() => Terminals.All
        .Where(each => each.HonoursToken).Concat(Terminals.All.Where(each => !each.HonoursToken).DistinctBy(each => each.Text.Split('(')[0]))
        .Select(each => new TestCaseData(each).SetArgDisplayNames(each.Text));

    [TestCaseSource(nameof(Ended))]
    public async Task A_deadline_and_the_end_of_the_cache_are_errors_and_a_cancellation_is_none(object terminal)
    {
        var each = (Terminal)terminal;
        Assert.That(await EndAsync(each, (_, _) => _time.Advance(TimeSpan.FromSeconds(10))), Is.TypeOf<OfflineFilesTimeoutException>());
        if (each.HonoursToken) Assert.That(await EndAsync(each, (cache, _) => cache.DisposeAsync().AsTask()), Is.TypeOf<ObjectDisposedException>());
        if (each.HonoursToken) Assert.That(await EndAsync(each, (_, source) => source.Cancel()), Is.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Every_operator_is_among_them() => Assert.That(
        Terminals.All.Select(each => each.Text.Split('(')[0]),
        Is.SupersetOf(new[] { "Max", "MaxAsync", "Min", "Sum", "Average", "Aggregate", "SequenceEqual", "ElementAt", "ToLookupAsync", "ForEachAsync", "ToDictionaryAsync", "ToDictionary", "ToLookup", "ToHashSet" }));

    private async Task<Exception?> EndAsync(Terminal terminal, Action<OfflineFilesCache, CancellationTokenSource> end)
    {
        var backend = new UnrulyBackend(BackendStep.FirstRow) { HonoursToken = true };
        using var source = new CancellationTokenSource();
        try
        {
            await using var cache = Open(backend, TimeSpan.FromSeconds(10));
            var run = Task.Factory.StartNew(() => RunAsync(terminal, cache, source.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
            await backend.Reached.WaitAsync(Patience);
            end(cache, source);
            var error = await run.WaitAsync(Patience);
            AssertTold(error, "it is ended", source.Token);
            return error;
        }
        finally
        {
            backend.Release();
        }
    }

    private async Task<Exception?> WatchAsync(Terminal terminal, ICacheBackend backend, string what)
    {
        await using var cache = Open(backend, Timeout.InfiniteTimeSpan);
        var error = await RunAsync(terminal, cache, default);
        AssertTold(error, what, default);
        return error;
    }

    private OfflineFilesCache Open(ICacheBackend backend, TimeSpan timeout) => new(backend, new QueryOptions { Logger = _logger, TimeProvider = _time, Timeout = timeout });

    private async Task<Exception?> RunAsync(Terminal terminal, OfflineFilesCache cache, CancellationToken token)
    {
        _logger.Entries.Clear();
        _activities.Clear();
        _durations.Clear();
        try
        {
            await terminal.Run(cache.Items, token);
            return null;
        }
#pragma warning disable CA1031 // Any error is the answer.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return error;
        }
    }

    private void AssertTold(Exception? error, string what, CancellationToken token)
    {
        var isCancelled = error is OperationCanceledException cancelled && token.IsCancellationRequested && cancelled.CancellationToken == token;
        var last = _logger.Entries[^1];
        Assert.Multiple(() =>
        {
            Assert.That(_logger.Ids.Where(id => id is >= 1002 and <= 1004), Is.EqualTo(new[] { error is null ? 1002 : isCancelled ? 1004 : 1003 }), what);
            if (error is not null && !isCancelled) Assert.That(last.Error, Is.SameAs(error), what);
            var activity = _activities.Single();
            Assert.That(activity.Status, Is.EqualTo(error is null || isCancelled ? ActivityStatusCode.Unset : ActivityStatusCode.Error), what);
            Assert.That(activity.GetTagItem("error.type"), Is.EqualTo(error?.GetType().FullName), what);
            Assert.That(_durations, Is.EqualTo(new[] { error?.GetType().FullName }), what);
        });
    }
}
