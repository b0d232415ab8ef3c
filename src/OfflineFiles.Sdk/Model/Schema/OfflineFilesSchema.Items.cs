namespace OfflineFiles.Sdk.Schema;

/// <content>The cache, its items and what an item carries.</content>
public static partial class OfflineFilesSchema
{
    /// <summary><c>Win32_OfflineFilesCache</c> (Microsoft Learn: Win32_OfflineFilesCache), carried by <see cref="OfflineFilesCacheState"/>.</summary>
    public static CimClassSchema Cache { get; } = new("Win32_OfflineFilesCache", typeof(OfflineFilesCacheState), isSingleton: true,
        new() { Name = "Enabled", Type = CimTypeCode.Boolean },
        new() { Name = "Active", Type = CimTypeCode.Boolean },
        new() { Name = "Location", Type = CimTypeCode.String, IsNullable = true });

    /// <summary><c>Win32_OfflineFilesItem</c> (Microsoft Learn: Win32_OfflineFilesItem), carried by <see cref="OfflineFilesItem"/>.</summary>
    public static CimClassSchema Item { get; } = new("Win32_OfflineFilesItem", typeof(OfflineFilesItem), isSingleton: false,
        new() { Name = "ItemPath", Type = CimTypeCode.String, IsKey = true },
        new() { Name = "ParentItemPath", Type = CimTypeCode.String, IsNullable = true },
        new() { Name = "ItemName", Type = CimTypeCode.String },
        new() { Name = "ItemType", Type = CimTypeCode.UInt32, EnumType = typeof(OfflineFilesItemType) },
        new() { Name = "FileSysInfo", Type = CimTypeCode.Object, IsNullable = true, ClassName = "Win32_OfflineFilesFileSysInfo" },
        new() { Name = "PinInfo", Type = CimTypeCode.Object, IsNullable = true, ClassName = "Win32_OfflineFilesPinInfo" },
        new() { Name = "ChangeInfo", Type = CimTypeCode.Object, IsNullable = true, ClassName = "Win32_OfflineFilesChangeInfo" },
        new() { Name = "ConnectionInfo", Type = CimTypeCode.Object, IsNullable = true, ClassName = "Win32_OfflineFilesConnectionInfo" },
        new() { Name = "SuspendInfo", Type = CimTypeCode.Object, IsNullable = true, ClassName = "Win32_OfflineFilesSuspendInfo" },
        new() { Name = "DirtyInfo", Type = CimTypeCode.Object, IsNullable = true, ClassName = "Win32_OfflineFilesDirtyInfo" },
        new() { Name = "Encrypted", Type = CimTypeCode.Boolean, IsNullable = true },
        new() { Name = "Sparse", Type = CimTypeCode.Boolean, IsNullable = true });

    /// <summary><c>Win32_OfflineFilesFileSysInfo</c> (Microsoft Learn: Win32_OfflineFilesFileSysInfo), carried by <see cref="FileSysInfo"/>.</summary>
    public static CimClassSchema FileSysInfo { get; } = new("Win32_OfflineFilesFileSysInfo", typeof(FileSysInfo), isSingleton: false,
        new() { Name = "LocalAttributes", Type = CimTypeCode.UInt32, EnumType = typeof(FileAttributes) },
        new() { Name = "LocalSize", Type = CimTypeCode.SInt64 },
        new() { Name = "LocalCreationTime", Type = CimTypeCode.DateTime },
        new() { Name = "LocalLastWriteTime", Type = CimTypeCode.DateTime },
        new() { Name = "LocalChangeTime", Type = CimTypeCode.DateTime },
        new() { Name = "LocalLastAccessTime", Type = CimTypeCode.DateTime },
        new() { Name = "OriginalAttributes", Type = CimTypeCode.UInt32, EnumType = typeof(FileAttributes) },
        new() { Name = "OriginalSize", Type = CimTypeCode.SInt64 },
        new() { Name = "OriginalCreationTime", Type = CimTypeCode.DateTime },
        new() { Name = "OriginalLastWriteTime", Type = CimTypeCode.DateTime },
        new() { Name = "OriginalChangeTime", Type = CimTypeCode.DateTime },
        new() { Name = "OriginalLastAccessTime", Type = CimTypeCode.DateTime },
        new() { Name = "RemoteAttributes", Type = CimTypeCode.UInt32, IsNullable = true, EnumType = typeof(FileAttributes) },
        new() { Name = "RemoteSize", Type = CimTypeCode.SInt64, IsNullable = true },
        new() { Name = "RemoteCreationTime", Type = CimTypeCode.DateTime, IsNullable = true },
        new() { Name = "RemoteLastWriteTime", Type = CimTypeCode.DateTime, IsNullable = true },
        new() { Name = "RemoteChangeTime", Type = CimTypeCode.DateTime, IsNullable = true },
        new() { Name = "RemoteLastAccessTime", Type = CimTypeCode.DateTime, IsNullable = true });

    /// <summary><c>Win32_OfflineFilesPinInfo</c> (Microsoft Learn: Win32_OfflineFilesPinInfo), carried by <see cref="PinInfo"/>.</summary>
    public static CimClassSchema PinInfo { get; } = new("Win32_OfflineFilesPinInfo", typeof(PinInfo), isSingleton: false,
        new() { Name = "Pinned", Type = CimTypeCode.Boolean },
        new() { Name = "PinnedForUser", Type = CimTypeCode.UInt32, EnumType = typeof(PinState) },
        new() { Name = "PinnedForUserByPolicy", Type = CimTypeCode.UInt32, EnumType = typeof(PinState) },
        new() { Name = "PinnedForComputer", Type = CimTypeCode.UInt32, EnumType = typeof(PinState) },
        new() { Name = "PinnedForFolderRedirection", Type = CimTypeCode.UInt32, EnumType = typeof(PinState) });

    /// <summary><c>Win32_OfflineFilesChangeInfo</c> (Microsoft Learn: Win32_OfflineFilesChangeInfo), carried by <see cref="ChangeInfo"/>.</summary>
    public static CimClassSchema ChangeInfo { get; } = new("Win32_OfflineFilesChangeInfo", typeof(ChangeInfo), isSingleton: false,
        new() { Name = "Dirty", Type = CimTypeCode.Boolean },
        new() { Name = "DeletedOffline", Type = CimTypeCode.Boolean },
        new() { Name = "CreatedOffline", Type = CimTypeCode.Boolean },
        new() { Name = "ModifiedData", Type = CimTypeCode.Boolean },
        new() { Name = "ModifiedAttributes", Type = CimTypeCode.Boolean },
        new() { Name = "ModifiedTime", Type = CimTypeCode.Boolean });

    /// <summary><c>Win32_OfflineFilesConnectionInfo</c> (Microsoft Learn: Win32_OfflineFilesConnectionInfo), carried by <see cref="ConnectionInfo"/>.</summary>
    public static CimClassSchema ConnectionInfo { get; } = new("Win32_OfflineFilesConnectionInfo", typeof(ConnectionInfo), isSingleton: false,
        new() { Name = "ConnectState", Type = CimTypeCode.UInt32, EnumType = typeof(ConnectState) },
        new() { Name = "OfflineReason", Type = CimTypeCode.UInt32, EnumType = typeof(OfflineReason) });

    /// <summary><c>Win32_OfflineFilesSuspendInfo</c> (Microsoft Learn: Win32_OfflineFilesSuspendInfo), carried by <see cref="SuspendInfo"/>.</summary>
    public static CimClassSchema SuspendInfo { get; } = new("Win32_OfflineFilesSuspendInfo", typeof(SuspendInfo), isSingleton: false,
        new() { Name = "Suspended", Type = CimTypeCode.Boolean },
        new() { Name = "SuspendedRoot", Type = CimTypeCode.Boolean });

    /// <summary><c>Win32_OfflineFilesDirtyInfo</c> (Microsoft Learn: Win32_OfflineFilesDirtyInfo), carried by <see cref="DirtyInfo"/>.</summary>
    public static CimClassSchema DirtyInfo { get; } = new("Win32_OfflineFilesDirtyInfo", typeof(DirtyInfo), isSingleton: false,
        new() { Name = "LocalDirtyByteCount", Type = CimTypeCode.SInt64 },
        new() { Name = "RemoteDirtyByteCount", Type = CimTypeCode.SInt64 });

    /// <summary><c>Win32_OfflineFilesAssociatedItems</c> (Microsoft Learn: Win32_OfflineFilesAssociatedItems), carried by <see cref="AssociatedItem"/>.</summary>
    public static CimClassSchema AssociatedItems { get; } = new("Win32_OfflineFilesAssociatedItems", typeof(AssociatedItem), isSingleton: false,
        new() { Name = "Antecedent", Type = CimTypeCode.Reference, IsKey = true, ClassName = "Win32_OfflineFilesCache" },
        new() { Name = "Dependent", Type = CimTypeCode.Reference, IsKey = true, ClassName = "Win32_OfflineFilesItem" })
    { IsDynamic = false };
}
