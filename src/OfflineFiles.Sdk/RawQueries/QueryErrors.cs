using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>The refusals of raw queries, in one place.</summary>
internal static class QueryErrors
{
    private static readonly HashSet<string> OfServer = new(["__PATH", "__NAMESPACE", "__SERVER", "__DERIVATION"], WqlText.Comparer);

    public static QueryTranslationException NoSuchClass(string name, WqlQuery query) => new(
        name,
        "the library knows no class of that name and the backend has no server to ask",
        NameAdvice.OfClass(name),
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

    /// <summary>The class does not have a property of that name, or only a server knows it.</summary>
    /// <param name="property">The property.</param>
    /// <param name="schema">The class.</param>
    /// <param name="query">The query.</param>
    /// <param name="isTested">Whether it is in the WHERE clause.</param>
    public static QueryTranslationException NoSuchProperty(WqlProperty property, CimClassSchema schema, WqlQuery query, bool isTested = true) =>
        OfServer.Contains(property.Names[property.Names.Count - 1])
            ? new(
                property.Text,
                "it says where in a server the object lies, or what is above its class, and the backend has no server to ask",
                "Ask for __RELPATH, which is the path without the server, or for __CLASS.",
                query.ToString())
            : new(property.Text, $"{schema.Name} has no such property", NameAdvice.OfProperty(schema, property, isTested), query.ToString());

    public static QueryTranslationException NoSuchPropertyOfClasses(WqlProperty property, IEnumerable<string> known, WqlQuery query) => new(
        property.Text,
        $"a class in {WqlName.SchemaClass} has no such property",
        WqlName.Nearest(property.Text, known) is { } nearest ? $"Did you mean {nearest}?" : $"It has {string.Join(", ", known)}.",
        query.ToString());

    public static QueryTranslationException NotCarried(WqlQuery query, Type wanted, Type? carrier) => new(
        wanted.Name,
        carrier is null ? "no type of the library carries its rows" : $"its rows are carried by {carrier.Name}",
        carrier is null ? $"Read them as {nameof(WqlRow)}." : $"Ask for {carrier.Name}, or read them as {nameof(WqlRow)}.",
        query.ToString());

    public static QueryTranslationException CannotTell(WqlQuery query, Type wanted) => new(
        wanted.Name, "it cannot tell which of its members were selected", $"Select *, or read the rows as {nameof(WqlRow)}.", query.ToString());
}
