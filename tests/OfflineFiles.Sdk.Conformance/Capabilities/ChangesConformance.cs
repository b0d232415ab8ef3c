using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class ChangesConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public override BackendCapabilities Capability => BackendCapabilities.Changes;

    [Test]
    public Task A_subscriber_sees_what_comes_into_the_cache_in_order_and_the_rows_show_it() => RuleAsync(async () =>
    {
        var seen = Until(CacheChangeKind.ItemAdded, CacheScene.Readme);

        await Cache.PinAsync(CacheScene.Readme);

        var changes = await seen;
        var added = changes.Where(change => change.Kind == CacheChangeKind.ItemAdded).ToList();
        Assert.That(added.Select(change => change.Path), Is.EqualTo(new[] { CacheScene.Server, CacheScene.Share, CacheScene.Readme }));
        Assert.That(added.Select(change => change.Previous), Is.All.Null);
        Assert.That(changes.Select(change => change.Sequence), Is.Ordered.Ascending.And.Unique);
        Assert.That(await Cache.FindAsync(CacheScene.Readme), Is.Not.Null);
    });

    [Test]
    public Task A_pin_and_its_removal_are_told_with_what_was_and_what_is() => RuleAsync(async () =>
    {
        var pinned = Until(CacheChangeKind.ItemPinned, CacheScene.Readme);
        await Cache.PinAsync(CacheScene.Readme);
        var pin = (await pinned)[^1];
        var unpinned = Until(CacheChangeKind.ItemUnpinned, CacheScene.Readme);

        await Cache.UnpinAsync(CacheScene.Readme);

        var change = (await unpinned)[^1];
        Assert.That((pin.Current!.PinInfo!.Pinned, pin.ChangedMembers), Is.EqualTo((true, ItemMembers.PinInfo)));
        Assert.That((change.Previous!.PinInfo!.Pinned, change.Current!.PinInfo!.Pinned), Is.EqualTo((true, false)));
        Assert.That((await Scene.FindAsync(CacheScene.Readme)).PinInfo!.Pinned, Is.False);
    });

    [Test]
    public Task What_leaves_the_cache_is_told_with_what_it_was_and_before_what_held_it() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Plans);
        await Cache.UnpinAsync(CacheScene.Plans);
        var removed = Until(CacheChangeKind.ItemRemoved, CacheScene.Plans);

        await Cache.DeleteItemsAsync(CacheScene.Plans);

        var gone = (await removed).Where(change => change.Kind == CacheChangeKind.ItemRemoved).ToList();
        Assert.That(gone.Select(change => change.Path), Does.Contain(CacheScene.Plan2024).And.Contain(CacheScene.Plans));
        Assert.That(gone.Select(change => (change.Previous?.Path, change.Current)), Is.EqualTo(gone.Select(change => (change.Path, (OfflineFilesItem?)null))));
        Assert.That(await Cache.FindAsync(CacheScene.Plan2024), Is.Null);
    });

    [Test]
    public Task What_a_synchronisation_brings_is_a_modification_of_what_changed() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);
        await Scene.WriteOnShareAsync(CacheScene.Readme, "a longer text than before");
        var modified = Until(CacheChangeKind.ItemModified, CacheScene.Readme);

        await Cache.SynchronizeAsync(CacheScene.Readme);

        var change = (await modified)[^1];
        Assert.That(change.ChangedMembers.HasFlag(ItemMembers.FileSysInfo), Is.True, change.ToString());
        Assert.That(change.Current!.FileSysInfo!.LocalSize, Is.GreaterThan(change.Previous!.FileSysInfo!.LocalSize));
    });

    [Test]
    public Task A_share_that_goes_offline_and_comes_back_is_told_of_as_such() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);
        var offline = Until(CacheChangeKind.ItemDisconnected, CacheScene.Share);
        await Cache.TransitionOfflineAsync(CacheScene.Readme);
        var disconnected = (await offline)[^1];
        var online = Until(CacheChangeKind.ItemReconnected, CacheScene.Share);

        await Cache.TransitionOnlineAsync(CacheScene.Readme);

        var reconnected = (await online)[^1];
        Assert.That((disconnected.ItemType, disconnected.ChangedMembers), Is.EqualTo(((OfflineFilesItemType?)OfflineFilesItemType.Share, ItemMembers.ConnectionInfo)));
        Assert.That(disconnected.Current!.ConnectionInfo!.ConnectState, Is.EqualTo(ConnectState.Offline));
        Assert.That(reconnected.Current!.ConnectionInfo!.ConnectState, Is.EqualTo(ConnectState.Online));
    });

    [Test]
    public Task Every_subscriber_is_told_and_one_that_left_is_not() => RuleAsync(async () =>
    {
        var left = new List<CacheChange>();
        Cache.Changes.Subscribe(left.Add).Dispose();
        var (first, second) = (Until(CacheChangeKind.ItemAdded, CacheScene.Readme), Until(CacheChangeKind.ItemAdded, CacheScene.Readme));

        await Cache.PinAsync(CacheScene.Readme);

        Assert.That((await first).Select(change => change.Sequence), Is.EqualTo((await second).Select(change => change.Sequence)));
        Assert.That(left, Is.Empty);
    });

    [Test]
    public Task The_stream_ends_with_the_cache() => RuleAsync(async () =>
    {
        var ended = Cache.Changes.Timeout(Patience).ToList().ToTask();

        await Cache.DisposeAsync();

        Assert.That(await ended, Is.Empty);
    });

    protected override async Task AttemptAsync() => await Cache.Changes.FirstAsync();

    // Subscribes at once.
    private Task<IList<CacheChange>> Until(CacheChangeKind kind, UncPath path) =>
        Cache.Changes.TakeUntil(change => change.Kind == kind && change.Path == path).Timeout(Patience).ToList().ToTask();
}
