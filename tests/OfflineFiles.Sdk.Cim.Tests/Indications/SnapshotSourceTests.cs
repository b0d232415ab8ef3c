using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Indications;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SnapshotSourceTests
{
    private static readonly OfflineFilesItem Grown = new(SampleItems.File.Path, OfflineFilesItemType.File);
    private static readonly UncPath New = UncPath.Parse(@"\\srv\docs\new.txt");
    private static readonly CimTransportException Down = new(CimStatus.Failed, "down") { IsUnreachable = true };

    private readonly VirtualTime _time = new();
    private readonly ChangingCache _cache = new(SampleItems.All);
    private readonly ChangeRecorder _seen = new();

    [Test]
    public async Task The_wait_doubles_while_nothing_happens_and_is_shortest_after_something_did()
    {
        await using var backend = Open();
        using var subscription = backend.Changes.Subscribe(_seen);
        foreach (var wait in new[] { 5, 10, 20, 20 }) await _time.PassAsync(wait);
        await _time.WaitedForAsync(TimeSpan.FromSeconds(20));

        _cache.Put(Grown);
        await _time.PassAsync(20);

        var change = await _seen.NextAsync();
        Assert.That(
            (change.Kind, change.Path, change.Sequence, change.At),
            Is.EqualTo((CacheChangeKind.ItemModified, SampleItems.File.Path, 1, _time.GetUtcNow())));
        Assert.That(change.ChangedMembers, Is.EqualTo(
            ItemMembers.FileSysInfo | ItemMembers.PinInfo | ItemMembers.ChangeInfo | ItemMembers.ConnectionInfo | ItemMembers.SuspendInfo | ItemMembers.DirtyInfo
            | ItemMembers.Encrypted | ItemMembers.Sparse));
        Assert.That(await _seen.NextTextAsync(), Does.StartWith("ItemUnpinned"));
        await _time.PassAsync(5);
        await _time.WaitedForAsync(TimeSpan.FromSeconds(10));
        Assert.That((_seen.Pending, _cache.Looks), Is.EqualTo((0, 7)));
    }

    [Test]
    public async Task Reading_takes_no_more_than_its_share_of_the_time_whoever_asks_for_more()
    {
        _cache.Before = _ =>
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            return Task.CompletedTask;
        };
        await using var backend = Open(
            new CimChangeOptions { Source = CimChangeSource.Snapshots, ReadingShare = 0.25, LongestInterval = TimeSpan.FromSeconds(20) });
        using var subscription = backend.Changes.Subscribe(_seen);
        await _time.WaitedForAsync(TimeSpan.FromSeconds(90));

        await backend.PinAsync([New], PinOptions.Default, null, default);

        Assert.That(_cache.Looks, Is.EqualTo(1));
        await _time.PassAsync(90);
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo($"ItemAdded {New}"));
    }

    [Test]
    public async Task What_is_done_or_read_waits_for_the_first_look_and_an_operation_is_looked_for_at_once_afterwards()
    {
        var first = Hold();
        await using var backend = Open();
        using var subscription = backend.Changes.Subscribe(_seen);
        Assert.That(() => _cache.Running, Is.EqualTo(1).After(20_000, 1));
        _cache.Before = _ => Task.CompletedTask;

        var pin = backend.PinAsync([New], PinOptions.Default, null, default);
        var query = backend.QueryItemsAsync(new("Win32_OfflineFilesItem"), default).ToListAsync();
        var find = backend.FindItemAsync(New, default).AsTask();

        Assert.That((pin.IsCompleted, query.IsCompleted, find.IsCompleted), Is.EqualTo((false, false, false)), "they wait");
        first.SetResult();
        await pin;
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo($"ItemAdded {New}"));
        Assert.That(await _seen.NextTextAsync(), Does.StartWith($"ItemPinned {New}"));
        Assert.That((await query).Count, Is.GreaterThanOrEqualTo(4));
        await find;
    }

    [Test]
    public async Task Who_waits_for_the_first_look_can_be_cancelled()
    {
        Hold();
        await using var backend = Open();
        using var subscription = backend.Changes.Subscribe(_seen);
        using var cancellation = new CancellationTokenSource();
        var query = backend.QueryItemsAsync(new("Win32_OfflineFilesItem"), cancellation.Token).ToListAsync();

        await cancellation.CancelAsync();

        var error = await Assert.CatchAsync<OperationCanceledException>(() => query);
        Assert.That(error!.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    [Test]
    public async Task Looks_that_fail_are_one_gap_and_the_first_that_succeeds_tells_what_happened_meanwhile()
    {
        await using var backend = Open();
        using var subscription = backend.Changes.Subscribe(_seen);
        await _time.WaitedForAsync(TimeSpan.FromSeconds(5));

        _cache.Failure = Down;
        foreach (var wait in new[] { 5, 5, 10, 20 }) await _time.PassAsync(wait);
        await _time.WaitedForAsync(TimeSpan.FromSeconds(20));
        _cache.Failure = null;
        _cache.Remove(SampleItems.File.ItemPath);
        await _time.PassAsync(20);

        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"));
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo($"ItemRemoved {SampleItems.File.ItemPath}"));
        _cache.Failure = Down;
        await _time.PassAsync(5);
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"), "the next outage is told of again");
    }

    [Test]
    public async Task Without_a_first_look_there_is_nothing_to_compare_with_so_there_is_a_gap_when_it_sees()
    {
        _cache.Failure = Down;
        await using var backend = Open();
        using var subscription = backend.Changes.Subscribe(_seen);
        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"));
        await _time.PassAsync(5);
        await _time.WaitedForAsync(TimeSpan.FromSeconds(10));

        _cache.Failure = null;
        await _time.PassAsync(10);

        Assert.That(await _seen.NextTextAsync(), Is.EqualTo("Gap"));
        _cache.Put(Grown);
        await _time.PassAsync(5);
        Assert.That(await _seen.NextTextAsync(), Does.StartWith("ItemModified"));
    }

    [Test]
    public async Task Leaving_during_a_look_ends_it_and_leaves_nothing_behind()
    {
        Hold();
        await using var backend = Open();
        var (first, second) = (backend.Changes.Subscribe(_seen), backend.Changes.Subscribe(new ChangeRecorder()));
        Assert.That(() => _cache.Running, Is.EqualTo(1).After(20_000, 1));

        first.Dispose();
        Assert.That(_cache.Running, Is.EqualTo(1));
        second.Dispose();

        Assert.That(() => _cache.Running, Is.Zero.After(20_000, 1));
        Assert.That(() => _time.Waits, Is.Empty.After(20_000, 1));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.That((_cache.Looks, _seen.Pending), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Who_comes_after_the_last_left_begins_with_a_look_of_its_own()
    {
        await using var backend = Open();
        backend.Changes.Subscribe(new ChangeRecorder()).Dispose();
        _cache.Put(Grown);

        using var subscription = backend.Changes.Subscribe(_seen);
        await backend.FindItemAsync(New, default);
        _cache.Remove(Grown.ItemPath);
        await _time.PassAsync(5);

        Assert.That(await _seen.NextTextAsync(), Is.EqualTo($"ItemRemoved {Grown.ItemPath}"));
        Assert.That(_seen.Pending, Is.Zero);
    }

    [Test]
    public async Task A_subscriber_that_throws_is_dropped_and_the_source_stops_with_it()
    {
        await using var backend = Open();
        backend.Changes.Subscribe(_ => throw new InvalidOperationException("The subscriber's own fault."));
        await backend.PinAsync([New], PinOptions.Default, null, default);

        Assert.That(() => _time.Waits, Is.Empty.After(20_000, 1));
    }

    [Test]
    public async Task Disposing_during_a_look_completes_the_stream_and_ends_the_look()
    {
        Hold();
        var backend = Open();
        backend.Changes.Subscribe(_seen);
        var pin = backend.PinAsync([New], PinOptions.Default, null, default);

        await backend.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        await _seen.EndedAsync();
        await Assert.ThatAsync(() => pin.WaitAsync(TimeSpan.FromSeconds(20)), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That((_cache.Running, _time.Waits), Is.EqualTo((0, Array.Empty<TimeSpan>())));
    }

    [Test]
    public async Task What_is_a_fault_and_not_a_failure_ends_the_stream_with_it()
    {
        _cache.Failure = new InvalidOperationException("a fault");
        await using var backend = Open();
        backend.Changes.Subscribe(_seen);

        await Assert.ThatAsync(_seen.EndedAsync, Throws.InvalidOperationException.With.Message.EqualTo("a fault"));
    }

    private CimBackend Open(CimChangeOptions? changes = null) => Backends.Over(new ProviderDouble(_cache), new CimBackendOptions
    {
        Changes = changes ?? new CimChangeOptions { LongestInterval = TimeSpan.FromSeconds(20) },
        TimeProvider = _time,
    });

    private TaskCompletionSource Hold()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _cache.Before = token => held.Task.WaitAsync(token);
        return held;
    }
}
