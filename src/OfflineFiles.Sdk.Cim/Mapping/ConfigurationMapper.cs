using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// Makes the settings of rows. NULL means that no value is stored on the WMI side, and stays null. The numbers are positions in the schema of
/// each class.
/// </summary>
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

    public static MachineConfiguration Machine(RowReader reader)
    {
        const int isConfiguredByWMI = 0, isEffective = 1, offlineFilesCacheEncrypted = 2, enabled = 3, syncOnCostedNetworkEnabled = 4,
            slowLinkEnabled = 5, slowLinkParams = 6, backgroundSyncEnabled = 7, backgroundSyncParams = 8, economicalAdminPinningEnabled = 9,
            excludedFileTypes = 10, diskSpaceLimitEnabled = 11, diskSpaceLimitParams = 12, workOfflineButtonRemoved = 13,
            makeAvailableOfflineButtonRemoved = 14, transparentCachingLatencyThreshold = 15;
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
            BackgroundSyncParams = reader.Object(backgroundSyncParams, OfflineFilesSchema.BackgroundSync) is { } schedule ? BackgroundSync(schedule) : null,
            EconomicalAdminPinningEnabled = reader.Boolean(economicalAdminPinningEnabled),
            ExcludedFileTypes = reader.Strings(excludedFileTypes),
            DiskSpaceLimitEnabled = reader.Boolean(diskSpaceLimitEnabled),
            DiskSpaceLimitParams = reader.Object(diskSpaceLimitParams, OfflineFilesSchema.DiskSpaceLimit) is { } limits ? DiskSpaceLimit(limits) : null,
            WorkOfflineButtonRemoved = reader.Boolean(workOfflineButtonRemoved),
            MakeAvailableOfflineButtonRemoved = reader.Boolean(makeAvailableOfflineButtonRemoved),
            TransparentCachingLatencyThreshold = reader.Number(transparentCachingLatencyThreshold),
        };
    }

    public static UserConfiguration User(RowReader reader)
    {
        const int isConfiguredByWMI = 0, isEffective = 1, assignedOfflineFiles = 2, workOfflineButtonRemoved = 3,
            makeAvailableOfflineButtonRemoved = 4;
        return new()
        {
            IsConfiguredByWMI = reader.Boolean(isConfiguredByWMI) ?? false,
            IsEffective = reader.Boolean(isEffective),
            AssignedOfflineFiles = reader.Strings(assignedOfflineFiles),
            WorkOfflineButtonRemoved = reader.Boolean(workOfflineButtonRemoved),
            MakeAvailableOfflineButtonRemoved = reader.Boolean(makeAvailableOfflineButtonRemoved),
        };
    }

    private static BackgroundSyncSettings BackgroundSync(in RowReader reader)
    {
        const int syncInterval = 0, syncVariance = 1, maxTimeBetweenSyncs = 2, blockOutStartTimeHoursMinutes = 3, blockOutDurationMin = 4,
            backgroundSyncWorkOfflineSharesEnabled = 5;
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

    private static DiskSpaceLimitSettings DiskSpaceLimit(in RowReader reader)
    {
        const int totalSizeInMB = 0, autoCacheSizeInMB = 1;
        return new()
        {
            TotalSizeInMB = reader.Number(totalSizeInMB),
            AutoCacheSizeInMB = reader.Number(autoCacheSizeInMB),
        };
    }

    private static CacheHealth Health(in RowReader reader)
    {
        const int offlineAccessEnabled = 0, onlineMode = 1, lastSyncTime = 2, lastSuccessfulSyncTime = 3, lastSyncStatus = 4;
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
