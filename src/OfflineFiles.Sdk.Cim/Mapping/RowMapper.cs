using OfflineFiles.Sdk.Cim.Rows;

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

    // The pairs of an association are made of paths, not read.
    private static object? Instance(CimClassSchema schema, CimRow row, string origin)
    {
        if (schema == OfflineFilesSchema.Item) return ItemRowMapper.Item(row.Of(schema), origin);
        return schema.IsAssociation ? null : ModelReader.Read(schema, row.Of(schema));
    }
}

/// <summary>What the rows of a query are.</summary>
internal enum RowContent
{
    /// <summary>Whole objects: a typed one can be made of them.</summary>
    Objects,

    /// <summary>Objects that hold only what was selected. A typed one would show the rest as NULL.</summary>
    PartsOfObjects,

    /// <summary>Definitions of classes.</summary>
    Definitions,
}

internal static class RowContents
{
    public static RowContent Of(WqlQuery query) => query switch
    {
        WqlSchemaQuery or WqlAssociationQuery { Options.SchemaOnly: true } or WqlAssociationQuery { Options.ClassDefsOnly: true } =>
            RowContent.Definitions,
        WqlSelectQuery { Properties.Count: > 0 } or WqlAssociationQuery { Options.KeysOnly: true } => RowContent.PartsOfObjects,
        _ => RowContent.Objects,
    };
}
