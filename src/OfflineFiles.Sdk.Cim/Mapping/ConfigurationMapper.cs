using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Mapping;

/// <summary>
/// Makes the settings of rows. NULL means that no value is stored on the WMI side, and stays null. The numbers are positions in the schema of
/// each class.
/// </summary>
internal static class ConfigurationMapper
{
    /// <summary>The typed object of a class of settings; null for any other class.</summary>
    public static object? TryMap(CimClassSchema schema, CimRow row)
    {
        if (schema == OfflineFilesSchema.MachineConfiguration) return Machine(row);
        if (schema == OfflineFilesSchema.UserConfiguration) return User(row);
        if (schema == OfflineFilesSchema.BackgroundSync) return BackgroundSync(row, row);
        if (schema == OfflineFilesSchema.DiskSpaceLimit) return DiskSpaceLimit(row, row);
        return schema == OfflineFilesSchema.Health ? Health(row) : null;
    }

    public static MachineConfiguration Machine(CimRow row)
    {
        const int isConfiguredByWMI = 0, isEffective = 1, offlineFilesCacheEncrypted = 2, enabled = 3, syncOnCostedNetworkEnabled = 4,
            slowLinkEnabled = 5, slowLinkParams = 6, backgroundSyncEnabled = 7, backgroundSyncParams = 8, economicalAdminPinningEnabled = 9,
            excludedFileTypes = 10, diskSpaceLimitEnabled = 11, diskSpaceLimitParams = 12, workOfflineButtonRemoved = 13,
            makeAvailableOfflineButtonRemoved = 14, transparentCachingLatencyThreshold = 15;
        var reader = new RowReader(OfflineFilesSchema.MachineConfiguration, row, row);
        return new()
        {
            IsConfiguredByWMI = reader.Boolean(isConfiguredByWMI) ?? false,
            IsEffective = reader.Boolean(isEffective),
            OfflineFilesCacheEncrypted = reader.Boolean(offlineFilesCacheEncrypted),
            Enabled = reader.Boolean(enabled),
            SyncOnCostedNetworkEnabled = reader.Boolean(syncOnCostedNetworkEnabled),
            SlowLinkEnabled = reader.Boolean(slowLinkEnabled),
            SlowLinkParams = reader.Strings(slowLinkParams),
            BackgroundSyncEnabled = reader.Boolean(backgroundSyncEnabled),
            BackgroundSyncParams = reader.Object(backgroundSyncParams) is { } schedule ? BackgroundSync(schedule, row) : null,
            EconomicalAdminPinningEnabled = reader.Boolean(economicalAdminPinningEnabled),
            ExcludedFileTypes = reader.Strings(excludedFileTypes),
            DiskSpaceLimitEnabled = reader.Boolean(diskSpaceLimitEnabled),
            DiskSpaceLimitParams = reader.Object(diskSpaceLimitParams) is { } limits ? DiskSpaceLimit(limits, row) : null,
            WorkOfflineButtonRemoved = reader.Boolean(workOfflineButtonRemoved),
            MakeAvailableOfflineButtonRemoved = reader.Boolean(makeAvailableOfflineButtonRemoved),
            TransparentCachingLatencyThreshold = reader.Number(transparentCachingLatencyThreshold),
        };
    }

    public static UserConfiguration User(CimRow row)
    {
        const int isConfiguredByWMI = 0, isEffective = 1, assignedOfflineFiles = 2, workOfflineButtonRemoved = 3,
            makeAvailableOfflineButtonRemoved = 4;
        var reader = new RowReader(OfflineFilesSchema.UserConfiguration, row, row);
        return new()
        {
            IsConfiguredByWMI = reader.Boolean(isConfiguredByWMI) ?? false,
            IsEffective = reader.Boolean(isEffective),
            AssignedOfflineFiles = reader.Strings(assignedOfflineFiles),
            WorkOfflineButtonRemoved = reader.Boolean(workOfflineButtonRemoved),
            MakeAvailableOfflineButtonRemoved = reader.Boolean(makeAvailableOfflineButtonRemoved),
        };
    }

    private static BackgroundSyncSettings BackgroundSync(CimRow row, CimRow whole)
    {
        const int syncInterval = 0, syncVariance = 1, maxTimeBetweenSyncs = 2, blockOutStartTimeHoursMinutes = 3, blockOutDurationMin = 4,
            backgroundSyncWorkOfflineSharesEnabled = 5;
        var reader = new RowReader(OfflineFilesSchema.BackgroundSync, row, whole);
        return new()
        {
            SyncInterval = reader.Short(syncInterval),
            SyncVariance = reader.Short(syncVariance),
            MaxTimeBetweenSyncs = reader.Short(maxTimeBetweenSyncs),
            BlockOutStartTimeHoursMinutes = reader.Short(blockOutStartTimeHoursMinutes),
            BlockOutDurationMin = reader.Short(blockOutDurationMin),
            BackgroundSyncWorkOfflineSharesEnabled = reader.Boolean(backgroundSyncWorkOfflineSharesEnabled),
        };
    }

    private static DiskSpaceLimitSettings DiskSpaceLimit(CimRow row, CimRow whole)
    {
        const int totalSizeInMB = 0, autoCacheSizeInMB = 1;
        var reader = new RowReader(OfflineFilesSchema.DiskSpaceLimit, row, whole);
        return new()
        {
            TotalSizeInMB = reader.Number(totalSizeInMB),
            AutoCacheSizeInMB = reader.Number(autoCacheSizeInMB),
        };
    }

    private static CacheHealth Health(CimRow row)
    {
        const int offlineAccessEnabled = 0, onlineMode = 1, lastSyncTime = 2, lastSuccessfulSyncTime = 3, lastSyncStatus = 4;
        var reader = new RowReader(OfflineFilesSchema.Health, row, row);
        return new()
        {
            OfflineAccessEnabled = reader.Boolean(offlineAccessEnabled),
            OnlineMode = reader.Boolean(onlineMode),
            LastSyncTime = reader.String(lastSyncTime),
            LastSuccessfulSyncTime = reader.String(lastSuccessfulSyncTime),
            LastSyncStatus = (HealthSyncStatus?)reader.Number(lastSyncStatus),
        };
    }
}
