using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class RenameItemExConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.RenameItemEx;

    [Test]
    public Task The_item_has_its_new_path_at_once_and_keeps_its_pin() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);

        var report = await Cache.RenameItemExAsync(CacheScene.Readme, CacheScene.At("renamed.txt"));

        Assert.That(report.Succeeded, Is.True, report.ToString());
        Assert.That(await Cache.FindAsync(CacheScene.Readme), Is.Null);
        Assert.That((await Scene.FindAsync(CacheScene.At("renamed.txt"))).PinInfo!.Pinned, Is.True);
    });

    [Test]
    public Task A_path_that_is_taken_is_not_overwritten() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Share);

        var report = await Cache.RenameItemExAsync(CacheScene.Readme, CacheScene.Plan2024);

        Assert.That(report.Count(OutcomeStatus.Failed), Is.EqualTo(1));
        Assert.That(await Scene.ReadLocallyAsync(CacheScene.Plan2024), Is.EqualTo("plan of 2024"));
    });

    protected override Task AttemptAsync() => Cache.RenameItemExAsync(CacheScene.Readme, CacheScene.At("renamed.txt"));
}
