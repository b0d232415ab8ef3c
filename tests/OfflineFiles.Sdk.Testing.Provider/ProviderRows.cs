using System.Globalization;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>Writes model objects as the provider's instances, property by property of the schema. Independent of the mapping it tests.</summary>
internal sealed class ProviderRows(ProviderDoubleOptions options)
{
    public CimRow Item(OfflineFilesItem item)
    {
        var row = Write(OfflineFilesSchema.Item, item);
        if (item.ItemType != OfflineFilesItemType.Server) return row;
        string? parent = options.ServerHasEmptyParent ? "" : null;
        return new CimRow(row.ClassName, row.Values.Where(value => value.Key != "ParentItemPath").Append(new("ParentItemPath", parent)));
    }

    /// <summary>The listed properties and the key; the rest is not there. Of what is embedded only that comes which is listed with a dot.</summary>
    public CimRow Item(OfflineFilesItem item, IReadOnlyList<WqlProperty> listed)
    {
        var row = Item(item);
        if (listed.Count == 0 || options.SelectListIsIgnored) return row;
        return new CimRow(row.ClassName, row.Values
            .Where(value => value.Key == "ItemPath" || listed.Any(property => Is(property.Names[0], value.Key)))
            .Select(value => new KeyValuePair<string, object?>(value.Key, value.Value is CimRow embedded ? Part(embedded, value.Key, listed) : value.Value)));
    }

    private static CimRow Part(CimRow embedded, string name, IReadOnlyList<WqlProperty> listed) => new(embedded.ClassName, embedded.Values
        .Where(value => listed.Any(property => property.IsDotted && Is(property.Names[0], name) && Is(property.Names[1], value.Key))));

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    public CimRow Cache(OfflineFilesCacheState state) => Write(
        OfflineFilesSchema.Cache,
        options.ServiceIsStopped ? state with { Enabled = options.ServiceIsEnabled, Active = false, Location = null }
        : state with { Enabled = state.Enabled && options.ServiceIsEnabled });

    private CimRow Write(CimClassSchema schema, object source) => new(
        schema.Name, schema.Properties.Where(property => property.IsDocumented).Select(property => new KeyValuePair<string, object?>(property.Name, Write(property, Read(source, property.Name)))));

    private object? Write(CimPropertySchema property, object? value)
    {
        if (value is null) return null;
        if (property.Type == CimTypeCode.Object) return Write(OfflineFilesSchema.Find(property.ClassName!)!, value);
        return options.ValuesAsStrings ? Text(property.Type, value) : Value(property.Type, value);
    }

    private static object Value(CimTypeCode type, object value) => type switch
    {
        CimTypeCode.UInt32 => unchecked((uint)Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => value,
    };

    private static string Text(CimTypeCode type, object value) => type switch
    {
        CimTypeCode.Boolean => (bool)value ? "true" : "false",
        CimTypeCode.DateTime => ((DateTimeOffset)value).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(Value(type, value), CultureInfo.InvariantCulture)!,
    };

    private static object? Read(object source, string property) => source.GetType().GetProperty(property)!.GetValue(source);
}
