using NSubstitute;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Indications;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SubscriptionSourceTests
{
    private static readonly UncPath New = UncPath.Parse(@"\\srv\docs\new.txt");
    private static readonly CimChangeOptions Subscription = new() { Source = CimChangeSource.Subscription };

    private readonly VirtualTime _time = new();
    private readonly ChangingCache _cache = new(SampleItems.All);
    private readonly ChangeRecorder _seen = new();

    [TestCase(CimDialect.Windows, 300, "SELECT * FROM __InstanceOperationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_OfflineFilesItem'")]
    [TestCase(CimDialect.Omi, 0.5, "SELECT * FROM __InstanceOperationEvent WITHIN 0.5 WHERE TargetInstance ISA Win32_OfflineFilesItem")]
    public async Task One_event_query_is_sent_for_all_subscribers_in_the_words_of_the_server(CimDialect dialect, double seconds, string expected)
    {
        var provider = new ProviderDouble(_cache, new ProviderDoubleOptions { Time = _time });
        await using var backend = Backends.Over(provider, new CimBackendOptions
        {
            Dialect = dialect,
            TimeProvider = _time,
            Changes = Subscription with { PollingInterval = TimeSpan.FromSeconds(seconds) },
        });

        using var first = backend.Changes.Subscribe(_seen);
        using var second = backend.Changes.Subscribe(new ChangeRecorder());
        await backend.FindItemAsync(New, default);

        Assert.That(provider.Subscriptions, Is.EqualTo(new[] { expected }));
    }

    [Test]
    public async Task Events_are_told_as_the_changes_they_are_with_the_time_of_the_machine([Values] bool valuesAsStrings)
    {
        await using var backend = Open(Subscription, new ProviderDoubleOptions { Time = _time, ValuesAsStrings = valuesAsStrings });
        using var subscription = backend.Changes.Subscribe(_seen);
        await _time.WaitedForAsync(TimeSpan.FromMinutes(5));
        var pin = new PinInfo { Pinned = true };

        await backend.PinAsync([New], PinOptions.Default, null, default);
        _cache.Put(new OfflineFilesItem(@"\\srv\docs\plans", OfflineFilesItemType.Directory));
        _cache.Remove(SampleItems.File.ItemPath);
        await _time.PassAsync(300);

        var removed = await _seen.NextAsync();
        Assert.That(removed.ToString(), Is.EqualTo($"ItemRemoved {SampleItems.File.ItemPath}"));
        Assert.That((removed.Previous!.FileSysInfo, removed.Current), Is.EqualTo((SampleItems.File.FileSysInfo, (OfflineFilesItem?)null)));
        Assert.That(removed.At, Is.EqualTo(_time.GetUtcNow()));
        var added = await _seen.NextAsync();
        Assert.That((added.ToString(), added.Current!.PinInfo, added.Sequence), Is.EqualTo(($"ItemAdded {New}", pin, 2)));
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo($"ItemPinned {New} [PinInfo]"));
        Assert.That(await _seen.NextTextAsync(), Does.StartWith(@"ItemModified \\srv\docs\plans"));
    }

    [Test]
    public async Task A_subscription_that_is_lost_is_a_gap_and_another_one_when_it_listens_again_and_then_it_goes_on()
    {
        await using var backend = Open(Subscription, new ProviderDoubleOptions { Time = _time, EventsUntilLoss = 0 });
        using var subscription = backend.Changes.Subscribe(_seen);
        await _time.WaitedForAsync(TimeSpan.FromMinutes(5));
        _cache.Remove(SampleItems.File.ItemPath);

        await _time.PassAsync(300);
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"));
        await _time.PassAsync(5);
        // WMI waits for its next look, and the source for the time in which a failure would have come.
        await _time.PassAsync(TimeSpan.FromMinutes(5), waits: 2);

        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"));
        await _time.WaitedForAsync(TimeSpan.FromMinutes(5));
        _cache.Put(SampleItems.File);
        await _time.PassAsync(300);
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"), "lost again");
    }

    [Test]
    public async Task A_machine_that_is_down_is_one_gap_and_tried_again_less_and_less_often()
    {
        var transport = Substitute.For<ICimTransport>();
        var down = new CimTransportException(CimStatus.Failed, "down") { IsUnreachable = true };
        transport.SubscribeAsync(default!, default).ReturnsForAnyArgs(
            _ => Rows(down), _ => Rows(down), _ => Rows(down), _ => Rows(null, Event("__InstanceDeletionEvent", SampleItems.File)));
        await using var backend = Backends.Over(transport, new CimBackendOptions { TimeProvider = _time, Changes = Subscription });
        using var subscription = backend.Changes.Subscribe(_seen);

        foreach (var wait in new[] { 5, 10, 20 }) await _time.PassAsync(wait);

        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"));
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"), "an event says that it listens");
        Assert.That(await _seen.NextTextAsync(), Does.StartWith("ItemRemoved"));
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"), "an end is a loss too");
    }

    private static IEnumerable<TestCaseData> Rare() =>
    [
        new TestCaseData(Event("__InstanceModificationEvent", SampleItems.File, previous: null), $"ItemModified {SampleItems.File.ItemPath}")
            .SetArgDisplayNames("no previous instance"),
        new TestCaseData(Event("__instancecreationevent", SampleItems.File), $"ItemAdded {SampleItems.File.ItemPath}")
            .SetArgDisplayNames("another case"),
        new TestCaseData(Event("__InstanceOperationEvent", SampleItems.File), "Gap").SetArgDisplayNames("an event of no known class"),
        new TestCaseData(new CimRow("__InstanceDeletionEvent", []), "Gap").SetArgDisplayNames("no instance at all"),
        new TestCaseData(
            new CimRow("__InstanceCreationEvent", [new("TargetInstance", CimRow.Key("Win32_OfflineFilesItem", "ItemPath", @"\\srv\docs\a"))]), "Gap")
            .SetArgDisplayNames("an instance that cannot be read"),
    ];

    [TestCaseSource(nameof(Rare))]
    public async Task An_event_tells_what_it_can(object row, string expected)
    {
        var transport = Substitute.For<ICimTransport>();
        transport.SubscribeAsync(default!, default).ReturnsForAnyArgs(_ => Rows(null, (CimRow)row));
        await using var backend = Backends.Over(transport, new CimBackendOptions { TimeProvider = _time, Changes = Subscription });
        using var subscription = backend.Changes.Subscribe(_seen);

        Assert.That(await _seen.NextTextAsync(), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_modification_that_changed_nothing_is_none()
    {
        var transport = Substitute.For<ICimTransport>();
        var nothing = Event("__InstanceModificationEvent", SampleItems.File, SampleItems.File);
        transport.SubscribeAsync(default!, default).ReturnsForAnyArgs(
            _ => Rows(null, nothing, nothing, Event("__InstanceDeletionEvent", SampleItems.File)));
        await using var backend = Backends.Over(transport, new CimBackendOptions { TimeProvider = _time, Changes = Subscription });
        using var subscription = backend.Changes.Subscribe(_seen);

        Assert.That(await _seen.NextTextAsync(), Does.StartWith("ItemRemoved"));
    }

    private static IEnumerable<CimTransportException> Refusals() =>
    [
        new(CimStatus.InvalidQuery, "no such events"),
        new(CimStatus.NotSupported, "not supported"),
        new(CimStatus.Failed, "quota") { NativeCode = NativeCodes.WmiQuotaViolation },
    ];

    [TestCaseSource(nameof(Refusals))]
    public async Task A_refusal_is_an_error_to_who_asked_for_a_subscription(Exception refusal)
    {
        var transport = Substitute.For<ICimTransport>();
        transport.SubscribeAsync(default!, default).ReturnsForAnyArgs(_ => Rows(refusal));
        await using var backend = Backends.Over(transport, new CimBackendOptions { TimeProvider = _time, Changes = Subscription });

        backend.Changes.Subscribe(_seen);

        await Assert.ThatAsync(_seen.EndedAsync, Throws.TypeOf<OperationNotSupportedException>()
            .With.Property("Operation").EqualTo("Changes").And.Message.EndsWith($"({refusal.Message}). Set CimChangeOptions.Source to Snapshots."));
    }

    [Test]
    public async Task A_remote_machine_that_refuses_is_read_instead_if_nobody_asked_for_a_subscription()
    {
        await using var backend = Open(CimChangeOptions.Default, new ProviderDoubleOptions { EventsAreRefused = true }, "pc42");
        using var subscription = backend.Changes.Subscribe(_seen);

        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"), "what was done before the refusal came is not known");
        _cache.Remove(SampleItems.File.ItemPath);
        await _time.PassAsync(5);
        Assert.That(await _seen.NextTextAsync(), Does.StartWith("ItemRemoved"));
    }

    [Test]
    public async Task The_local_machine_is_read_and_a_remote_one_listened_to_unless_told_otherwise()
    {
        Assert.That((await SubscriptionsAsync(null), await SubscriptionsAsync("pc42")), Is.EqualTo((0, 1)));

        async Task<int> SubscriptionsAsync(string? host)
        {
            var provider = new ProviderDouble(_cache, new ProviderDoubleOptions { Time = _time });
            await using var backend = Backends.Over(provider, new CimBackendOptions { TimeProvider = _time }, host);
            using var subscription = backend.Changes.Subscribe(new ChangeRecorder());
            await backend.FindItemAsync(New, default);
            return provider.Subscriptions.Count;
        }
    }

    [Test]
    public async Task The_last_to_leave_ends_the_subscription_at_the_machine()
    {
        await using var backend = Open(Subscription, new ProviderDoubleOptions { Time = _time });
        var subscription = backend.Changes.Subscribe(_seen);
        await _time.WaitedForAsync(TimeSpan.FromMinutes(5));

        subscription.Dispose();

        Assert.That(() => _time.Waits, Is.Empty.After(20_000, 1));
    }

    [Test]
    public async Task Disposing_completes_the_stream_while_it_waits_for_another_attempt()
    {
        var transport = Substitute.For<ICimTransport>();
        transport.SubscribeAsync(default!, default).ReturnsForAnyArgs(_ => Rows(new CimTransportException(CimStatus.Failed, "down")));
        var backend = Backends.Over(transport, new CimBackendOptions { TimeProvider = _time, Changes = Subscription });
        backend.Changes.Subscribe(_seen);
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"));

        await backend.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        await _seen.EndedAsync();
        Assert.That(_time.Waits, Is.Empty);
    }

    private CimBackend Open(CimChangeOptions changes, ProviderDoubleOptions provider, string? host = null) =>
        Backends.Over(new ProviderDouble(_cache, provider), new CimBackendOptions { Changes = changes, TimeProvider = _time }, host);

    private static CimRow Event(string className, OfflineFilesItem target, OfflineFilesItem? previous = null)
    {
        var rows = new ProviderRows(ProviderDoubleOptions.Default);
        return new CimRow(
            className, [new("TargetInstance", rows.Item(target)), new("PreviousInstance", previous is null ? null : rows.Item(previous))]);
    }

    private static async IAsyncEnumerable<CimRow> Rows(Exception? error, params CimRow[] rows)
    {
        await Task.Yield();
        foreach (var row in rows) yield return row;
        if (error is not null) throw error;
    }
}
