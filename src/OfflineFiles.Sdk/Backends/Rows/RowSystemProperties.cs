using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.Backends.Rows;

/// <summary>
/// What every row knows beside the properties of its class (Microsoft Learn: WMI System Properties): of the system properties those that
/// need no server. The classes of Offline Files are derived from none.
/// </summary>
internal static class RowSystemProperties
{
    private const string Class = "__CLASS";
    private const int GenusOfClass = 1;
    private const int GenusOfInstance = 2;

    private static readonly HashSet<string> Names = new(ItemSystemProperties.Names, StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string name) => Names.Contains(name);

    /// <summary>Reads one; false if no system property has that name, or a class of another origin does not tell.</summary>
    public static bool TryRead(RowClass rowClass, object source, string name, out object? value)
    {
        value = null;
        if (!IsKnown(name)) return false;
        if (string.Equals(name, Class, StringComparison.OrdinalIgnoreCase)) value = rowClass.Name;
        else if (rowClass.Schema is not { } schema) return false;
        else value = Read(WqlText.ToUpper(name), rowClass, schema, source);
        return true;
    }

    private static object? Read(string name, RowClass rowClass, CimClassSchema schema, object source) => name switch
    {
        "__DYNASTY" => schema.Name,
        "__GENUS" => rowClass.IsDefinition ? GenusOfClass : GenusOfInstance,
        "__PROPERTY_COUNT" => schema.DocumentedCount,
        "__RELPATH" => PathOf(rowClass, schema, source)?.ToString(),
        _ => null,
    };

    // An object that is only ever embedded has no path.
    private static WqlObjectPath? PathOf(RowClass rowClass, CimClassSchema schema, object source)
    {
        if (rowClass.IsDefinition) return WqlObjectPath.Class(schema.Name);
        if (schema.IsSingleton) return WqlObjectPath.Singleton(schema.Name);
        var keys = schema.Properties
            .Where(property => property.IsKey)
            .Select(property => rowClass.TryRead(source, property.Name, out var value) && value is string text
                ? new WqlObjectPathKey(property.Name, WqlConstant.String(text))
                : null)
            .ToArray();
        return keys.Length > 0 && keys.All(key => key is not null) ? WqlObjectPath.Instance(schema.Name, keys!) : null;
    }
}
