using OfflineFiles.Sdk.Backends.Rows;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>The refusals of raw queries, in one place.</summary>
internal static class QueryErrors
{
    public static QueryTranslationException NoSuchClass(string name, WqlQuery query) => new(
        name,
        "the library knows no class of that name and the backend has no server to ask",
        RowErrors.Advice(name, OfflineFilesSchema.Classes.Select(schema => schema.Name)),
        query.ToString());

    public static QueryTranslationException EmbeddedOnly(CimClassSchema schema, WqlQuery query)
    {
        var holder = OfflineFilesSchema.Classes
            .SelectMany(outer => outer.Properties.Select(property => (outer.Name, Property: property)))
            .First(pair => pair.Property.Type == CimTypeCode.Object && pair.Property.ClassName == schema.Name);
        return new QueryTranslationException(
            schema.Name,
            "its instances are only ever part of another object",
            $"Ask for the object that holds them: SELECT {holder.Property.Name} FROM {holder.Name}.",
            query.ToString());
    }

    public static QueryTranslationException NoAssociation(CimClassSchema schema, WqlQuery query) => new(
        schema.Name,
        "no association refers to it",
        $"Start from {OfflineFilesSchema.Cache.Name}=@ or from an item.",
        query.ToString());

    public static QueryTranslationException NoSuchProperty(WqlProperty property, CimClassSchema schema, WqlQuery query)
    {
        var inner = property.IsDotted && schema.Find(property.Names[0])?.ClassName is { } name ? OfflineFilesSchema.Find(name) : null;
        var known = inner is null
            ? schema.Properties.Select(other => other.Name)
            : inner.Properties.Select(other => $"{property.Names[0]}.{other.Name}");
        return new QueryTranslationException(property.Text, $"{schema.Name} has no such property", RowErrors.Advice(property.Text, known), query.ToString());
    }

    public static QueryTranslationException NotCarried(WqlQuery query, Type wanted, Type? carrier) => new(
        wanted.Name,
        carrier is null ? "no type of the library carries its rows" : $"its rows are carried by {carrier.Name}",
        carrier is null ? $"Read them as {nameof(WqlRow)}." : $"Ask for {carrier.Name}, or read them as {nameof(WqlRow)}.",
        query.ToString());

    public static QueryTranslationException CannotTell(WqlQuery query, Type wanted) => new(
        wanted.Name, "it cannot tell which of its members were selected", $"Select *, or read the rows as {nameof(WqlRow)}.", query.ToString());
}
