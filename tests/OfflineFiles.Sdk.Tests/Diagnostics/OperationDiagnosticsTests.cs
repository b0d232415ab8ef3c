using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Operations.Observe;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Diagnostics;

/// <summary>
/// What those see who watch operations through the standard means. Whatever the operation:
/// <code>
/// it ends                     result      status  error.type          log
/// with what it was asked for  Succeeded   Unset   none                1011 Information
/// with a conflict             Conflict    Unset   none                1015 Warning, 1011 Information
/// with an item that failed    Failed      Error   the item's error    1014 Warning, 1011 Information
/// with a code, or blocked     Failed      Error   OperationFailed     1012 Error
/// with an exception           Failed      Error   its type            1012 Error
/// cancelled by its caller     Cancelled   Unset   none                1013 Information
/// </code>
/// and always one activity, one duration, and as many items as there are outcomes.
/// </summary>
[TestFixture]
[NonParallelizable]
public sealed class OperationDiagnosticsTests
{
    private static readonly UncPath A = @"\\srv\docs\secret plans.txt";
    private static readonly UncPath B = @"\\srv\docs\b";

    private readonly RecordingLogger _logger = new();
    private readonly List<Activity> _activities = [];
    private readonly List<(string Name, double Value, string Tags)> _measured = [];
    private readonly FakeTimeProvider _time = new();
    private ActivityListener _tracer = null!;
    private MeterListener _meter = null!;

    [SetUp]
    public void SetUp()
    {
        _logger.Entries.Clear();
        _activities.Clear();
        _measured.Clear();
        _tracer = Activities.Hear(_activities.Add);
        _meter = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == OfflineFilesDiagnostics.MeterName && !instrument.Name.StartsWith("offlinefiles.query", StringComparison.Ordinal))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        _meter.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meter.Start();
    }

    [TearDown]
    public void TearDown()
    {
        _tracer.Dispose();
        _meter.Dispose();
    }

    public sealed record Ending(
        string Name, Func<OperationReport, CancellationToken, OperationReport> End, string Result, string? ErrorType, int[] Events, params OutcomeStatus[] Outcomes)
    {
        public override string ToString() => Name;
    }

    private static IEnumerable<Ending> Endings()
    {
        const string Succeeded = "Succeeded", Failed = "Failed";
        var thrown = new OfflineFilesException("The share is gone.");
        yield return new Ending("done", (report, _) => report, Succeeded, null, [1010, 1011], OutcomeStatus.Done, OutcomeStatus.Unchanged, OutcomeStatus.Skipped);
        yield return new Ending("conflict", (report, _) => report, "Conflict", null, [1010, 1015, 1011], OutcomeStatus.Done, OutcomeStatus.Conflict);
        yield return new Ending("an item failed", (report, _) => report, Failed, typeof(ItemNotFoundException).FullName, [1010, 1014, 1015, 1011], OutcomeStatus.Failed, OutcomeStatus.Conflict);
        yield return new Ending("a code", (report, _) => report with { NativeCode = -1 }, Failed, typeof(OperationFailedException).FullName, [1010, 1012], OutcomeStatus.Done, OutcomeStatus.Done);
        yield return new Ending("blocked", (report, _) => report with { BlockedByOpenFiles = true }, Failed, typeof(OperationFailedException).FullName, [1010, 1012], OutcomeStatus.Skipped, OutcomeStatus.Skipped);
        yield return new Ending("thrown", (_, _) => throw thrown, Failed, typeof(OfflineFilesException).FullName, [1010, 1012]);
        yield return new Ending("cancels by itself", (_, _) => throw new OperationCanceledException(), Failed, typeof(OperationCanceledException).FullName, [1010, 1012]);
        yield return new Ending("cancelled", (report, token) => throw new OperationCancelledException(report, token), "Cancelled", null, [1010, 1013], OutcomeStatus.Done, OutcomeStatus.Cancelled);
    }

    private static IEnumerable<MethodInfo> Operations() => typeof(OfflineFilesCache).GetMethods()
        .Where(method => method.ReturnType == typeof(Task<OperationReport>));

    [Test]
    public async Task Every_operation_is_seen_as_it_ends([ValueSource(nameof(Endings))] Ending ending)
    {
        Assert.That(Operations().Select(method => method.Name).Distinct().Count(), Is.GreaterThanOrEqualTo(12));
        foreach (var operation in Operations())
        {
            _logger.Entries.Clear();
            _activities.Clear();
            _measured.Clear();
            using var source = new CancellationTokenSource();
            await using var cache = Open(new ScriptedBackend(_time, (report, token) =>
            {
                if (ending.Name == "cancelled") source.Cancel();
                return ending.End(report with { Outcomes = Outcomes(ending.Outcomes) }, token);
            }));

            var report = await RunAsync(cache, operation, source.Token);

            var what = operation.ToString();
            var count = report?.Outcomes.Count ?? 0;
            Assert.Multiple(() =>
            {
                var activity = _activities.Single(activity => activity.OperationName != OfflineFilesDiagnostics.QueryActivityName);
                Assert.That(activity.GetTagItem("offlinefiles.result"), Is.EqualTo(ending.Result), what);
                Assert.That(activity.Status, Is.EqualTo(ending.ErrorType is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error), what);
                Assert.That(activity.GetTagItem("error.type"), Is.EqualTo(ending.ErrorType), what);
                Assert.That(activity.OperationName, Is.EqualTo($"OfflineFiles.{activity.GetTagItem("offlinefiles.operation")}"), what);
                Assert.That(Enum.TryParse<OfflineFilesOperation>((string)activity.GetTagItem("offlinefiles.operation")!, out _), Is.True, what);
                Assert.That(activity.Duration, Is.GreaterThanOrEqualTo(TimeSpan.Zero), what);
                Assert.That(Measures(OfflineFilesDiagnostics.OperationDuration).Select(each => each.Value), Is.EqualTo(new[] { 3.0 }), what);
                Assert.That(Measures(OfflineFilesDiagnostics.OperationItems).Sum(each => each.Value), Is.EqualTo(count), what);
                Assert.That(Measures(OfflineFilesDiagnostics.OperationConflicts).Sum(each => each.Value), Is.EqualTo(report?.Count(OutcomeStatus.Conflict) ?? 0), what);
                Assert.That(Measures(OfflineFilesDiagnostics.OperationFailures).Sum(each => each.Value), Is.EqualTo(ending.ErrorType is null ? 0 : 1), what);
                Assert.That(_measured.Select(each => each.Tags), Is.All.Not.Contains("docs"), "a measure has no path");
                Assert.That(_logger.Entries.Where(entry => entry.Level >= LogLevel.Warning || entry.Id.Id >= 1010).Select(entry => entry.Id.Id).Distinct(), Is.EquivalentTo(ending.Events), what);
            });
        }
    }

    [Test]
    public async Task An_activity_says_what_was_asked_and_what_became_of_it()
    {
        await using var cache = Open(new ScriptedBackend(_time, (report, _) => report with { Outcomes = Outcomes(OutcomeStatus.Done, OutcomeStatus.Failed, OutcomeStatus.Done) }));

        await cache.PinAsync([A, B]);

        var activity = _activities.Single();
        Assert.That(activity.OperationName, Is.EqualTo("OfflineFiles.Pin"));
        Assert.That(activity.Kind, Is.EqualTo(ActivityKind.Client));
        Assert.That(activity.GetTagItem("offlinefiles.paths"), Is.EqualTo(new[] { A.ToString(), B.ToString() }));
        Assert.That(activity.TagObjects.Where(tag => tag.Key != "offlinefiles.paths"), Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["db.system.name"] = "offlinefiles",
            ["db.namespace"] = "scripted reports",
            ["offlinefiles.backend"] = "Scripted",
            ["offlinefiles.operation"] = "Pin",
            ["offlinefiles.path_count"] = 2,
            ["offlinefiles.items.done"] = 2L,
            ["offlinefiles.items.unchanged"] = 0L,
            ["offlinefiles.items.conflict"] = 0L,
            ["offlinefiles.items.skipped"] = 0L,
            ["offlinefiles.items.failed"] = 1L,
            ["offlinefiles.items.cancelled"] = 0L,
            ["offlinefiles.bytes"] = 30L,
            ["offlinefiles.result"] = "Failed",
            ["error.type"] = "OfflineFiles.Sdk.ItemNotFoundException",
        }));
        Assert.That(activity.StatusDescription, Is.EqualTo("2 Done, 1 Failed"), "counts, and no names of items");
        Assert.That(_measured, Is.EquivalentTo(new[]
        {
            ("offlinefiles.operation.items", 2.0, "offlinefiles.backend=Scripted, offlinefiles.operation=Pin, offlinefiles.outcome=Done"),
            ("offlinefiles.operation.items", 1.0, "offlinefiles.backend=Scripted, offlinefiles.operation=Pin, offlinefiles.outcome=Failed"),
            ("offlinefiles.operation.bytes", 30.0, "offlinefiles.backend=Scripted, offlinefiles.operation=Pin"),
            ("offlinefiles.operation.failures", 1.0, "offlinefiles.backend=Scripted, offlinefiles.operation=Pin, error.type=OfflineFiles.Sdk.ItemNotFoundException"),
            ("offlinefiles.operation.duration", 3.0, "offlinefiles.backend=Scripted, offlinefiles.operation=Pin, offlinefiles.result=Failed, error.type=OfflineFiles.Sdk.ItemNotFoundException"),
        }));
    }

    [Test]
    public async Task Of_many_paths_ten_are_named_and_of_many_failures_a_hundred_are_logged()
    {
        var outcomes = Outcomes([.. Enumerable.Repeat(OutcomeStatus.Failed, 105)]);
        await using var cache = Open(new ScriptedBackend(_time, (report, _) => report with { Outcomes = outcomes }));

        await cache.UnpinAsync(outcomes.Select(outcome => outcome.Path));

        Assert.That((_activities.Single().GetTagItem("offlinefiles.paths"), _activities.Single().GetTagItem("offlinefiles.path_count")), Is.EqualTo((outcomes.Take(10).Select(outcome => outcome.Path.ToString()), 105)));
        var failures = _logger.Entries.Where(entry => entry.Id.Id == OfflineFilesEventIds.ItemFailed).ToList();
        Assert.That(failures, Has.Count.EqualTo(101));
        Assert.That(failures.Select(entry => entry.Level), Is.All.EqualTo(LogLevel.Warning));
        Assert.That(failures[^1].Text, Is.EqualTo("Unpin failed for 5 more items; the report has them all"));
    }

    [Test]
    public async Task A_run_is_logged_from_its_start_to_its_end()
    {
        await using var cache = Open(new ScriptedBackend(_time, (report, _) => report with { Outcomes = Outcomes(OutcomeStatus.Done, OutcomeStatus.Conflict) }));

        await cache.DeleteItemsAsync(UncPath.Parse("\\\\srv\\docs\\forged\u2028 name"));

        Assert.That(_logger.Entries.Select(entry => $"{entry.Level} {entry.Id.Id} {entry.Id.Name}: {entry.Text}"), Is.EqualTo(new[]
        {
            @"Debug 1010 OperationStarting: DeleteItems is asked of Scripted (scripted reports), 1 paths: \\srv\docs\forged\u2028 name",
            @"Warning 1015 ItemConflict: DeleteItems found \\srv\docs\b: Conflict",
            "Information 1011 OperationFinished: DeleteItems: 2 Done, 1 Conflict; 20 bytes moved in 00:00:03",
        }));
    }

    [Test]
    public async Task A_handler_that_throws_is_a_failure()
    {
        await using var cache = Open(new ScriptedBackend(_time, (report, _) => report with { Outcomes = Outcomes(OutcomeStatus.Done) }));

        await Assert.ThatAsync(() => cache.PinAsync(A, progress: new Throwing()), Throws.TypeOf<OperationFailedException>());

        Assert.That(_activities.Single().GetTagItem("error.type"), Is.EqualTo(typeof(OperationFailedException).FullName));
        Assert.That(_logger.Ids.Last(), Is.EqualTo(OfflineFilesEventIds.OperationFailed));
    }

    [Test]
    public async Task The_backend_works_inside_of_the_activity_and_the_caller_outside()
    {
        Activity? inside = null;
        await using var cache = Open(new ScriptedBackend(_time, (report, _) =>
        {
            inside = Activity.Current;
            return report;
        }));

        await cache.PinAsync(A);

        Assert.That(inside, Is.SameAs(_activities.Single()));
        Assert.That(Activity.Current, Is.Null);
    }

    [Test]
    public async Task Calls_about_files_and_settings_are_traced_and_measured_and_not_logged()
    {
        await using var cache = Open(new ScriptedBackend(_time, (report, _) => report));

        await Assert.ThatAsync(() => cache.Files.OpenReadAsync(A), Throws.TypeOf<ItemNotFoundException>());
        await cache.Files.WriteAllTextAsync(A, "text");
        await cache.Files.CreateDirectoryAsync(B);
        await cache.Files.DeleteAsync(B);
        await cache.Files.MoveAsync(A, B);
        await cache.Files.FindAsync(A);
        await cache.Configuration.GetMachineAsync();
        await cache.Configuration.PutUserAsync(new UserConfiguration());

        Assert.That(_activities.Select(activity => activity.OperationName), Is.EqualTo(new[]
        {
            "OfflineFiles.Files.OpenRead", "OfflineFiles.Files.Write", "OfflineFiles.Files.CreateDirectory", "OfflineFiles.Files.Delete", "OfflineFiles.Files.Move",
            "OfflineFiles.Files.Find", "OfflineFiles.Configuration.GetMachine", "OfflineFiles.Configuration.PutUser",
        }));
        Assert.That(_activities.Select(activity => activity.Status), Has.Exactly(1).EqualTo(ActivityStatusCode.Error).And.Exactly(7).EqualTo(ActivityStatusCode.Unset));
        Assert.That(Measures(OfflineFilesDiagnostics.OperationDuration).Count(), Is.EqualTo(8));
        Assert.That(_logger.Entries, Is.Empty);
    }

#if NET9_0_OR_GREATER
    [Test]
    public void The_histograms_of_seconds_advise_buckets_from_microseconds_to_minutes()
    {
        var advised = new Dictionary<string, IReadOnlyList<double>?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument is Histogram<double> histogram && instrument.Meter.Name == OfflineFilesDiagnostics.MeterName)
                    advised[instrument.Name] = histogram.Advice?.HistogramBucketBoundaries;
            },
        };
        // Instruments are made when they are first asked for.
        _ = OfflineFiles.Sdk.Linq.Observe.QueryMetrics.IsEnabled;
        _ = OperationMetrics.IsEnabled;
        listener.Start();

        Assert.That(advised.Keys, Is.EquivalentTo(new[] { OfflineFilesDiagnostics.QueryDuration, OfflineFilesDiagnostics.TimeToFirstRow, OfflineFilesDiagnostics.OperationDuration }));
        Assert.That(advised.Values, Is.All.SameAs(OfflineFilesDiagnostics.DurationBoundaries).Or.All.EqualTo(OfflineFilesDiagnostics.DurationBoundaries));
        Assert.That(OfflineFilesDiagnostics.DurationBoundaries, Is.Ordered.And.Unique);
        // A look-up in the embedded store, a query over a network, a synchronisation: each in a bucket of its own.
        Assert.That(new[] { 0.000_02, 0.03, 200 }.Select(seconds => OfflineFilesDiagnostics.DurationBoundaries.Count(boundary => boundary < seconds)), Is.Unique.And.All.InRange(1, 22));
    }

#endif
    [Test]
    public async Task While_nobody_listens_nothing_is_made()
    {
        _tracer.Dispose();
        _meter.Dispose();
        Activity? inside = null;
        await using var cache = new OfflineFilesCache(new ScriptedBackend(_time, (report, _) =>
        {
            inside = Activity.Current;
            return report;
        }));
        await cache.PinAsync(A);
        var telemetry = new OperationTelemetry(() => throw new InvalidOperationException("An operation would be described."), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, _time);
        _ = telemetry.HasAudience;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            if (telemetry.HasAudience) throw new InvalidOperationException("An operation would be watched.");

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(inside, Is.Null);
        Assert.That(_measured, Is.Empty);
    }

    private static ItemOutcome[] Outcomes(params OutcomeStatus[] statuses) => [.. statuses.Select((status, index) => new ItemOutcome
    {
        Path = index switch { 0 => A, 1 => B, _ => UncPath.Parse($@"\\srv\docs\{index}") },
        Status = status,
        Bytes = status is OutcomeStatus.Done ? 20 : status is OutcomeStatus.Failed ? -10 : 0,
        Error = status == OutcomeStatus.Failed ? new ItemNotFoundException(A, "secret plans are not there") : null,
    })];

    private OfflineFilesCache Open(ICacheBackend backend) => new(backend, new QueryOptions { Logger = _logger, TimeProvider = _time });

    private IEnumerable<(string Name, double Value, string Tags)> Measures(string name) => _measured.Where(each => each.Name == name);

    /// <returns>The report, also of one that is an exception; null if there is none.</returns>
    private static async Task<OperationReport?> RunAsync(OfflineFilesCache cache, MethodInfo operation, CancellationToken token)
    {
        object? Argument(ParameterInfo parameter) =>
            parameter.ParameterType == typeof(CancellationToken) ? token
            : parameter.HasDefaultValue ? parameter.DefaultValue
            : parameter.ParameterType == typeof(UncPath) ? A
            : parameter.ParameterType == typeof(string) ? A.ToString()
            : parameter.ParameterType == typeof(IEnumerable<UncPath>) ? new[] { A, B }
            : parameter.ParameterType == typeof(IEnumerable<string>) ? new[] { A.ToString(), B.ToString() }
            : true;

        try
        {
            return await (Task<OperationReport>)operation.Invoke(cache, [.. operation.GetParameters().Select(Argument)])!;
        }
        catch (OperationCancelledException error)
        {
            return error.Report;
        }
        catch (Exception error) when (error is OfflineFilesException or OperationCanceledException)
        {
            return null;
        }
    }

    private void Measured(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Add((instrument.Name, value, string.Join(", ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));

    private sealed class Throwing : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => throw new InvalidTimeZoneException("The handler is broken.");
    }
}
