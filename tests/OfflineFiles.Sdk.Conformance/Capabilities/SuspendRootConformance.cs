using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class SuspendRootConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.SuspendRoot;

    [Test]
    public Task A_suspended_tree_is_offline_as_a_whole_and_its_root_is_marked() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Share);

        await Cache.SuspendRootAsync(CacheScene.Plans);

        Assert.That((await Scene.FindAsync(CacheScene.Plans)).SuspendInfo, Is.EqualTo(new SuspendInfo { Suspended = true, SuspendedRoot = true }));
        Assert.That((await Scene.FindAsync(CacheScene.Plan2024)).SuspendInfo, Is.EqualTo(new SuspendInfo { Suspended = true }));
        Assert.That((await Scene.FindAsync(CacheScene.Plan2024)).ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.ItemSuspended));
        Assert.That((await Scene.FindAsync(CacheScene.Readme)).SuspendInfo, Is.EqualTo(new SuspendInfo()));
    });

    [Test]
    public Task Resuming_releases_the_tree() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Share);
        await Cache.SuspendRootAsync(CacheScene.Plans);

        await Cache.ResumeRootAsync(CacheScene.Plans);

        Assert.That((await Scene.FindAsync(CacheScene.Plan2024)).SuspendInfo, Is.EqualTo(new SuspendInfo()));
    });

    protected override Task AttemptAsync() => Cache.SuspendRootAsync(CacheScene.Plans);
}
