using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Model.Schema;

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
    public static CimClassSchema Item { get; } = OfTable("Win32_OfflineFilesItem", typeof(OfflineFilesItem), row => row.Holder is null);

    /// <summary><c>Win32_OfflineFilesFileSysInfo</c> (Microsoft Learn: Win32_OfflineFilesFileSysInfo), carried by <see cref="FileSysInfo"/>.</summary>
    public static CimClassSchema FileSysInfo { get; } = Embedded("Win32_OfflineFilesFileSysInfo", typeof(FileSysInfo));

    /// <summary><c>Win32_OfflineFilesPinInfo</c> (Microsoft Learn: Win32_OfflineFilesPinInfo), carried by <see cref="PinInfo"/>.</summary>
    public static CimClassSchema PinInfo { get; } = Embedded("Win32_OfflineFilesPinInfo", typeof(PinInfo));

    /// <summary><c>Win32_OfflineFilesChangeInfo</c> (Microsoft Learn: Win32_OfflineFilesChangeInfo), carried by <see cref="ChangeInfo"/>.</summary>
    public static CimClassSchema ChangeInfo { get; } = Embedded("Win32_OfflineFilesChangeInfo", typeof(ChangeInfo));

    /// <summary><c>Win32_OfflineFilesConnectionInfo</c> (Microsoft Learn: Win32_OfflineFilesConnectionInfo), carried by <see cref="ConnectionInfo"/>.</summary>
    public static CimClassSchema ConnectionInfo { get; } = Embedded("Win32_OfflineFilesConnectionInfo", typeof(ConnectionInfo));

    /// <summary><c>Win32_OfflineFilesSuspendInfo</c> (Microsoft Learn: Win32_OfflineFilesSuspendInfo), carried by <see cref="SuspendInfo"/>.</summary>
    public static CimClassSchema SuspendInfo { get; } = Embedded("Win32_OfflineFilesSuspendInfo", typeof(SuspendInfo));

    /// <summary><c>Win32_OfflineFilesDirtyInfo</c> (Microsoft Learn: Win32_OfflineFilesDirtyInfo), carried by <see cref="DirtyInfo"/>.</summary>
    public static CimClassSchema DirtyInfo { get; } = Embedded("Win32_OfflineFilesDirtyInfo", typeof(DirtyInfo));

    /// <summary><c>Win32_OfflineFilesAssociatedItems</c> (Microsoft Learn: Win32_OfflineFilesAssociatedItems), carried by <see cref="AssociatedItem"/>.</summary>
    public static CimClassSchema AssociatedItems { get; } = new("Win32_OfflineFilesAssociatedItems", typeof(AssociatedItem), isSingleton: false,
        new() { Name = "Antecedent", Type = CimTypeCode.Reference, IsKey = true, ClassName = "Win32_OfflineFilesCache" },
        new() { Name = "Dependent", Type = CimTypeCode.Reference, IsKey = true, ClassName = "Win32_OfflineFilesItem" })
    { IsDynamic = false };

    // What an item holds stands in one table.
    private static CimClassSchema OfTable(
        string name, [DynamicallyAccessedMembers(CimClassSchema.Carries)] Type modelType, Func<ItemProperty, bool> isOf) =>
        new(name, modelType, isSingleton: false, [.. ItemTable.Rows.Where(isOf).Select(row => row.Schema)]);

    private static CimClassSchema Embedded(string name, [DynamicallyAccessedMembers(CimClassSchema.Carries)] Type modelType) =>
        OfTable(name, modelType, row => row.Holder?.Schema.ClassName == name);
}
