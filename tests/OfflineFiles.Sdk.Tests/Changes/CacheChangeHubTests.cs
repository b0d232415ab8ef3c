using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Tests.Changes;

[TestFixture]
internal sealed class CacheChangeHubTests
{
    private static readonly CacheChange Gap = new() { Kind = CacheChangeKind.Gap };

    [Test]
    public async Task Every_subscriber_gets_what_is_published_after_it_subscribed_with_rising_numbers()
    {
        var hub = new CacheChangeHub();
        var (early, late) = (new Observer(), new Observer());
        hub.Subscribe(early);
        hub.Publish([Gap, Gap]);
        hub.Subscribe(late);
        hub.Publish([Gap]);

        hub.Complete();

        Assert.That((await early.EndedAsync()).Select(change => change.Sequence), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That((await late.EndedAsync()).Select(change => change.Sequence), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public async Task A_slow_subscriber_delays_nobody_and_loses_nothing()
    {
        var hub = new CacheChangeHub();
        using var release = new ManualResetEventSlim();
        var (slow, quick) = (new Observer(_ => release.Wait()), new Observer());
        hub.Subscribe(slow);
        hub.Subscribe(quick);

        hub.Publish(Enumerable.Repeat(Gap, 100));
        hub.Complete();

        Assert.That(await quick.EndedAsync(), Has.Count.EqualTo(100));
        release.Set();
        Assert.That(await slow.EndedAsync(), Has.Count.EqualTo(100));
    }

    [Test]
    public async Task Who_falls_too_far_behind_gets_one_gap_in_the_place_of_what_was_missed_and_goes_on()
    {
        const int MostQueued = 8192;
        var hub = new CacheChangeHub();
        using var hasBegun = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var change = new CacheChange { Kind = CacheChangeKind.ItemAdded };
        var slow = new Observer(_ =>
        {
            hasBegun.Set();
            release.Wait();
        });
        hub.Subscribe(slow);
        hub.Publish([change]);
        Assert.That(hasBegun.Wait(TimeSpan.FromSeconds(20)), Is.True);

        hub.Publish(Enumerable.Repeat(change, MostQueued));
        hub.Publish(Enumerable.Repeat(change, 100));
        hub.Complete();
        release.Set();

        var told = await slow.EndedAsync();
        Assert.That(told.Select(one => one.Sequence), Is.EqualTo(Enumerable.Range(101, MostQueued + 1).Prepend(1)));
        Assert.That(told.Select((one, at) => (one.Kind, At: at)).Where(one => one.Kind == CacheChangeKind.Gap).Select(one => one.At), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task A_subscriber_that_throws_is_dropped_and_logged_and_the_last_to_leave_is_told_of()
    {
        var logger = new RecordingLogger();
        using var left = new SemaphoreSlim(0);
        CacheChangeHub? hub = null;
        hub = new CacheChangeHub(null, logger, () =>
        {
            if (hub?.HasSubscribers == false) left.Release();
        });
        hub.Subscribe(new Observer(_ => throw new InvalidOperationException("The subscriber's own fault.")));

        hub.Publish([Gap, Gap]);

        Assert.That(await left.WaitAsync(TimeSpan.FromSeconds(20)), Is.True);
        hub.Complete();
        Assert.That(() => logger.Entries.Count, Is.EqualTo(1).After(5_000, 10));
    }

    [Test]
    public async Task Who_left_gets_nothing_more_and_who_comes_after_the_end_is_told_so_at_once()
    {
        var hub = new CacheChangeHub();
        var (left, late) = (new Observer(), new Observer());
        var subscription = hub.Subscribe(left);
        subscription.Dispose();
        subscription.Dispose();
        hub.Publish([Gap]);
        hub.Complete();
        hub.Subscribe(late);

        Assert.That(await late.EndedAsync(), Is.Empty);
        Assert.That(left.Changes, Is.Empty);
    }

    [Test]
    public async Task After_a_failure_everybody_is_told_of_it_and_may_subscribe_again()
    {
        var hub = new CacheChangeHub();
        var (first, second) = (new Observer(), new Observer());
        hub.Subscribe(first);
        hub.Publish([Gap]);
        hub.Fail(new InvalidOperationException("no"));
        hub.Subscribe(second);
        hub.Publish([Gap]);
        hub.Complete();

        await Assert.ThatAsync(first.EndedAsync, Throws.InvalidOperationException.With.Message.EqualTo("no"));
        Assert.That(first.Changes, Has.Count.EqualTo(1));
        Assert.That(await second.EndedAsync(), Has.Count.EqualTo(1));
    }

    private sealed class Observer(Action<CacheChange>? then = null) : IObserver<CacheChange>
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<CacheChange> _changes = [];

        public IReadOnlyList<CacheChange> Changes
        {
            get
            {
                lock (_changes) return _changes.ToArray();
            }
        }

        public async Task<IReadOnlyList<CacheChange>> EndedAsync()
        {
            await _ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
            return Changes;
        }

        public void OnCompleted() => _ended.SetResult();

        public void OnError(Exception error) => _ended.SetException(error);

        public void OnNext(CacheChange value)
        {
            lock (_changes) _changes.Add(value);
            then?.Invoke(value);
        }
    }
}
