using OfflineFiles.Sdk.Cim.Tests.Indications;
using OfflineFiles.Sdk.Cim.Tests.Sessions;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests;

/// <summary>One cache object through everything that can happen to its machine, as its user sees it.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class EndToEndTests
{
    private const int Attempts = 5;

    private static readonly UncPath New = UncPath.Parse(@"\\srv\docs\new.txt");
    private static readonly TimeSpan Polling = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(20);

    private readonly VirtualTime _time = new();
    private readonly ChangingCache _items = new(SampleItems.All);
    private readonly ChangeRecorder _seen = new();
    private readonly TestMachine _machine;
    private readonly OfflineFilesCache _cache;

    public EndToEndTests()
    {
        _machine = new TestMachine { Server = new ProviderDouble(_items, new ProviderDoubleOptions { Time = _time }) };
        var options = new CimBackendOptions
        {
            TimeProvider = _time,
            Reconnect = new() { FirstDelay = Reconnect, LongestDelay = Reconnect, Attempts = Attempts },
            Changes = new() { Source = CimChangeSource.Subscription, PollingInterval = Polling, ShortestInterval = Retry, LongestInterval = Retry },
        };
        _cache = new OfflineFilesCache(new CimBackend(_machine, options, "pc-042"));
    }

    [Test]
    public async Task A_cache_lives_through_every_loss_of_its_machine_and_leaves_nothing_behind()
    {
        await ConnectsWithTheFirstCallAsync();
        await IsAskedAgainBeforeTheFirstRowAsync();
        await SaysThatRowsAreMissingAsync();
        await SendsAnOperationOnceAsync();
        await HealsASubscriptionAsync();
        await NamesAStoppedServiceAsync();
        await EndsWhatRunsAsync();

        Assert.That(_machine.Sessions.Select(session => (session.Disposals, session.Faults, session.Users)), Has.Exactly(5).EqualTo((1, 0, 0)));
        Assert.That(_machine.Connects, Is.EqualTo(5));
        Assert.That((_items.Running, _time.Waits), Is.EqualTo((0, Array.Empty<TimeSpan>())));
    }

    private async Task ConnectsWithTheFirstCallAsync()
    {
        var query = _cache.Items.Where(item => item.ItemType == OfflineFilesItemType.File);
        Assert.That(_machine.Connects, Is.Zero);

        Assert.That(await query.CountAsync(), Is.EqualTo(1));
        Assert.That(_machine.Connects, Is.EqualTo(1));
    }

    private async Task IsAskedAgainBeforeTheFirstRowAsync()
    {
        var asked = LoseAt("Query 0");

        var items = _cache.Items.ToListAsync();
        await _time.PassAsync(Reconnect);

        Assert.That(await items, Has.Count.EqualTo(SampleItems.All.Length));
        Assert.That((asked(), _machine.Connects), Is.EqualTo((2, 2)));
    }

    private async Task SaysThatRowsAreMissingAsync()
    {
        var asked = LoseAt("Query 2");
        var rows = 0;

        var error = (await Assert.ThrowsAsync<CimUnreachableException>(async () =>
        {
            await foreach (var item in _cache.Items.AsAsyncEnumerable()) rows++;
        }))!;

        Assert.That((rows, error.IsTransient, asked()), Is.EqualTo((2, true, 1)));
    }

    private async Task SendsAnOperationOnceAsync()
    {
        var sent = LoseAt("Pin");

        var pin = _cache.PinAsync(New);
        await _time.PassAsync(Reconnect);

        await Assert.ThatAsync(() => pin, Throws.TypeOf<CimUnreachableException>().With.Property("IsTransient").True);
        Assert.That((sent(), _machine.Connects), Is.EqualTo((1, 3)));
    }

    private async Task HealsASubscriptionAsync()
    {
        _cache.Changes.Subscribe(_seen);
        await _time.PassAsync(Reconnect);
        await _time.WaitedForAsync(Polling);
        await _cache.PinAsync(New);
        LoseAt("Subscribe 1");
        await _time.PassAsync(Polling);
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo($"ItemAdded {New}"));
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo($"ItemPinned {New} [PinInfo]"));
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"), "it is lost");

        // What the operation did is looked for at once, so nothing but the reconnection is waited for.
        await _time.PassAsync(Reconnect);
        await _time.PassAsync(Polling, waits: 2);
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"), "it listens again");

        await _time.WaitedForAsync(Polling);
        _items.Remove(New.ToString());
        await _time.PassAsync(Polling);
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo($"ItemRemoved {New}"));
    }

    private async Task NamesAStoppedServiceAsync()
    {
        var server = _machine.Server;
        _machine.Server = new ProviderDouble(_items, new ProviderDoubleOptions { Time = _time, Service = OfflineFilesServiceState.Stopped });

        await Assert.ThatAsync(
            () => _cache.FindAsync(New).AsTask(), Throws.TypeOf<OfflineFilesServiceException>().With.Property("State").EqualTo(OfflineFilesServiceState.Stopped));

        _machine.Server = server;
    }

    private async Task EndsWhatRunsAsync()
    {
        _machine.OnCall = (_, call, token) => call is "Query 1" or "Get" or "Pin" ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask;
        Task[] running = [_cache.Items.ToListAsync(), _cache.FindAsync(New).AsTask(), _cache.PinAsync(New)];
        await SeamCalls.Until(() => _machine.Sessions[^1].Users == running.Length + 1);

        await _cache.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        foreach (var call in running) await Assert.ThatAsync(() => call, Throws.TypeOf<ObjectDisposedException>());
        await _seen.EndedAsync();
    }

    /// <summary>Loses the newest session at a call, once, and counts those calls.</summary>
    private Func<int> LoseAt(string lost)
    {
        var times = 0;
        _machine.OnCall = (_, call, _) => call == lost && Interlocked.Increment(ref times) == 1 ? Task.FromException(TestMachine.Lost) : Task.CompletedTask;
        return () => Volatile.Read(ref times);
    }
}
