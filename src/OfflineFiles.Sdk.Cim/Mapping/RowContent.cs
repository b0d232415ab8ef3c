using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Mapping;

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
