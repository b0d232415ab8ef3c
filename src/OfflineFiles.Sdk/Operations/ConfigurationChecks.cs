using System.Globalization;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Operations;

/// <summary>Refuses settings that make no sense, all of them in one message, before anything is read or written.</summary>
/// <remarks>
/// A limit for automatically cached files above the limit of the whole cache is no fault: Windows caps it. What a slow-link rule looks like
/// inside is not documented, so its text is not read.
/// </remarks>
internal static class ConfigurationChecks
{
    // MAX_PATH: the most characters of an assigned path (Microsoft Learn: Win32_OfflineFilesUserConfiguration).
    private const int LongestPath = 260;

    public static void Check(MachineConfiguration configuration)
    {
        var faults = new ConfigurationFaults(nameof(MachineConfiguration));
        faults.Texts(nameof(configuration.SlowLinkParams), configuration.SlowLinkParams);
        faults.Texts(nameof(configuration.ExcludedFileTypes), configuration.ExcludedFileTypes);
        faults.Number(
            OfflineFilesSchema.MachineConfiguration, nameof(configuration.TransparentCachingLatencyThreshold),
            configuration.TransparentCachingLatencyThreshold);
        if (configuration.BackgroundSyncParams is { } schedule) Check(schedule, faults.Inside(nameof(configuration.BackgroundSyncParams)));
        if (configuration.DiskSpaceLimitParams is { } limits) Check(limits, faults.Inside(nameof(configuration.DiskSpaceLimitParams)));
        faults.Throw();
    }

    public static void Check(UserConfiguration configuration)
    {
        var faults = new ConfigurationFaults(nameof(UserConfiguration));
        faults.Texts(nameof(configuration.AssignedOfflineFiles), configuration.AssignedOfflineFiles, LongestPath);
        faults.Throw();
    }

    private static void Check(BackgroundSyncSettings schedule, ConfigurationFaults faults)
    {
        var schema = OfflineFilesSchema.BackgroundSync;
        faults.Number(schema, nameof(schedule.SyncInterval), schedule.SyncInterval);
        faults.Number(schema, nameof(schedule.SyncVariance), schedule.SyncVariance);
        faults.Number(schema, nameof(schedule.BlockOutStartTimeHoursMinutes), schedule.BlockOutStartTimeHoursMinutes);
        faults.Number(schema, nameof(schedule.BlockOutDurationMin), schedule.BlockOutDurationMin);
        if (schedule.BlockOutStartTimeHoursMinutes is <= 2400 and var start && start % 100 > 59)
        {
            faults.Add(
                nameof(schedule.BlockOutStartTimeHoursMinutes),
                $"is {start.ToString("0000", CultureInfo.InvariantCulture)}, which is no time of day. Write hours and minutes as HHMM.");
        }
    }

    private static void Check(DiskSpaceLimitSettings limits, ConfigurationFaults faults)
    {
        faults.Number(OfflineFilesSchema.DiskSpaceLimit, nameof(limits.TotalSizeInMB), limits.TotalSizeInMB);
        faults.Number(OfflineFilesSchema.DiskSpaceLimit, nameof(limits.AutoCacheSizeInMB), limits.AutoCacheSizeInMB);
    }
}
