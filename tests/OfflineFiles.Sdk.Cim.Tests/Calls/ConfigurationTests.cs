using NSubstitute;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Calls;

/// <summary>What is read and sent for settings, and what their faults look like.</summary>
public sealed class ConfigurationTests
{
    private static readonly MachineConfiguration All = new()
    {
        OfflineFilesCacheEncrypted = true,
        Enabled = true,
        SyncOnCostedNetworkEnabled = false,
        SlowLinkEnabled = true,
        SlowLinkParams = ["* Latency=80"],
        BackgroundSyncEnabled = true,
        BackgroundSyncParams = new()
        {
            SyncInterval = 1,
            SyncVariance = 2,
            MaxTimeBetweenSyncs = 3,
            BlockOutStartTimeHoursMinutes = 4,
            BlockOutDurationMin = 5,
            BackgroundSyncWorkOfflineSharesEnabled = true,
        },
        EconomicalAdminPinningEnabled = true,
        ExcludedFileTypes = [".tmp"],
        DiskSpaceLimitEnabled = true,
        DiskSpaceLimitParams = new() { TotalSizeInMB = 6, AutoCacheSizeInMB = 7 },
        WorkOfflineButtonRemoved = true,
        MakeAvailableOfflineButtonRemoved = true,
        TransparentCachingLatencyThreshold = 8,
    };

    [Test]
    public async Task Every_writable_property_is_sent_as_the_class_declares_it_and_read_back([Values] bool valuesAsStrings)
    {
        var (backend, provider) = Backends.OverDouble(options: new ProviderDoubleOptions { ValuesAsStrings = valuesAsStrings });
        await using var cache = new OfflineFilesCache(backend);

        var machine = await cache.Configuration.PutMachineAsync(All);
        var user = await cache.Configuration.PutUserAsync(new UserConfiguration
        {
            AssignedOfflineFiles = [@"\\srv\docs"],
            WorkOfflineButtonRemoved = true,
            MakeAvailableOfflineButtonRemoved = false,
        });

        Assert.That(Describe(machine), Is.EqualTo(Describe(All)));
        Assert.That(user.AssignedOfflineFiles, Is.EqualTo(new[] { @"\\srv\docs" }));
        Assert.That((user.WorkOfflineButtonRemoved, user.MakeAvailableOfflineButtonRemoved), Is.EqualTo(((bool?)true, (bool?)false)));
        Assert.That(provider.Settings.Modifications.Select(one => string.Join(", ", one.Values.Select(value => value.Name))), Is.EqualTo(
            new[] { OfflineFilesSchema.MachineConfiguration, OfflineFilesSchema.UserConfiguration }.Select(Writable)));
        Assert.That(
            provider.Settings.Modifications[0].Values.Select(value => value.Value).OfType<CimModification>().Select(
                inner => string.Join(", ", inner.Values.Select(value => value.Name))),
            Is.EqualTo(new[] { OfflineFilesSchema.BackgroundSync, OfflineFilesSchema.DiskSpaceLimit }.Select(Writable)));
    }

    [Test]
    public async Task A_text_in_other_letters_is_another_value()
    {
        var (backend, provider) = Backends.OverDouble();
        await using var cache = new OfflineFilesCache(backend);
        var stored = await cache.Configuration.PutMachineAsync(All);

        await cache.Configuration.PutMachineAsync(stored with { ExcludedFileTypes = [".TMP"] });

        Assert.That(provider.Settings.Modifications[^1].Values.Select(value => value.Name), Is.EqualTo(new[] { "ExcludedFileTypes" }));
    }

    [Test]
    public async Task Only_what_differs_is_sent_and_null_takes_away()
    {
        var (backend, provider) = Backends.OverDouble();
        await using var cache = new OfflineFilesCache(backend);
        var stored = await cache.Configuration.PutMachineAsync(All);

        await cache.Configuration.PutMachineAsync(stored with
        {
            Enabled = null,
            ExcludedFileTypes = [".tmp", ".pst"],
            SlowLinkParams = ["* Latency=80"],
            BackgroundSyncParams = stored.BackgroundSyncParams! with { SyncInterval = 9 },
        });

        Assert.That(provider.Settings.Modifications[^1].Values.Select(value => $"{value.Name} {value.Value is null}"), Is.EqualTo(new[]
        {
            "Enabled True", "BackgroundSyncParams False", "ExcludedFileTypes False",
        }));
    }

    [Test]
    public async Task Where_nothing_differs_nothing_is_sent()
    {
        var (backend, provider) = Backends.OverDouble();
        await using var cache = new OfflineFilesCache(backend);

        var stored = await cache.Configuration.PutMachineAsync(new MachineConfiguration { SlowLinkParams = [] });

        Assert.That(
            (provider.Settings.Modifications, stored.SlowLinkParams), Is.EqualTo((Array.Empty<CimModification>(), (IReadOnlyList<string>?)null)));
    }

    [Test]
    public async Task A_list_that_is_delivered_empty_is_put_back_without_a_word()
    {
        var transport = Substitute.For<ICimTransport>();
        transport.QueryAsync(Arg.Any<CimQuery>(), Arg.Any<CancellationToken>())
            .Returns(_ => Rows(new CimRow("Win32_OfflineFilesUserConfiguration",
                [new("IsConfiguredByWMI", true), new("AssignedOfflineFiles", Array.Empty<string>())])));
        await using var cache = new OfflineFilesCache(Backends.Over(transport));

        await cache.Configuration.PutUserAsync(await cache.Configuration.GetUserAsync());

        await transport.DidNotReceiveWithAnyArgs().ModifyAsync(default!, default);
    }

    [Test]
    public async Task Settings_that_are_stored_and_not_in_force_come_back_saying_so([Values] bool inForce)
    {
        var (backend, _) = Backends.OverDouble(options: new ProviderDoubleOptions { SettingsAreInForce = inForce });
        await using var cache = new OfflineFilesCache(backend);

        var settings = await cache.Configuration.PutMachineAsync(new MachineConfiguration { Enabled = true });

        Assert.That((settings.Enabled, settings.IsConfiguredByWMI, settings.IsEffective), Is.EqualTo(((bool?)true, inForce, (bool?)null)));
    }

    [Test]
    public async Task Before_Windows_8_there_are_no_settings_and_the_error_says_since_when()
    {
        var (backend, provider) = Backends.OverDouble(options: new ProviderDoubleOptions { Generation = CimProviderGeneration.Windows7ServicePack1 });
        await using var cache = new OfflineFilesCache(backend);

        await Assert.ThatAsync(
            () => cache.Configuration.GetUserAsync(), Throws.TypeOf<OperationNotSupportedException>().With.Message.Contains("Windows 8"));
        await Assert.ThatAsync(
            () => cache.Configuration.PutMachineAsync(All),
            Throws.TypeOf<OperationNotSupportedException>().With.Property("Operation").EqualTo("Configuration"));
        Assert.That(provider.Settings.Modifications, Is.Empty);
    }

    [Test]
    public async Task Who_may_not_write_is_told_who_may()
    {
        var (backend, _) = Backends.OverDouble(options: new ProviderDoubleOptions { CallerIsNoAdministrator = true });
        await using var cache = new OfflineFilesCache(backend);

        await Assert.ThatAsync(() => cache.Configuration.PutMachineAsync(All), Throws.TypeOf<CimAccessDeniedException>()
            .With.Property("NativeCode").EqualTo(NativeCodes.WmiAccessDenied)
            .And.Message.EqualTo("PutConfiguration of Win32_OfflineFilesMachineConfiguration failed: access was denied (0x80041003). "
                + "Run it as an administrator of the machine; reading needs an account that may use WMI there."));
    }

    [Test]
    public async Task A_class_without_an_object_is_no_setting_at_all()
    {
        var transport = Substitute.For<ICimTransport>();
        transport.QueryAsync(Arg.Any<CimQuery>(), Arg.Any<CancellationToken>()).Returns(_ => Rows());
        await using var cache = new OfflineFilesCache(Backends.Over(transport, host: "pc42"));

        await Assert.ThatAsync(() => cache.Configuration.GetMachineAsync(), Throws.TypeOf<OfflineFilesBackendException>()
            .With.Message.StartsWith("GetConfiguration of Win32_OfflineFilesMachineConfiguration on pc42 failed: the provider delivered no object."));
    }

    [Test]
    public async Task What_else_fails_is_told_as_ever()
    {
        await using var cache = new OfflineFilesCache(
            Backends.Failing(new CimTransportException(CimStatus.Failed, "Gone.") { IsUnreachable = true }, host: "pc42"));

        await Assert.ThatAsync(
            () => cache.Configuration.GetMachineAsync(), Throws.InstanceOf<OfflineFilesBackendException>().With.Property("IsTransient").True);
    }

    private static string Writable(CimClassSchema schema) =>
        string.Join(", ", schema.Properties.Where(property => property.IsWritable).Select(property => property.Name));

    private static string Describe(MachineConfiguration settings) =>
        $"{settings with { SlowLinkParams = null, ExcludedFileTypes = null }} {string.Join("|", settings.SlowLinkParams!)} {string.Join("|", settings.ExcludedFileTypes!)}";

    private static async IAsyncEnumerable<CimRow> Rows(params CimRow[] rows)
    {
        await Task.Yield();
        foreach (var row in rows) yield return row;
    }
}
