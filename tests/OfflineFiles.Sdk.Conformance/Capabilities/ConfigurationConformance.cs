using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class ConfigurationConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.Configuration;

    [Test]
    public Task What_is_put_is_what_is_read_and_what_was_stored_before_stays() => RuleAsync(async () =>
    {
        var stored = await Cache.Configuration.GetMachineAsync();
        var wanted = stored with
        {
            Enabled = true,
            ExcludedFileTypes = [".tmp", ".pst"],
            BackgroundSyncParams = new BackgroundSyncSettings { SyncInterval = 120, BlockOutStartTimeHoursMinutes = 830 },
        };
        await Cache.Configuration.PutMachineAsync(wanted);

        var changed = await Cache.Configuration.PutMachineAsync(await Cache.Configuration.GetMachineAsync() with { TransparentCachingLatencyThreshold = 35 });

        Assert.That((changed.Enabled, changed.TransparentCachingLatencyThreshold, changed.BackgroundSyncParams), Is.EqualTo(((bool?)true, (uint?)35, wanted.BackgroundSyncParams)));
        Assert.That(changed.ExcludedFileTypes, Is.EqualTo(wanted.ExcludedFileTypes));
        Assert.That((await Cache.Configuration.GetMachineAsync()).ToString(), Is.EqualTo(changed.ToString()));
    });

    [Test]
    public Task Null_and_an_empty_list_remove_what_is_stored() => RuleAsync(async () =>
    {
        await Cache.Configuration.PutUserAsync(new UserConfiguration { AssignedOfflineFiles = [@"\\srv\docs"], WorkOfflineButtonRemoved = true });

        var changed = await Cache.Configuration.PutUserAsync(new UserConfiguration { AssignedOfflineFiles = [] });

        Assert.That((changed.AssignedOfflineFiles, changed.WorkOfflineButtonRemoved), Is.EqualTo(((IReadOnlyList<string>?)null, (bool?)null)));
    });

    [Test]
    public Task Who_has_the_say_is_read_and_never_written() => RuleAsync(async () =>
    {
        var stored = await Cache.Configuration.GetMachineAsync();

        var changed = await Cache.Configuration.PutMachineAsync(stored with { IsConfiguredByWMI = !stored.IsConfiguredByWMI, Enabled = true });

        Assert.That((changed.IsConfiguredByWMI, changed.Enabled), Is.EqualTo((stored.IsConfiguredByWMI, (bool?)true)));
    });

    [Test]
    public Task What_makes_no_sense_is_refused_before_anything_is_written() => RuleAsync(async () =>
    {
        var nonsense = new MachineConfiguration { Enabled = true, DiskSpaceLimitParams = new DiskSpaceLimitSettings { TotalSizeInMB = 100_000_001 } };

        await Assert.ThatAsync(() => Cache.Configuration.PutMachineAsync(nonsense), Throws.TypeOf<InvalidOptionsException>());
        Assert.That((await Cache.Configuration.GetMachineAsync()).Enabled, Is.Null);
    });

    protected override async Task AttemptAsync() => await Cache.Configuration.GetMachineAsync();
}
