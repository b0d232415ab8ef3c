using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class UnpinConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.Unpin;

    [Test]
    public Task Unpinning_removes_the_pin_and_keeps_the_content() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Plans);

        var report = await Cache.UnpinAsync(CacheScene.Plans);

        Assert.That(report.Succeeded, Is.True, report.ToString());
        var item = await Scene.FindAsync(CacheScene.Plan2024);
        Assert.That((item.PinInfo!.Pinned, item.Sparse), Is.EqualTo((false, (bool?)false)));
        Assert.That((await Scene.FindAsync(CacheScene.Plans)).PinInfo!.Pinned, Is.False);
    });

    [Test]
    public Task Another_reason_keeps_an_item_pinned() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme, new PinOptions { Flags = PinControlFlags.ForUser | PinControlFlags.ForAll });

        await Cache.UnpinAsync(CacheScene.Readme, new UnpinOptions { Flags = PinControlFlags.ForAll });

        var pins = (await Scene.FindAsync(CacheScene.Readme)).PinInfo!;
        Assert.That((pins.Pinned, pins.PinnedForUser, pins.PinnedForComputer), Is.EqualTo((true, PinState.Pinned, PinState.NotPinned)));
    });

    [Test]
    public Task Unpinning_what_is_not_in_the_cache_fails_for_that_path() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);

        var report = await Cache.UnpinAsync([CacheScene.Gone, CacheScene.Readme]);

        var gone = report.Outcomes.Single(outcome => outcome.Path == CacheScene.Gone);
        Assert.That((gone.IsReported, gone.Status), Is.EqualTo(World.TellsOfEachItem ? (true, OutcomeStatus.Failed) : (false, OutcomeStatus.Done)));
        Assert.That((await Scene.FindAsync(CacheScene.Readme)).PinInfo!.Pinned, Is.False);
    });

    protected override Task AttemptAsync() => Cache.UnpinAsync(CacheScene.Plans);
}
