using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class DeleteItemsConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.DeleteItems;

    [Test]
    public Task Deleting_takes_a_directory_with_all_in_it_out_of_the_cache_and_leaves_the_share_alone() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Share);

        var report = await Cache.DeleteItemsAsync(CacheScene.Plans);

        Assert.That(report.Succeeded, Is.True, report.ToString());
        Assert.That(await Cache.FindAsync(CacheScene.Plan2024), Is.Null);
        Assert.That(await Cache.FindAsync(CacheScene.Plans), Is.Null);
        Assert.That(await Cache.FindAsync(CacheScene.Readme), Is.Not.Null);
        Assert.That(await Scene.ReadOnShareAsync(CacheScene.Plan2024), Is.EqualTo("plan of 2024"));
    });

    [Test]
    public Task Pinned_items_can_be_spared() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);

        await Cache.DeleteItemsAsync(CacheScene.Readme, new DeleteOptions { Flags = DeleteFlags.NoPinned });

        Assert.That(await Cache.FindAsync(CacheScene.Readme), Is.Not.Null);
    });

    [Test]
    public Task Unsynchronised_changes_are_lost_only_on_demand() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);
        await Cache.TransitionOfflineAsync(CacheScene.Share);
        await Scene.WriteLocallyAsync(CacheScene.Readme, "changed here");

        await Cache.DeleteItemsAsync(CacheScene.Readme);
        Assert.That((await Scene.FindAsync(CacheScene.Readme)).ChangeInfo!.Dirty, Is.True);

        await Cache.DeleteItemsAsync(CacheScene.Readme, new DeleteOptions { Flags = DeleteFlags.DeleteModified });
        Assert.That(await Cache.FindAsync(CacheScene.Readme), Is.Null);
        Assert.That(await Scene.ReadOnShareAsync(CacheScene.Readme), Is.EqualTo("read me"));
    });

    protected override Task AttemptAsync() => Cache.DeleteItemsAsync(CacheScene.Plans);
}
