using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Tests.Operations;

/// <summary>Settings that make no sense are refused before the backend is asked (maxima: Microsoft Learn, the pages of the classes).</summary>
[TestFixture]
public sealed class ConfigurationTests
{
    private static IEnumerable<TestCaseData<MachineConfiguration, string?>> Machines() =>
    [
        new(new(), null),
        new(Schedule(new() { SyncInterval = 1440, SyncVariance = 3600, MaxTimeBetweenSyncs = ushort.MaxValue, BlockOutDurationMin = 1440 }), null),
        new(Schedule(new() { SyncInterval = 1441 }), "BackgroundSyncParams.SyncInterval is 1441. Write at most 1440."),
        new(Schedule(new() { SyncVariance = 3601 }), "BackgroundSyncParams.SyncVariance is 3601. Write at most 3600."),
        new(Schedule(new() { BlockOutDurationMin = 1441 }), "BackgroundSyncParams.BlockOutDurationMin is 1441. Write at most 1440."),
        new(Schedule(new() { BlockOutStartTimeHoursMinutes = 0 }), null),
        new(Schedule(new() { BlockOutStartTimeHoursMinutes = 2359 }), null),
        new(Schedule(new() { BlockOutStartTimeHoursMinutes = 2400 }), null),
        new(Schedule(new() { BlockOutStartTimeHoursMinutes = 2401 }), "BackgroundSyncParams.BlockOutStartTimeHoursMinutes is 2401. Write at most 2400."),
        new(Schedule(new() { BlockOutStartTimeHoursMinutes = 75 }), "BackgroundSyncParams.BlockOutStartTimeHoursMinutes is 0075, which is no time of day. Write hours and minutes as HHMM."),
        new(new() { DiskSpaceLimitParams = new() { TotalSizeInMB = 100_000_000, AutoCacheSizeInMB = 100_000_000 } }, null),
        new(new() { DiskSpaceLimitParams = new() { TotalSizeInMB = 5, AutoCacheSizeInMB = 6 } }, null),
        new(new() { DiskSpaceLimitParams = new() { AutoCacheSizeInMB = 100_000_001 } }, "DiskSpaceLimitParams.AutoCacheSizeInMB is 100000001. Write at most 100000000."),
        new(new() { TransparentCachingLatencyThreshold = 100_000_000 }, null),
        new(new() { TransparentCachingLatencyThreshold = 100_000_001 }, "TransparentCachingLatencyThreshold is 100000001. Write at most 100000000."),
        new(new() { SlowLinkParams = [], ExcludedFileTypes = [] }, null),
        new(new() { SlowLinkParams = ["* Latency=80", " "] }, "SlowLinkParams has nothing at index 1. Leave that text out."),
        new(new() { ExcludedFileTypes = [null!] }, "ExcludedFileTypes has nothing at index 0. Leave that text out."),
    ];

    [TestCaseSource(nameof(Machines))]
    public async Task A_setting_of_the_computer_is_within_its_bounds(MachineConfiguration settings, string? fault)
    {
        var (cache, backend) = Open();
        await using var owned = cache;

        if (fault is null) await cache.Configuration.PutMachineAsync(settings);
        else Assert.That(() => cache.Configuration.PutMachineAsync(settings), Throws.TypeOf<InvalidOptionsException>().With.Message.EqualTo($"MachineConfiguration.{fault}"));

        await backend.Received(fault is null ? 1 : 0).PutMachineAsync(settings, default);
    }

    [Test]
    public async Task An_assigned_path_has_at_most_260_characters()
    {
        var (cache, backend) = Open();
        await using var owned = cache;
        UserConfiguration With(int length) => new() { AssignedOfflineFiles = [@"\\srv\docs", @"\\srv\".PadRight(length, 'x')] };

        await cache.Configuration.PutUserAsync(With(260));
        Assert.That(() => cache.Configuration.PutUserAsync(With(261)), Throws.TypeOf<InvalidOptionsException>()
            .With.Message.EqualTo("UserConfiguration.AssignedOfflineFiles has 261 characters at index 1. Write at most 260."));
        await backend.ReceivedWithAnyArgs(1).PutUserAsync(default!, default);
    }

    [Test]
    public async Task All_faults_are_told_at_once()
    {
        var (cache, _) = Open();
        await using var owned = cache;
        var settings = Schedule(new() { SyncInterval = 2000, BlockOutStartTimeHoursMinutes = 1299 }) with { ExcludedFileTypes = [""] };

        Assert.That(() => cache.Configuration.PutMachineAsync(settings), Throws.TypeOf<InvalidOptionsException>()
            .With.Property("Option").EqualTo(
                "MachineConfiguration.ExcludedFileTypes, MachineConfiguration.BackgroundSyncParams.SyncInterval, MachineConfiguration.BackgroundSyncParams.BlockOutStartTimeHoursMinutes"));
    }

    [Test]
    public async Task Every_maximum_of_the_schema_is_checked()
    {
        var (cache, _) = Open();
        await using var owned = cache;
        var settings = new MachineConfiguration
        {
            BackgroundSyncParams = new() { SyncInterval = 9999, SyncVariance = 9999, BlockOutStartTimeHoursMinutes = 9999, BlockOutDurationMin = 9999 },
            DiskSpaceLimitParams = new() { TotalSizeInMB = uint.MaxValue, AutoCacheSizeInMB = uint.MaxValue },
            TransparentCachingLatencyThreshold = uint.MaxValue,
        };

        var error = Assert.Throws<InvalidOptionsException>(() => cache.Configuration.PutMachineAsync(settings))!;

        var maxima = OfflineFilesSchema.Classes.SelectMany(schema => schema.Properties).Where(property => property.Maximum is not null).Select(property => property.Name);
        Assert.That(error.Option.Split(", ").Select(option => option.Split('.')[^1]), Is.EquivalentTo(maxima));
    }

    private static MachineConfiguration Schedule(BackgroundSyncSettings schedule) => new() { BackgroundSyncParams = schedule };

    private static (OfflineFilesCache Cache, ICacheConfiguration Backend) Open()
    {
        var backend = Substitute.For<ICacheBackend>();
        backend.Pushdown.Returns(PushdownProfile.Everything);
        var configuration = Substitute.For<ICacheConfiguration>();
        backend.Configuration.Returns(configuration);
        return (new OfflineFilesCache(backend), configuration);
    }
}
