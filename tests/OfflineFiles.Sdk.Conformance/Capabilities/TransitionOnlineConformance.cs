using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class TransitionOnlineConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.TransitionOnline;

    [Test]
    public Task The_whole_scope_comes_online_and_what_is_dirty_stays_so() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Share);
        await Cache.TransitionOfflineAsync(CacheScene.Share);
        await Scene.WriteLocallyAsync(CacheScene.Readme, "changed here");

        var report = await Cache.TransitionOnlineAsync(CacheScene.Plans);

        Assert.That(report.Succeeded, Is.True, report.ToString());
        Assert.That((await Scene.FindAsync(CacheScene.Plan2024)).ConnectionInfo!.ConnectState, Is.EqualTo(ConnectState.Online));
        Assert.That((await Scene.FindAsync(CacheScene.Readme)).ChangeInfo!.Dirty, Is.True);
        Assert.That(await Scene.ReadOnShareAsync(CacheScene.Readme), Is.EqualTo("read me"), "only a synchronisation moves it");
    });

    [Test]
    public Task A_path_that_is_not_in_the_cache_fails_and_changes_nothing() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);

        var report = await Cache.TransitionOnlineAsync(CacheScene.Gone);

        Assert.That(report.Outcomes.Select(outcome => (outcome.Path, outcome.Status)), Is.EqualTo(new[] { (CacheScene.Gone, OutcomeStatus.Failed) }));
        Assert.That(report.Outcomes[0].Error, Is.TypeOf<ItemNotFoundException>());
        Assert.That((await Scene.FindAsync(CacheScene.Readme)).ConnectionInfo!.ConnectState, Is.EqualTo(ConnectState.Online));
    });

    protected override Task AttemptAsync() => Cache.TransitionOnlineAsync(CacheScene.Share);
}
