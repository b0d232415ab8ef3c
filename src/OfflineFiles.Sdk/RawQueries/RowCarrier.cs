namespace OfflineFiles.Sdk.RawQueries;

/// <summary>Knows, before a query runs, which type will carry its rows.</summary>
internal static class RowCarrier
{
    /// <exception cref="QueryTranslationException">Another type carries the rows, or none does, or it could not tell what was left out.</exception>
    public static void Check(WqlQuery query, Type wanted)
    {
        if (wanted == typeof(WqlRow) || !TryFind(query, out var carrier)) return;
        if (wanted != carrier) throw QueryErrors.NotCarried(query, wanted, carrier);
        if (query is WqlSelectQuery { Properties.Count: > 0 } && !IsWholeOrTells(carrier)) throw QueryErrors.CannotTell(query, wanted);
    }

    // An item tells what it holds; of the cache and its associations everything is read in any case.
    private static bool IsWholeOrTells(Type? carrier) =>
        carrier == typeof(OfflineFilesItem) || carrier == typeof(OfflineFilesCacheState) || carrier == typeof(AssociatedItem);

    // What an association leads to shows only when it is followed.
    private static bool TryFind(WqlQuery query, out Type? carrier)
    {
        carrier = query switch
        {
            WqlSelectQuery select => OfflineFilesSchema.Find(select.ClassName)?.ModelType,
            WqlSchemaQuery => typeof(CimClassSchema),
            WqlAssociationQuery { Options: { SchemaOnly: true } or { ClassDefsOnly: true } } => typeof(CimClassSchema),
            _ => null,
        };
        return carrier is not null || query is WqlSelectQuery;
    }
}
