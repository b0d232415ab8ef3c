using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>
/// Answers ASSOCIATORS OF and REFERENCES OF. The cache leads to every item in it, an item to the cache. A source that is not there is an
/// error, as it is for WMI; a keyword that leaves no way open is an empty answer.
/// </summary>
internal static class AssociationQuery
{
    public static IAsyncEnumerable<WqlRow> Answer(CacheBackend backend, WqlAssociationQuery query, CancellationToken cancellationToken)
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
        CacheBackend backend,
        WqlAssociationQuery query,
        UncPath? source,
        List<AssociationEnd> ends,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (source is not null && await backend.FindItemAsync(source, cancellationToken).ConfigureAwait(false) is null)
            throw new ItemNotFoundException(source, $"{query} was asked: {source} is not in the cache. Check the path, or pin the item first.");

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
        CacheBackend backend, WqlAssociationQuery query, UncPath? source, AssociationEnd end, string origin, CancellationToken cancellationToken)
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
