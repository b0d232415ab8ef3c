using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>Reads the object that an association query starts from.</summary>
internal static class AssociationSource
{
    /// <summary>The path of the item; null for the cache.</summary>
    /// <exception cref="QueryTranslationException">The path of the object does not fit its class.</exception>
    public static UncPath? Of(CimClassSchema schema, WqlAssociationQuery query)
    {
        var source = query.Source;
        if (source.Namespace is not null) throw Refuse(query, "it names a namespace, and this cache is in none", "Leave what stands before the class out, with its colon.");
        if (source.Kind == WqlObjectPathKind.Class)
            throw Refuse(query, "it names a class, and the query asks for objects", $"Name the object, {Example(schema)}, or add SCHEMAONLY.");
        if (schema.IsSingleton)
        {
            return source.Kind == WqlObjectPathKind.Singleton
                ? null
                : throw Refuse(query, "there is one object of the class and it has no key", $"Write {Example(schema)}.");
        }

        if (source.Keys is not [var key] || (key.Name is not null && schema.Find(key.Name) is not { IsKey: true }))
            throw Refuse(query, "it does not name the key of the class", $"Write {Example(schema)}.");
        return key.Value.TryGetString(out var text) && UncPath.TryParse(text, out var path)
            ? path
            : throw Refuse(query, "its key is no UNC path", $"Write {Example(schema)}, each backslash twice.");
    }

    private static string Example(CimClassSchema schema) =>
        schema.IsSingleton ? $"{schema.Name}=@" : $"{schema.Name}.ItemPath=\"\\\\\\\\server\\\\share\"";

    private static QueryTranslationException Refuse(WqlAssociationQuery query, string reason, string advice) =>
        new(query.Source.ToString(), reason, advice, query.ToString());
}
