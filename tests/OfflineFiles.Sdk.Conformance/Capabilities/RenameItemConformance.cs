using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class RenameItemConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.RenameItem;

    [Test]
    public Task The_new_path_is_noted_for_the_next_restart_and_nothing_moves_now() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);

        var report = await Cache.RenameItemAsync(CacheScene.Readme, CacheScene.At("renamed.txt"));

        Assert.That((report.Succeeded, report.RestartRequired), Is.EqualTo((true, (bool?)true)));
        Assert.That(await Cache.FindAsync(CacheScene.Readme), Is.Not.Null);
    });

    protected override Task AttemptAsync() => Cache.RenameItemAsync(CacheScene.Readme, CacheScene.At("renamed.txt"));
}
