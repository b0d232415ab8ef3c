using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Backends.Rows;
using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>
/// Answers ASSOCIATORS OF and REFERENCES OF. The cache leads to every item in it, an item to the cache. A source that is not there is an
/// error, as it is for WMI; a keyword that leaves no way open is an empty answer.
/// </summary>
internal static class AssociationQuery
{
    public static IAsyncEnumerable<WqlRow> Answer(HeldBackend backend, WqlAssociationQuery query, CancellationToken cancellationToken)
    {
        var schema = OfflineFilesSchema.Find(query.Source.ClassName);
        var isOurs = schema is not null && AssociationEnd.From(schema).Any();
        if ((query.Options.SchemaOnly || !isOurs) && backend.QueryServerAsync(query, cancellationToken) is { } rows) return rows;

        if (schema is null) throw QueryErrors.NoSuchClass(query.Source.ClassName, query);
        foreach (var name in new[] { query.Options.AssocClass, query.Options.ResultClass })
            if (name is not null && OfflineFilesSchema.Find(name) is null) throw QueryErrors.NoSuchClass(name, query);
        var ends = AssociationEnd.From(schema).Where(end => end.IsLeftBy(query)).ToList();
        if (query.Options.SchemaOnly) return SchemaRows.StreamAsync(Definitions(query, ends), query.ToString(), cancellationToken);

        if (!isOurs) throw QueryErrors.NoAssociation(schema, query);
        backend.Require(BackendCapabilities.Associations);
        return StreamAsync(backend, query, AssociationSource.Of(schema, query), ends, cancellationToken);
    }

    private static async IAsyncEnumerable<WqlRow> StreamAsync(
        HeldBackend backend,
        WqlAssociationQuery query,
        UncPath? source,
        List<AssociationEnd> ends,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (source is not null && await backend.FindItemAsync(source, cancellationToken).ConfigureAwait(false) is null)
            throw new ItemNotFoundException(source, $"{ReadableText.Of(query.ToString())} was asked: {source} is not in the cache. Check the path, or pin the item first.");

        var origin = query.ToString();
        var defined = new HashSet<CimClassSchema>();
        foreach (var end in ends)
        {
            await foreach (var row in RowsAsync(backend, query, source, end, origin, cancellationToken).ConfigureAwait(false))
            {
                if (!query.Options.ClassDefsOnly)
                {
                    yield return row;
                    continue;
                }

                // One result is enough to know that there are any.
                var schema = OfflineFilesSchema.Find(row.ClassName)!;
                if (defined.Add(schema)) yield return SchemaRows.Row(schema, origin);
                break;
            }
        }
    }

    private static IAsyncEnumerable<WqlRow> RowsAsync(
        HeldBackend backend, WqlAssociationQuery query, UncPath? source, AssociationEnd end, string origin, CancellationToken cancellationToken)
    {
        var result = query is WqlReferencesQuery ? end.Association : end.ResultClass;
        var selection = query.Options.KeysOnly ? RowSelection.Keys(result) : null;
        if (query is WqlReferencesQuery) return AssociationRows.OfAsync(backend, source, selection, origin, cancellationToken);
        return result == OfflineFilesSchema.Item
            ? ItemRows.AllAsync(backend, selection, origin, cancellationToken)
            : StateRows.ReadAsync(backend, null, selection, origin, cancellationToken);
    }

    private static IEnumerable<CimClassSchema> Definitions(WqlAssociationQuery query, IEnumerable<AssociationEnd> ends) =>
        ends.Select(end => query is WqlReferencesQuery ? end.Association : end.ResultClass).Distinct();
}

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
        return ReferenceTests.ItemOf(source, schema)
            ?? throw Refuse(query, "its key is no UNC path", $"Write {Example(schema)}, each backslash twice.");
    }

    private static string Example(CimClassSchema schema) =>
        schema.IsSingleton ? $"{schema.Name}=@" : $"{schema.Name}.ItemPath=\"\\\\\\\\server\\\\share\"";

    private static QueryTranslationException Refuse(WqlAssociationQuery query, string reason, string advice) =>
        new(query.Source.ToString(), reason, advice, query.ToString());
}
