using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Mapping;

/// <summary>Makes rows of any class of what the server delivers, embedded objects too.</summary>
internal static class RowMapper
{
    public static WqlRow Row(CimRow row, RowContent content, string origin)
    {
        var schema = OfflineFilesSchema.Find(row.ClassName);
        object? instance = content switch
        {
            RowContent.Definitions => schema,
            RowContent.Objects when schema is not null => Instance(schema, row, origin),
            _ => null,
        };
        var values = row.Values.Select(value => new KeyValuePair<string, object?>(value.Key, Value(value.Value, content, origin)));
        return new WqlRow(row.ClassName, values, instance, origin);
    }

    private static object? Value(object? value, RowContent content, string origin) => value switch
    {
        CimRow embedded => Row(embedded, content, origin),
        object?[] many when Array.Exists(many, one => one is CimRow) => Array.ConvertAll(many, one => Value(one, content, origin) as WqlRow),
        _ => value,
    };

    private static object? Instance(CimClassSchema schema, CimRow row, string origin)
    {
        if (schema == OfflineFilesSchema.Item) return ItemMapper.Item(row, origin);
        return schema == OfflineFilesSchema.Cache ? ItemMapper.CacheState(row) : ConfigurationMapper.TryMap(schema, row);
    }
}
