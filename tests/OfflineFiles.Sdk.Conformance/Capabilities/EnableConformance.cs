using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class EnableConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.Enable;

    [Test]
    public Task Disabling_shows_in_the_state_or_asks_for_a_restart() => RuleAsync(async () =>
    {
        var report = await Cache.EnableAsync(false);

        Assert.That(report.RestartRequired == true || !(await Cache.GetAsync()).Enabled, Is.True);
    });

    protected override Task AttemptAsync() => Cache.EnableAsync(false);
}
