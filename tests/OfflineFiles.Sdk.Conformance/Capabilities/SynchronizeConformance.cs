using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class SynchronizeConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.Synchronize;

    [Test]
    public Task What_changed_on_the_share_comes_into_the_cache() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Share);
        await Scene.WriteOnShareAsync(CacheScene.Plan2024, "the plan changed on the share");

        var report = await Cache.SynchronizeAsync(CacheScene.Share);

        Assert.That(report.Succeeded, Is.True, report.ToString());
        await Cache.TransitionOfflineAsync(CacheScene.Share);
        Assert.That(await Scene.ReadLocallyAsync(CacheScene.Plan2024), Is.EqualTo("the plan changed on the share"));
    });

    [Test]
    public Task What_changed_offline_goes_to_the_share() => RuleAsync(async () =>
    {
        await ChangeOfflineAsync("the plan changed here");

        var report = await Cache.SynchronizeAsync(CacheScene.Share);

        Assert.That(report.Succeeded, Is.True, report.ToString());
        Assert.That(await Scene.ReadOnShareAsync(CacheScene.Plan2024), Is.EqualTo("the plan changed here"));
        Assert.That((await Scene.FindAsync(CacheScene.Plan2024)).ChangeInfo!.Dirty, Is.False);
    });

    [Test]
    public Task One_direction_leaves_the_other_alone() => RuleAsync(async () =>
    {
        await ChangeOfflineAsync("the plan changed here");

        await Cache.SynchronizeAsync(CacheScene.Share, new SyncOptions { Flags = SyncControlFlags.SyncIn });

        Assert.That(await Scene.ReadOnShareAsync(CacheScene.Plan2024), Is.EqualTo("plan of 2024"));
        Assert.That((await Scene.FindAsync(CacheScene.Plan2024)).ChangeInfo!.Dirty, Is.True);
    });

    [TestCase(SyncConflictPolicy.Log, "changed there", true)]
    [TestCase(SyncConflictPolicy.KeepLocal, "changed here", false)]
    [TestCase(SyncConflictPolicy.KeepRemote, "changed there", false)]
    [TestCase(SyncConflictPolicy.KeepLatest, "changed there", false)]
    public Task A_conflict_is_settled_by_the_policy_and_recorded_without_one(SyncConflictPolicy policy, string onShare, bool dirty) => RuleAsync(async () =>
    {
        await ChangeOfflineAsync("changed here");
        await Scene.WriteOnShareAsync(CacheScene.Plan2024, "changed there");

        var options = new SyncOptions { ConflictPolicy = policy };
        if (World.RefusedPolicies.Contains(policy))
        {
            await Assert.ThatAsync(() => Cache.SynchronizeAsync(CacheScene.Share, options), Throws.TypeOf<OperationNotSupportedException>());
            Assert.That(await Scene.ReadOnShareAsync(CacheScene.Plan2024), Is.EqualTo("changed there"), "nothing was done");
            return;
        }

        var report = await Cache.SynchronizeAsync(CacheScene.Share, options);

        Assert.That(await Scene.ReadOnShareAsync(CacheScene.Plan2024), Is.EqualTo(onShare));
        Assert.That((await Scene.FindAsync(CacheScene.Plan2024)).ChangeInfo!.Dirty, Is.EqualTo(dirty));
        if (World.TellsWhy) Assert.That(report.Count(OutcomeStatus.Conflict), Is.EqualTo(dirty ? 1 : 0));
    });

    [Test]
    public Task A_whole_cache_is_synchronised_share_by_share() => RuleAsync(async () =>
    {
        Assert.That((await Cache.SynchronizeAsync()).Outcomes, Is.Empty, "nothing is cached yet");
        await Cache.PinAsync(CacheScene.Readme);
        await Scene.WriteOnShareAsync(CacheScene.Readme, "read me again, it is longer");

        await Cache.SynchronizeAsync();

        Assert.That((await Scene.FindAsync(CacheScene.Readme)).FileSysInfo!.LocalSize, Is.EqualTo("read me again, it is longer".Length));
    });

    [Test]
    public void A_synchronisation_that_moves_nothing_is_refused() => Assert.That(
        () => Cache.SynchronizeAsync(CacheScene.Share, new SyncOptions { Flags = SyncControlFlags.PinForUser }), Throws.TypeOf<InvalidOptionsException>());

    protected override Task AttemptAsync() => Cache.SynchronizeAsync(CacheScene.Share);

    private async Task ChangeOfflineAsync(string text)
    {
        await Cache.PinAsync(CacheScene.Share);
        await Cache.TransitionOfflineAsync(CacheScene.Share);
        await Scene.WriteLocallyAsync(CacheScene.Plan2024, text);
        await Cache.TransitionOnlineAsync(CacheScene.Share);
    }
}
