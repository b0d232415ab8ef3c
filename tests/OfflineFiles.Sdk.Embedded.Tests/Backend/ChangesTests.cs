using System.Collections.Concurrent;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

[TestFixture]
internal sealed class ChangesTests
{
    [Test]
    public async Task Changes_come_in_order_with_what_was_and_what_is()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        var recorder = new Recorder();
        using var subscription = test.Backend.Changes.Subscribe(recorder);

        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "changed");
        await test.DeleteAsync("a.txt");
        await test.OnlineAsync();
        var changes = await recorder.UntilAsync(CacheChangeKind.ItemReconnected);

        // The last one is that of a.txt, which may be on its way.
        Assert.That(changes.Take(11).Select(change => $"{change.Kind} {change.Path?.Name}"), Is.EqualTo(new[]
        {
            "ItemAdded srv", "ItemAdded docs", "ItemModified docs", "ItemPinned docs", "ItemAdded a.txt", "ItemPinned a.txt",
            "ItemDisconnected docs", "ItemModified a.txt", "ItemModified a.txt", "ItemModified a.txt", "ItemReconnected docs",
        }));
        Assert.That(changes.Select(change => change.Sequence), Is.Ordered.Ascending.And.Unique);
        var filled = changes[4];
        Assert.That((filled.Previous, filled.Current!.Sparse, filled.Current.PinInfo!.Pinned), Is.EqualTo(((OfflineFilesItem?)null, false, true)));
        Assert.That(changes[7].ChangedMembers, Is.EqualTo(ItemMembers.ConnectionInfo));
        Assert.That(changes[8].ChangedMembers.HasFlag(ItemMembers.ChangeInfo | ItemMembers.FileSysInfo), Is.True);
        Assert.That(filled.At, Is.EqualTo(test.Time.GetUtcNow()));
    }

    [Test]
    public async Task A_synchronisation_is_told_from_beginning_to_end_under_one_id()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("gone.txt", "g"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "mine");
        test.Put("a.txt", "theirs");
        File.Delete(test.OnShare("gone.txt"));
        await test.OnlineAsync();
        var recorder = new Recorder();
        using var subscription = test.Backend.Changes.Subscribe(recorder);

        await test.SyncAsync();
        var changes = await recorder.UntilAsync(CacheChangeKind.SyncEnd);

        Assert.That(changes.Select(change => $"{change.Kind} {change.Path?.Name}".Trim()), Is.EqualTo(new[]
        {
            "SyncBegin", "ItemModified a.txt", "ConflictAdded a.txt", "SyncItemResult a.txt", "ItemRemoved gone.txt", "SyncItemResult gone.txt", "SyncEnd",
        }));
        Assert.That(changes.Select(change => change.SyncId).Distinct().Count(), Is.EqualTo(1));
        Assert.That(changes[0].SyncId, Is.Not.Null);
        Assert.That(changes[2].Outcome!.State, Is.EqualTo(SyncState.FileChangedOnClientChangedOnServer));
        Assert.That(changes[^1].Result, Is.Zero);
    }

    [Test]
    public async Task A_subscriber_that_throws_harms_nobody()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        var good = new Recorder();
        using var first = test.Backend.Changes.Subscribe(new Thrower());
        using var second = test.Backend.Changes.Subscribe(good);

        var report = await test.PinAsync();

        Assert.That(report.Succeeded, Is.True);
        Assert.That(await good.UntilAsync(CacheChangeKind.ItemPinned), Is.Not.Empty);
    }

    [Test]
    public async Task A_disposed_subscription_gets_nothing_more_and_disposing_the_cache_completes_the_others()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        var left = new Recorder();
        var stayed = new Recorder();
        test.Backend.Changes.Subscribe(left).Dispose();
        using var subscription = test.Backend.Changes.Subscribe(stayed);
        await test.PinAsync();

        await test.Backend.DisposeAsync();
        await stayed.Completed;

        Assert.That(stayed.Changes, Is.Not.Empty);
        Assert.That(left.Changes, Is.Empty);
    }

    private sealed class Thrower : IObserver<CacheChange>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(CacheChange value) => throw new InvalidOperationException("The subscriber's own fault.");
    }

    private sealed class Recorder : IObserver<CacheChange>
    {
        private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentQueue<CacheChange> _changes = new();
        private readonly SemaphoreSlim _arrived = new(0);

        public Task Completed => _completed.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public IReadOnlyCollection<CacheChange> Changes => _changes;

        public async Task<List<CacheChange>> UntilAsync(CacheChangeKind last)
        {
            while (_changes.All(change => change.Kind != last))
                Assert.That(await _arrived.WaitAsync(TimeSpan.FromSeconds(20)), Is.True, $"No {last} came.");
            return [.. _changes];
        }

        public void OnCompleted() => _completed.SetResult();

        public void OnError(Exception error) => _completed.SetException(error);

        public void OnNext(CacheChange value)
        {
            _changes.Enqueue(value);
            _arrived.Release();
        }
    }
}
