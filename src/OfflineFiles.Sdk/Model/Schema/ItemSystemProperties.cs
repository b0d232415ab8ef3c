namespace OfflineFiles.Sdk.Model.Schema;

/// <summary>
/// The system properties (Microsoft Learn: WMI System Properties) that an item and what is embedded in it can answer without a server:
/// those of the class, and <c>__RELPATH</c> and <c>__PROPERTY_COUNT</c>.
/// </summary>
internal static class ItemSystemProperties
{
    private static readonly string[] Own = ["__RELPATH", "__PROPERTY_COUNT"];

    public static IEnumerable<string> Names => WqlSystemProperties.Names.Concat(Own);

    /// <summary>Finds one, of the item or with a dot of an object in it; null if the name is none.</summary>
    public static WqlMember<OfflineFilesItem>? Find(WqlProperty property) => property.Names switch
    {
        [var name] => Find(name, _ => OfflineFilesSchema.Item.Name, RelativePath),
        [var owner, var name] when ItemProperties.Instance.Find(new WqlProperty(owner)) is { Schema.ClassName: { } className } embedded =>
            Find(name, item => embedded.Value.IsNull(item) ? null : className, _ => null),
        _ => null,
    };

    private static WqlMember<OfflineFilesItem>? Find(
        string name, Func<OfflineFilesItem, string?> classOf, Func<OfflineFilesItem, string?> relativePath) => WqlText.ToUpper(name) switch
        {
            "__RELPATH" => WqlMember.String(relativePath),
            "__PROPERTY_COUNT" => WqlMember.Integer<OfflineFilesItem>(
                item => classOf(item) is { } className ? OfflineFilesSchema.Find(className)?.DocumentedCount : null),
            _ => WqlSystemProperties.TryGetMember(name, classOf, classes: null, out var member) ? member : null,
        };

    // A key in an object path is a quoted string with backslashes and quotes escaped (Microsoft Learn: Describing an Instance Object Path).
    private static string RelativePath(OfflineFilesItem item) =>
        $"{OfflineFilesSchema.Item.Name}.{nameof(item.ItemPath)}=\"{item.ItemPath.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
