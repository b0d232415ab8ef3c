using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Makes the settings of rows. NULL means that no value is stored on the WMI side, and stays null.</summary>
internal static class ConfigurationMapper
{
    /// <summary>The typed object of a class of settings; null for any other class.</summary>
    public static object? TryMap(CimClassSchema schema, CimRow row)
    {
        var reader = new RowReader(schema, row);
        if (schema == OfflineFilesSchema.MachineConfiguration) return Machine(reader);
        if (schema == OfflineFilesSchema.UserConfiguration) return User(reader);
        if (schema == OfflineFilesSchema.BackgroundSync) return BackgroundSync(reader);
        if (schema == OfflineFilesSchema.DiskSpaceLimit) return DiskSpaceLimit(reader);
        return schema == OfflineFilesSchema.Health ? Health(reader) : null;
    }

    public static MachineConfiguration Machine(RowReader reader) => new()
    {
        IsConfiguredByWMI = reader.Boolean("IsConfiguredByWMI") ?? false,
        IsEffective = reader.Boolean("IsEffective"),
        OfflineFilesCacheEncrypted = reader.Boolean("OfflineFilesCacheEncrypted"),
        Enabled = reader.Boolean("Enabled"),
        SyncOnCostedNetworkEnabled = reader.Boolean("SyncOnCostedNetworkEnabled"),
        SlowLinkEnabled = reader.Boolean("SlowLinkEnabled"),
        SlowLinkParams = reader.Strings("SlowLinkParams"),
        BackgroundSyncEnabled = reader.Boolean("BackgroundSyncEnabled"),
        BackgroundSyncParams = reader.Object("BackgroundSyncParams") is { } schedule ? BackgroundSync(schedule) : null,
        EconomicalAdminPinningEnabled = reader.Boolean("EconomicalAdminPinningEnabled"),
        ExcludedFileTypes = reader.Strings("ExcludedFileTypes"),
        DiskSpaceLimitEnabled = reader.Boolean("DiskSpaceLimitEnabled"),
        DiskSpaceLimitParams = reader.Object("DiskSpaceLimitParams") is { } limits ? DiskSpaceLimit(limits) : null,
        WorkOfflineButtonRemoved = reader.Boolean("WorkOfflineButtonRemoved"),
        MakeAvailableOfflineButtonRemoved = reader.Boolean("MakeAvailableOfflineButtonRemoved"),
        TransparentCachingLatencyThreshold = reader.Number("TransparentCachingLatencyThreshold"),
    };

    public static UserConfiguration User(RowReader reader) => new()
    {
        IsConfiguredByWMI = reader.Boolean("IsConfiguredByWMI") ?? false,
        IsEffective = reader.Boolean("IsEffective"),
        AssignedOfflineFiles = reader.Strings("AssignedOfflineFiles"),
        WorkOfflineButtonRemoved = reader.Boolean("WorkOfflineButtonRemoved"),
        MakeAvailableOfflineButtonRemoved = reader.Boolean("MakeAvailableOfflineButtonRemoved"),
    };

    private static BackgroundSyncSettings BackgroundSync(RowReader reader) => new()
    {
        SyncInterval = reader.Short("SyncInterval"),
        SyncVariance = reader.Short("SyncVariance"),
        MaxTimeBetweenSyncs = reader.Short("MaxTimeBetweenSyncs"),
        BlockOutStartTimeHoursMinutes = reader.Short("BlockOutStartTimeHoursMinutes"),
        BlockOutDurationMin = reader.Short("BlockOutDurationMin"),
        BackgroundSyncWorkOfflineSharesEnabled = reader.Boolean("BackgroundSyncWorkOfflineSharesEnabled"),
    };

    private static DiskSpaceLimitSettings DiskSpaceLimit(RowReader reader) => new()
    {
        TotalSizeInMB = reader.Number("TotalSizeInMB"),
        AutoCacheSizeInMB = reader.Number("AutoCacheSizeInMB"),
    };

    private static CacheHealth Health(RowReader reader) => new()
    {
        OfflineAccessEnabled = reader.Boolean("OfflineAccessEnabled"),
        OnlineMode = reader.Boolean("OnlineMode"),
        LastSyncTime = reader.String("LastSyncTime"),
        LastSuccessfulSyncTime = reader.String("LastSuccessfulSyncTime"),
        LastSyncStatus = (HealthSyncStatus?)reader.Number("LastSyncStatus"),
    };
}
