using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Logging;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Cim.Sessions.Connect;
using OfflineFiles.Sdk.Cim.Sessions.Share;
using OfflineFiles.Sdk.Cim.Tests.Indications;
using OfflineFiles.Sdk.Cim.Tests.Sessions;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Diagnosis;

/// <summary>What the logger of the options is told, word for word.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CimLogTests
{
    private readonly RecordingLogger _logger = new();
    private readonly VirtualTime _time = new();
    private readonly ChangingCache _cache = new(SampleItems.All);
    private readonly ChangeRecorder _seen = new();

    private CimLog Log => new(_logger, new BackendDescription("CIM", "pc42"));

    [Test]
    public void Every_event_has_a_number_of_its_own_range_and_no_two_share_one()
    {
        var ids = typeof(CimEventIds).GetFields().Select(field => (int)field.GetRawConstantValue()!).ToList();

        Assert.That(ids, Is.Unique.And.All.InRange(1200, 1299));
    }

    [Test]
    public async Task A_session_that_is_made_lost_and_made_again_is_told_with_the_repeated_request()
    {
        var machine = new TestMachine { OnConnect = (number, _) => number == 2 ? Task.FromException(TestMachine.Lost) : Task.CompletedTask };
        machine.OnCall = (session, _, _) => session == machine.Sessions[0] ? Task.FromException(TestMachine.Lost) : Task.CompletedTask;
        var options = new CimBackendOptions { Reconnect = new() { FirstDelay = TimeSpan.FromMilliseconds(1) } };
        var transport = new SharedTransport(machine, options, Log);

        await transport.Get();
        await transport.DisposeAsync();

        Assert.That(Told(), Is.EquivalentTo(new[]
        {
            "1200 Debug CIM (pc42): a session was made.",
            "1201 Warning CIM (pc42): the session was lost. The next call makes another.",
            "1205 Information CIM (pc42): GetAsync is sent again after a loss, repetition 1.",
            "1203 Warning CIM (pc42): no session came about, at attempt 1.",
            "1205 Information CIM (pc42): GetAsync is sent again after a loss, repetition 2.",
            "1202 Information CIM (pc42): a session was made again, at attempt 2.",
        }));
    }

    [Test]
    public async Task The_way_round_by_DCOM_is_told()
    {
        var lost = new TestMachine { OnConnect = (_, _) => Task.FromException(TestMachine.Lost) };

        await new FallbackConnector(lost, new TestMachine(), Log).ConnectAsync(default);

        Assert.That(Told(), Is.EqualTo(new[] { "1204 Warning CIM (pc42): not reached by WS-Management, so DCOM is tried." }));
        Assert.That(_logger.Entries[0].Error, Is.SameAs(TestMachine.Lost));
    }

    [Test]
    public async Task What_a_diagnosis_found_is_told()
    {
        await using var backend = Open(new ProviderDoubleOptions { Service = OfflineFilesServiceState.Stopped });

        await Assert.ThatAsync(() => backend.QueryItemsAsync(new WqlSelectQuery("Win32_OfflineFilesItem"), default).ToListAsync(), Throws.Exception);

        Assert.That(Told(), Does.Contain("1210 Warning CIM (pc42): Offline Files did not answer. Its service: Stopped."));
    }

    [Test]
    public async Task How_changes_are_noticed_is_told_and_why_not_otherwise()
    {
        await using var backend = Open(new ProviderDoubleOptions { EventsAreRefused = true, Time = _time });
        using var subscription = backend.Changes.Subscribe(_seen);
        await _seen.NextAsync();

        Assert.That(Told().Where(text => text[..4] is "1220" or "1221"), Is.EqualTo(new[]
        {
            "1220 Information CIM (pc42): changes are noticed by Subscription.",
            "1221 Information CIM (pc42): the machine refuses subscriptions, so another source of changes is used.",
            "1220 Information CIM (pc42): changes are noticed by Snapshots.",
        }));
    }

    [Test]
    public async Task Sight_of_the_changes_that_is_lost_and_found_is_told_once_each()
    {
        var session = Substitute.For<ICimTransport>();
        var looks = 0;
        session.QueryAsync(default!, default).ReturnsForAnyArgs(_ => ++looks is 2 or 3 ? Down() : Items());
        await using var backend = Backends.Over(session, Options(new CimChangeOptions { Source = CimChangeSource.Snapshots }), "pc42");
        using var subscription = backend.Changes.Subscribe(_seen);

        foreach (var wait in new[] { 5, 5, 10 }) await _time.PassAsync(wait);
        await _time.WaitedForAsync(TimeSpan.FromSeconds(20));

        Assert.That(Told().Where(text => text[..4] is "1222" or "1223"), Is.EqualTo(new[]
        {
            "1222 Warning CIM (pc42): changes are not noticed at the moment. It is tried again.",
            "1223 Information CIM (pc42): changes are noticed again.",
        }));
    }

    [Test]
    public async Task A_subscriber_that_throws_is_told()
    {
        await using var backend = Open(new ProviderDoubleOptions { EventsAreRefused = true, Time = _time });
        var subscriber = Substitute.For<IObserver<CacheChange>>();
        subscriber.When(one => one.OnNext(Arg.Any<CacheChange>())).Do(_ => throw new InvalidOperationException("no"));
        using var subscription = backend.Changes.Subscribe(subscriber);

        await SeamCalls.Until(() => Told().Exists(text => text.StartsWith("1100 Error", StringComparison.Ordinal)));
    }

    private static async IAsyncEnumerable<CimRow> Down()
    {
        await Task.FromException(TestMachine.Lost);
        yield break;
    }

    private IAsyncEnumerable<CimRow> Items() => new ProviderDouble(_cache).QueryAsync(new CimQuery("SELECT * FROM Win32_OfflineFilesItem"), default);

    private CimBackend Open(ProviderDoubleOptions provider) =>
        Backends.Over(new ProviderDouble(_cache, provider), Options(CimChangeOptions.Default), "pc42");

    private CimBackendOptions Options(CimChangeOptions changes) =>
        new() { Logger = _logger, TimeProvider = _time, Changes = changes, Reconnect = CimReconnectOptions.Never };

    private List<string> Told()
    {
        lock (_logger.Entries) return [.. _logger.Entries.Select(entry => $"{entry.Id.Id} {entry.Level} {entry.Text}")];
    }
}
