namespace OfflineFiles.Sdk.Schema;

/// <content>Settings and health, Windows 8 and later.</content>
public static partial class OfflineFilesSchema
{
    /// <summary><c>Win32_OfflineFilesMachineConfiguration</c> (Microsoft Learn: Win32_OfflineFilesMachineConfiguration), carried by <see cref="MachineConfiguration"/>.</summary>
    public static CimClassSchema MachineConfiguration { get; } = new("Win32_OfflineFilesMachineConfiguration", typeof(MachineConfiguration), isSingleton: true,
        new() { Name = "IsConfiguredByWMI", Type = CimTypeCode.Boolean },
        new() { Name = "IsEffective", Type = CimTypeCode.Boolean, IsNullable = true },
        new() { Name = "OfflineFilesCacheEncrypted", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true },
        new() { Name = "Enabled", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true },
        new() { Name = "SyncOnCostedNetworkEnabled", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true },
        new() { Name = "SlowLinkEnabled", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true },
        new() { Name = "SlowLinkParams", Type = CimTypeCode.String, IsArray = true, IsNullable = true, IsWritable = true },
        new() { Name = "BackgroundSyncEnabled", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true },
        new() { Name = "BackgroundSyncParams", Type = CimTypeCode.Object, IsNullable = true, IsWritable = true, ClassName = "Win32_OfflineFilesBackgroundSync" },
        new() { Name = "EconomicalAdminPinningEnabled", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true },
        new() { Name = "ExcludedFileTypes", Type = CimTypeCode.String, IsArray = true, IsNullable = true, IsWritable = true },
        new() { Name = "DiskSpaceLimitEnabled", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true },
        new() { Name = "DiskSpaceLimitParams", Type = CimTypeCode.Object, IsNullable = true, IsWritable = true, ClassName = "Win32_OfflineFilesDiskSpaceLimit" },
        new() { Name = "WorkOfflineButtonRemoved", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true },
        new() { Name = "MakeAvailableOfflineButtonRemoved", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true },
        new() { Name = "TransparentCachingLatencyThreshold", Type = CimTypeCode.UInt32, IsNullable = true, IsWritable = true, Maximum = 100_000_000 });

    /// <summary><c>Win32_OfflineFilesUserConfiguration</c> (Microsoft Learn: Win32_OfflineFilesUserConfiguration), carried by <see cref="UserConfiguration"/>.</summary>
    public static CimClassSchema UserConfiguration { get; } = new("Win32_OfflineFilesUserConfiguration", typeof(UserConfiguration), isSingleton: true,
        new() { Name = "IsConfiguredByWMI", Type = CimTypeCode.Boolean },
        new() { Name = "IsEffective", Type = CimTypeCode.Boolean, IsNullable = true },
        new() { Name = "AssignedOfflineFiles", Type = CimTypeCode.String, IsArray = true, IsNullable = true, IsWritable = true },
        new() { Name = "WorkOfflineButtonRemoved", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true },
        new() { Name = "MakeAvailableOfflineButtonRemoved", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true });

    /// <summary><c>Win32_OfflineFilesBackgroundSync</c> (Microsoft Learn: Win32_OfflineFilesBackgroundSync), carried by <see cref="BackgroundSyncSettings"/>.</summary>
    public static CimClassSchema BackgroundSync { get; } = new("Win32_OfflineFilesBackgroundSync", typeof(BackgroundSyncSettings), isSingleton: false,
        new() { Name = "SyncInterval", Type = CimTypeCode.UInt16, IsNullable = true, IsWritable = true, Maximum = 1440 },
        new() { Name = "SyncVariance", Type = CimTypeCode.UInt16, IsNullable = true, IsWritable = true, Maximum = 3600 },
        new() { Name = "MaxTimeBetweenSyncs", Type = CimTypeCode.UInt16, IsNullable = true, IsWritable = true },
        new() { Name = "BlockOutStartTimeHoursMinutes", Type = CimTypeCode.UInt16, IsNullable = true, IsWritable = true, Maximum = 2400 },
        new() { Name = "BlockOutDurationMin", Type = CimTypeCode.UInt16, IsNullable = true, IsWritable = true, Maximum = 1440 },
        new() { Name = "BackgroundSyncWorkOfflineSharesEnabled", Type = CimTypeCode.Boolean, IsNullable = true, IsWritable = true })
    { IsDynamic = false };

    /// <summary><c>Win32_OfflineFilesDiskSpaceLimit</c> (Microsoft Learn: Win32_OfflineFilesDiskSpaceLimit), carried by <see cref="DiskSpaceLimitSettings"/>.</summary>
    public static CimClassSchema DiskSpaceLimit { get; } = new("Win32_OfflineFilesDiskSpaceLimit", typeof(DiskSpaceLimitSettings), isSingleton: false,
        new() { Name = "TotalSizeInMB", Type = CimTypeCode.UInt32, IsNullable = true, IsWritable = true, Maximum = 100_000_000 },
        new() { Name = "AutoCacheSizeInMB", Type = CimTypeCode.UInt32, IsNullable = true, IsWritable = true, Maximum = 100_000_000 })
    { IsDynamic = false };

    /// <summary><c>Win32_OfflineFilesHealth</c>, carried by <see cref="CacheHealth"/>.</summary>
    public static CimClassSchema Health { get; } = new("Win32_OfflineFilesHealth", typeof(CacheHealth), isSingleton: false,
        new() { Name = "OfflineAccessEnabled", Type = CimTypeCode.Boolean, IsNullable = true },
        new() { Name = "OnlineMode", Type = CimTypeCode.Boolean, IsNullable = true },
        new() { Name = "LastSyncTime", Type = CimTypeCode.String, IsNullable = true },
        new() { Name = "LastSuccessfulSyncTime", Type = CimTypeCode.String, IsNullable = true },
        new() { Name = "LastSyncStatus", Type = CimTypeCode.UInt8, IsNullable = true, EnumType = typeof(HealthSyncStatus) })
    { IsDynamic = false };
}
