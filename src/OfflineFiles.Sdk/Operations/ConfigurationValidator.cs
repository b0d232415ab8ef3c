using System.Globalization;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Operations;

/// <summary>Refuses settings that make no sense, all that is wrong in one message, before anything is read or written.</summary>
/// <remarks>
/// A limit for automatically cached files above the limit of the whole cache is no fault: Windows caps it. What a slow-link rule looks like
/// inside is not documented, so its text is not read.
/// </remarks>
internal static class ConfigurationValidator
{
    // MAX_PATH: the most characters of an assigned path (Microsoft Learn: Win32_OfflineFilesUserConfiguration).
    private const int LongestPath = 260;

    public static void Validate(MachineConfiguration configuration)
    {
        var faults = new OptionFaults(nameof(MachineConfiguration));
        RequireTexts(faults, nameof(configuration.SlowLinkParams), configuration.SlowLinkParams);
        RequireTexts(faults, nameof(configuration.ExcludedFileTypes), configuration.ExcludedFileTypes);
        RequireInRange(
            faults, OfflineFilesSchema.MachineConfiguration, nameof(configuration.TransparentCachingLatencyThreshold),
            configuration.TransparentCachingLatencyThreshold);
        if (configuration.BackgroundSyncParams is { } schedule) Validate(schedule, faults.Inside(nameof(configuration.BackgroundSyncParams)));
        if (configuration.DiskSpaceLimitParams is { } limits) Validate(limits, faults.Inside(nameof(configuration.DiskSpaceLimitParams)));
        faults.ThrowIfAny();
    }

    public static void Validate(UserConfiguration configuration)
    {
        var faults = new OptionFaults(nameof(UserConfiguration));
        RequireTexts(faults, nameof(configuration.AssignedOfflineFiles), configuration.AssignedOfflineFiles, LongestPath);
        faults.ThrowIfAny();
    }

    private static void Validate(BackgroundSyncSettings schedule, OptionFaults faults)
    {
        var schema = OfflineFilesSchema.BackgroundSync;
        RequireInRange(faults, schema, nameof(schedule.SyncInterval), schedule.SyncInterval);
        RequireInRange(faults, schema, nameof(schedule.SyncVariance), schedule.SyncVariance);
        RequireInRange(faults, schema, nameof(schedule.BlockOutStartTimeHoursMinutes), schedule.BlockOutStartTimeHoursMinutes);
        RequireInRange(faults, schema, nameof(schedule.BlockOutDurationMin), schedule.BlockOutDurationMin);
        if (schedule.BlockOutStartTimeHoursMinutes is <= 2400 and var start && start % 100 > 59)
        {
            faults.Add(
                nameof(schedule.BlockOutStartTimeHoursMinutes),
                $"is {start.ToString("0000", CultureInfo.InvariantCulture)}, which is no time of day. Write hours and minutes as HHMM.");
        }
    }

    private static void Validate(DiskSpaceLimitSettings limits, OptionFaults faults)
    {
        RequireInRange(faults, OfflineFilesSchema.DiskSpaceLimit, nameof(limits.TotalSizeInMB), limits.TotalSizeInMB);
        RequireInRange(faults, OfflineFilesSchema.DiskSpaceLimit, nameof(limits.AutoCacheSizeInMB), limits.AutoCacheSizeInMB);
    }

    // A number is at most what the schema says.
    private static void RequireInRange(OptionFaults faults, CimClassSchema schema, string member, long? value)
    {
        if (schema.Find(member)!.Maximum is { } maximum && value > maximum) faults.Add(member, $"is {value}. Write at most {maximum}.");
    }

    // A text in a list says something and is not too long.
    private static void RequireTexts(OptionFaults faults, string member, IReadOnlyList<string>? texts, int longest = int.MaxValue)
    {
        for (var i = 0; i < (texts?.Count ?? 0); i++)
        {
            if (string.IsNullOrWhiteSpace(texts![i])) faults.Add(member, $"has nothing at index {i}. Leave that text out.");
            else if (texts[i].Length > longest) faults.Add(member, $"has {texts[i].Length} characters at index {i}. Write at most {longest}.");
        }
    }
}
