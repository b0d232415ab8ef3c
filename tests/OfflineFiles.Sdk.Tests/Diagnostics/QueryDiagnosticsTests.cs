using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Diagnostics;

/// <summary>What those see who watch queries through the standard means: the log, activities, metrics.</summary>
[TestFixture]
[NonParallelizable]
public sealed class QueryDiagnosticsTests
{
    private const string Pinned = "SELECT * FROM Win32_OfflineFilesItem WHERE PinInfo.Pinned = TRUE";

    private readonly RecordingLogger _logger = new();
    private readonly List<Activity> _activities = [];
    private readonly List<(string Name, double Value, string Tags)> _measured = [];
    private readonly FakeTimeProvider _time = new();
    private OfflineFilesCache _cache = null!;
    private ActivityListener _tracer = null!;
    private MeterListener _meter = null!;

    [SetUp]
    public void SetUp()
    {
        _logger.Entries.Clear();
        _activities.Clear();
        _measured.Clear();
        _cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything), new QueryOptions { Logger = _logger, TimeProvider = _time });
        _tracer = Activities.Hear(_activities.Add);
        _meter = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == OfflineFilesDiagnostics.MeterName) listener.EnableMeasurementEvents(instrument);
            },
        };
        _meter.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meter.Start();
    }

    [TearDown]
    public async Task TearDown()
    {
        _tracer.Dispose();
        _meter.Dispose();
        await _cache.DisposeAsync();
    }

    [Test]
    public async Task A_run_is_logged_from_its_start_to_its_end()
    {
        await _cache.Items.Where(i => i.PinInfo!.Pinned).Tag("night").Tag("report").ToListAsync();
        await _cache.Items.Where(i => i.ItemPath == @"\\srv\data").ToListAsync();

        Assert.That(_logger.Entries.Select(entry => $"{entry.Level} {entry.Id.Id} {entry.Id.Name}: {entry.Text}"), Is.EqualTo(new[]
        {
            $"Debug 1000 QueryStarting: InMemory (rows of a test) is asked, by Scan: {Pinned} [night, report]",
            $"Debug 1005 FullScan: InMemory (rows of a test) goes through the whole cache, because no predicate says where the items are. The query: {Pinned} [night, report]",
            $"Debug 1002 QueryFinished: Done after 00:00:00: 3 rows read, 3 results returned. The query: {Pinned} [night, report]",
            @"Debug 1000 QueryStarting: InMemory (rows of a test) is asked, by KeyLookup: Win32_OfflineFilesItem.ItemPath=""\\\\srv\\data"" []",
            @"Debug 1002 QueryFinished: Done after 00:00:00: 1 rows read, 1 results returned. The query: Win32_OfflineFilesItem.ItemPath=""\\\\srv\\data"" []",
        }));
    }

    [Test]
    public async Task A_failure_and_a_cancellation_are_told_apart()
    {
        using var source = new CancellationTokenSource();
        var rows = _cache.Items.Where(i => i.PinInfo!.Pinned).AsAsyncEnumerable().GetAsyncEnumerator(source.Token);
        await using (rows)
        {
            await rows.MoveNextAsync();
            await source.CancelAsync();
            await Assert.CatchAsync<OperationCanceledException>(async () => await rows.MoveNextAsync());
        }

        Assert.Throws<DivideByZeroException>(() => _cache.Items.Select(i => 1 / i.ItemName.IndexOf('s')).ToList());

        Assert.That(_logger.Ids, Is.EqualTo(new[] { 1000, 1005, 1004, 1000, 1005, 1003 }));
        Assert.That(_logger.Entries[^1].Error, Is.TypeOf<DivideByZeroException>());
        Assert.That(_activities.Select(activity => activity.Status), Is.EqualTo(new[] { ActivityStatusCode.Unset, ActivityStatusCode.Error }));
        Assert.That(_activities.Select(activity => activity.GetTagItem("error.type")), Is.EqualTo(new[] { "System.OperationCanceledException", "System.DivideByZeroException" }));
    }

    [Test]
    public async Task An_activity_carries_what_was_asked_and_how_much_came()
    {
        await _cache.Items.Where(i => i.PinInfo!.Pinned && i.ItemName.Length > 7).Tag("report").ToListAsync();

        var activity = _activities.Single();
        Assert.That(activity.OperationName, Is.EqualTo("OfflineFiles.Query"));
        Assert.That(activity.Kind, Is.EqualTo(ActivityKind.Client));
        Assert.That(activity.TagObjects, Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["db.system.name"] = "offlinefiles",
            ["db.namespace"] = "rows of a test",
            ["db.query.text"] = Pinned,
            ["offlinefiles.backend"] = "InMemory",
            ["offlinefiles.access_path"] = "Scan",
            ["offlinefiles.tags"] = "report",
            ["offlinefiles.rows_read"] = 3L,
            ["db.response.returned_rows"] = 1L,
        }));
    }

    [Test]
    public async Task A_query_that_is_left_early_ends_as_well_and_is_never_the_current_activity()
    {
        foreach (var _ in _cache.Items)
        {
            Assert.That(Activity.Current, Is.Null);
            break;
        }

        await foreach (var _ in _cache.Items.AsAsyncEnumerable())
        {
            Assert.That(Activity.Current, Is.Null);
            break;
        }

        await foreach (var _ in _cache.Query($"SELECT * FROM Win32_OfflineFilesCache")) break;
        await _cache.Items.FirstAsync();

        Assert.That(_activities.Select(activity => (activity.GetTagItem("db.response.returned_rows"), activity.GetTagItem("offlinefiles.access_path"))), Is.EqualTo(new[]
        {
            (1L, "Scan"), (1L, "Scan"), (1L, "Verbatim"), (1L, "Scan"),
        }));
        Assert.That(Activity.Current, Is.Null);
    }

    [Test]
    public async Task What_a_query_costs_is_measured()
    {
        var backend = new SlowBackend(_time, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        await using var cache = new OfflineFilesCache(backend, new QueryOptions { TimeProvider = _time });

        await backend.DriveAsync(cache.Items.Where(i => i.ItemName.Length == 99).ToListAsync());

        const string Tags = "offlinefiles.backend=Slow, offlinefiles.access_path=Scan";
        Assert.That(_measured, Is.EquivalentTo(new[]
        {
            ("offlinefiles.query.time_to_first_row", 3.0, Tags),
            ("offlinefiles.query.rows_read", 2.0, Tags),
            ("offlinefiles.query.rows_returned", 0.0, Tags),
            ("offlinefiles.query.duration", 6.0, Tags),
        }));
    }

    [Test]
    public void A_query_that_is_made_or_explained_or_refused_is_no_run()
    {
        var query = _cache.Items.Where(i => i.ItemName.Length > 7).WithOptions(new QueryOptions { ClientEvaluation = ClientEvaluation.Throw, Logger = _logger });

        _ = query.Explain().ToString();
        Assert.Throws<QueryTranslationException>(() => query.ToList());

        Assert.That(_logger.Entries, Is.Empty);
        Assert.That(_activities, Is.Empty);
    }

    [Test]
    public void While_nobody_listens_nothing_is_made()
    {
        _tracer.Dispose();
        _meter.Dispose();
        _ = QueryWatch.IsNeeded(QueryOptions.Default);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            if (QueryWatch.IsNeeded(QueryOptions.Default)) throw new InvalidOperationException("A query would be watched.");

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private void Measured(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Add((instrument.Name, value, string.Join(", ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
