using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class TransitionOfflineConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.TransitionOffline;

    [Test]
    public Task The_whole_scope_goes_offline_and_says_why() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Share);

        var report = await Cache.TransitionOfflineAsync(CacheScene.Plan2024);

        Assert.That(report.Succeeded, Is.True, report.ToString());
        foreach (var path in new[] { CacheScene.Share, CacheScene.Plans, CacheScene.Readme })
        {
            Assert.That((await Scene.FindAsync(path)).ConnectionInfo, Is.EqualTo(new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.WorkingOffline }));
        }
    });

    [Test]
    public Task Changes_made_offline_stay_here_and_are_dirty() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Share);
        await Cache.TransitionOfflineAsync(CacheScene.Share);

        await Scene.WriteLocallyAsync(CacheScene.Readme, "changed here");

        var change = (await Scene.FindAsync(CacheScene.Readme)).ChangeInfo!;
        Assert.That((change.Dirty, change.ModifiedData), Is.EqualTo((true, true)));
        Assert.That(await Scene.ReadOnShareAsync(CacheScene.Readme), Is.EqualTo("read me"));
    });

    [Test]
    public Task A_path_that_is_not_in_the_cache_fails_and_changes_nothing() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);

        var report = await Cache.TransitionOfflineAsync(CacheScene.Gone);

        Assert.That(report.Outcomes.Select(outcome => (outcome.Path, outcome.Status)), Is.EqualTo(new[] { (CacheScene.Gone, OutcomeStatus.Failed) }));
        Assert.That(report.Outcomes[0].Error, Is.TypeOf<ItemNotFoundException>());
        Assert.That((await Scene.FindAsync(CacheScene.Readme)).ConnectionInfo!.ConnectState, Is.EqualTo(ConnectState.Online));
    });

    protected override Task AttemptAsync() => Cache.TransitionOfflineAsync(CacheScene.Share);
}
