using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Mapping;

/// <summary>Makes typed values of settings, those that can be written. The mirror of <see cref="ConfigurationMapper"/>.</summary>
internal static class ConfigurationWriter
{
    public static IReadOnlyList<CimArgument> Machine(MachineConfiguration configuration)
    {
        var schema = OfflineFilesSchema.MachineConfiguration;
        return
        [
            Value(schema, "OfflineFilesCacheEncrypted", configuration.OfflineFilesCacheEncrypted),
            Value(schema, "Enabled", configuration.Enabled),
            Value(schema, "SyncOnCostedNetworkEnabled", configuration.SyncOnCostedNetworkEnabled),
            Value(schema, "SlowLinkEnabled", configuration.SlowLinkEnabled),
            Value(schema, "SlowLinkParams", Texts(configuration.SlowLinkParams)),
            Value(schema, "BackgroundSyncEnabled", configuration.BackgroundSyncEnabled),
            Value(schema, "BackgroundSyncParams", configuration.BackgroundSyncParams is { } schedule ? BackgroundSync(schedule) : null),
            Value(schema, "EconomicalAdminPinningEnabled", configuration.EconomicalAdminPinningEnabled),
            Value(schema, "ExcludedFileTypes", Texts(configuration.ExcludedFileTypes)),
            Value(schema, "DiskSpaceLimitEnabled", configuration.DiskSpaceLimitEnabled),
            Value(schema, "DiskSpaceLimitParams", configuration.DiskSpaceLimitParams is { } limits ? DiskSpaceLimit(limits) : null),
            Value(schema, "WorkOfflineButtonRemoved", configuration.WorkOfflineButtonRemoved),
            Value(schema, "MakeAvailableOfflineButtonRemoved", configuration.MakeAvailableOfflineButtonRemoved),
            Value(schema, "TransparentCachingLatencyThreshold", configuration.TransparentCachingLatencyThreshold),
        ];
    }

    public static IReadOnlyList<CimArgument> User(UserConfiguration configuration)
    {
        var schema = OfflineFilesSchema.UserConfiguration;
        return
        [
            Value(schema, "AssignedOfflineFiles", Texts(configuration.AssignedOfflineFiles)),
            Value(schema, "WorkOfflineButtonRemoved", configuration.WorkOfflineButtonRemoved),
            Value(schema, "MakeAvailableOfflineButtonRemoved", configuration.MakeAvailableOfflineButtonRemoved),
        ];
    }

    /// <summary>The values of the second list that are not those of the first. Both have the same names in the same order.</summary>
    public static IReadOnlyList<CimArgument> Differences(IReadOnlyList<CimArgument> stored, IReadOnlyList<CimArgument> wanted) =>
        wanted.Where((value, index) => !AreSame(value.Value, stored[index].Value)).ToArray();

    private static CimModification BackgroundSync(BackgroundSyncSettings schedule)
    {
        var schema = OfflineFilesSchema.BackgroundSync;
        return new CimModification(schema.Name,
        [
            Value(schema, "SyncInterval", schedule.SyncInterval),
            Value(schema, "SyncVariance", schedule.SyncVariance),
            Value(schema, "MaxTimeBetweenSyncs", schedule.MaxTimeBetweenSyncs),
            Value(schema, "BlockOutStartTimeHoursMinutes", schedule.BlockOutStartTimeHoursMinutes),
            Value(schema, "BlockOutDurationMin", schedule.BlockOutDurationMin),
            Value(schema, "BackgroundSyncWorkOfflineSharesEnabled", schedule.BackgroundSyncWorkOfflineSharesEnabled),
        ]);
    }

    private static CimModification DiskSpaceLimit(DiskSpaceLimitSettings limits)
    {
        var schema = OfflineFilesSchema.DiskSpaceLimit;
        return new CimModification(schema.Name,
        [
            Value(schema, "TotalSizeInMB", limits.TotalSizeInMB),
            Value(schema, "AutoCacheSizeInMB", limits.AutoCacheSizeInMB),
        ]);
    }

    private static CimArgument Value(CimClassSchema schema, string name, object? value)
    {
        var property = schema.Find(name)!;
        return new CimArgument(property.Name, property.Type, property.IsArray, value);
    }

    // An empty array may not be passed on, and a provider that stored one would have nothing in it either.
    private static string[]? Texts(IReadOnlyList<string>? texts) => texts is { Count: > 0 } ? texts.ToArray() : null;

    private static bool AreSame(object? one, object? other) => (one, other) switch
    {
        (string[] left, string[] right) => left.SequenceEqual(right, StringComparer.Ordinal),
        (CimModification left, CimModification right) => Differences(left.Values, right.Values).Count == 0,
        _ => Equals(one, other),
    };
}
