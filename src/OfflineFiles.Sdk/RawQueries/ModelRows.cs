using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>Reads the model as rows: by the names and with the types its classes have on the wire, so that an enum is its number.</summary>
internal static class ModelRows
{
    public static ModelRowClass<OfflineFilesItem> Item { get; } = new(OfflineFilesSchema.Item, (item, name) => name switch
    {
        "ItemPath" => item.ItemPath,
        "ParentItemPath" => item.ParentItemPath,
        "ItemName" => item.ItemName,
        "ItemType" => (uint)item.ItemType,
        "FileSysInfo" => InfoRows.Of(InfoRows.FileSysInfo, item.FileSysInfo),
        "PinInfo" => InfoRows.Of(InfoRows.PinInfo, item.PinInfo),
        "ChangeInfo" => InfoRows.Of(InfoRows.ChangeInfo, item.ChangeInfo),
        "ConnectionInfo" => InfoRows.Of(InfoRows.ConnectionInfo, item.ConnectionInfo),
        "SuspendInfo" => InfoRows.Of(InfoRows.SuspendInfo, item.SuspendInfo),
        "DirtyInfo" => InfoRows.Of(InfoRows.DirtyInfo, item.DirtyInfo),
        "Encrypted" => item.Encrypted,
        "Sparse" => item.Sparse,
        _ => throw NoReader(name),
    });

    public static ModelRowClass<OfflineFilesCacheState> Cache { get; } = new(OfflineFilesSchema.Cache, (state, name) => name switch
    {
        "Enabled" => state.Enabled,
        "Active" => state.Active,
        "Location" => state.Location,
        _ => throw NoReader(name),
    });

    public static ModelRowClass<AssociatedItem> AssociatedItems { get; } = new(OfflineFilesSchema.AssociatedItems, (pair, name) => name switch
    {
        "Antecedent" => pair.Antecedent,
        "Dependent" => pair.DependentPath.ToString(),
        _ => throw NoReader(name),
    });

    internal static InvalidOperationException NoReader(string name) => new($"The schema has a property {name} that no model reads.");
}
