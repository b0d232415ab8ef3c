using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>
/// Answers raw queries through what every backend can do anyway: items, the state, the table of the schema, and the association when the
/// backend has it. The rest is for the server behind the backend, if there is one.
/// </summary>
internal static class RowQuery
{
    /// <summary>Asks a backend, and answers what it leaves to the cache.</summary>
    public static ValueTask<IAsyncEnumerable<WqlRow>> AskAsync(ICacheBackend backend, WqlQuery query, RunScope scope) => HeldCall.RunAsync(
        token =>
        {
            var rows = backend.QueryRowsAsync(query, token);
            return new ValueTask<IAsyncEnumerable<WqlRow>>(
                rows is RowsLeftToCache left ? Answer(HeldBackend.Of(left.Backend, scope), left.Query, CancellationToken.None) : new HeldRows<WqlRow>(_ => rows, scope));
        },
        scope);

    // Refuses now what cannot be answered; asks the backend when the first row is wanted.
    private static IAsyncEnumerable<WqlRow> Answer(HeldBackend backend, WqlQuery query, CancellationToken cancellationToken) => query switch
    {
        WqlSelectQuery select => Select(backend, select, cancellationToken),
        WqlSchemaQuery schema => backend.QueryServerAsync(schema, cancellationToken) ?? SchemaRows.Select(schema, cancellationToken),
        WqlAssociationQuery association => AssociationQuery.Answer(backend, association, cancellationToken),
        _ => throw RefuseEvents(backend),
    };

    private static IAsyncEnumerable<WqlRow> Select(HeldBackend backend, WqlSelectQuery query, CancellationToken cancellationToken)
    {
        var schema = OfflineFilesSchema.Find(query.ClassName);
        if (schema == OfflineFilesSchema.Item) return ItemRows.Select(backend, query, cancellationToken);
        if (schema == OfflineFilesSchema.Cache) return StateRows.Select(backend, query, cancellationToken);
        if (schema == OfflineFilesSchema.AssociatedItems) return AssociationRows.Select(backend, query, cancellationToken);
        if (schema?.IsEmbedded == true) throw QueryErrors.EmbeddedOnly(schema, query);
        if (backend.QueryServerAsync(query, cancellationToken) is { } rows) return rows;
        throw schema is null ? QueryErrors.NoSuchClass(query.ClassName, query) : NoInstances(backend, schema);
    }

    private static OperationNotSupportedException NoInstances(CacheBackend backend, CimClassSchema schema) => new(
        $"queries over {schema.Name}",
        backend.Description.Name,
        $"It holds no such objects. Ask for {OfflineFilesSchema.Item.Name} or {OfflineFilesSchema.Cache.Name}.");

    private static OperationNotSupportedException RefuseEvents(CacheBackend backend)
    {
        var instead = backend.Capabilities.HasFlag(BackendCapabilities.Changes)
            ? "For what happens subscribe to cache.Changes, and filter with Where on the change."
            : backend.Refusal(BackendCapabilities.Changes).Reason;
        return new OperationNotSupportedException("event queries", backend.Description.Name, $"A query returns what is there. {instead}");
    }
}
