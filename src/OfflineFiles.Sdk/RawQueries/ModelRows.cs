using OfflineFiles.Sdk.Backends.Rows;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>Reads the model as rows: by the names and with the types its classes have on the wire, so that an enum is its number.</summary>
internal static class ModelRows
{
    public static ItemRowClass Item { get; } = new(null, OfflineFilesSchema.Item);

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

    private static InvalidOperationException NoReader(string name) => new($"The schema has a property {name} that no model reads.");
}
