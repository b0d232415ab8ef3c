using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class ChangesConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.Changes;

    [Test]
    public Task A_subscriber_sees_what_comes_into_the_cache_in_order_and_the_rows_show_it() => RuleAsync(async () =>
    {
        var seen = Cache.Changes.Where(change => change.Kind == CacheChangeKind.ItemAdded)
            .TakeUntil(change => change.Path == CacheScene.Readme).Timeout(TimeSpan.FromSeconds(30)).ToList().ToTask();

        await Cache.PinAsync(CacheScene.Readme);

        var added = await seen;
        Assert.That(added.Select(change => change.Path), Is.EqualTo(new[] { CacheScene.Server, CacheScene.Share, CacheScene.Readme }));
        Assert.That(added.Select(change => change.Sequence), Is.Ordered.Ascending.And.Unique);
        Assert.That(await Cache.FindAsync(CacheScene.Readme), Is.Not.Null);
    });

    [Test]
    public Task The_stream_ends_with_the_cache() => RuleAsync(async () =>
    {
        var ended = Cache.Changes.Timeout(TimeSpan.FromSeconds(30)).ToList().ToTask();

        await Cache.DisposeAsync();

        Assert.That(await ended, Is.Empty);
    });

    protected override async Task AttemptAsync() => await Cache.Changes.FirstAsync();
}
