using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>One run of a plan against a backend: all that it reads comes in through this.</summary>
/// <param name="plan">What is run.</param>
/// <param name="backend">Where it is run.</param>
/// <param name="owner">What the rows belong to.</param>
/// <param name="options">How it is run.</param>
/// <param name="scope">What goes along with it.</param>
internal sealed class QueryRun(QueryPlan plan, ICacheBackend backend, IItemQueries owner, QueryOptions options, RunScope scope)
{
    private readonly HeldBackend _held = HeldBackend.Of(PagedBackend.Of(backend, options.PageSize), scope);

    public QueryPlan Plan => plan;

    public RunScope Scope => scope;

    public IEnumerable<OfflineFilesItem> Read(QueryAccess access)
    {
        var rows = scope.Counted(BackendRows.Read(access.Route, backend, scope, owner));
        return options.Buffering == QueryBuffering.Buffered ? BufferedRows.Of(rows) : rows;
    }

    public IAsyncEnumerable<OfflineFilesItem> ReadAsync(QueryAccess access)
    {
        var rows = scope.Counted(BackendRows.ReadAsync(access.Route, _held, owner));
        return options.Buffering == QueryBuffering.Buffered ? BufferedRows.OfAsync(rows) : rows;
    }

    /// <summary>What the backend makes of the rows of the only request.</summary>
    public long? Aggregate(BackendAggregate aggregate) => new HeldSource(BackendRows.Synchronous(backend), scope).Call(
        () => ((IAggregateQueryBackend)backend).Aggregate(OnlyQuery, aggregate.Kind, aggregate.Property));

    /// <inheritdoc cref="Aggregate"/>
    public ValueTask<long?> AggregateAsync(BackendAggregate aggregate) => HeldCall.RunAsync(
        token =>
        {
            var made = ((IAggregateQueryBackend)backend).AggregateAsync(OnlyQuery, aggregate.Kind, aggregate.Property, token);
            scope.BackendHasIt();
            return made;
        },
        scope);

    private WqlSelectQuery OnlyQuery => ((BackendRequest.Query)plan.Access.Route.Requests[0]).Wql;
}

/// <summary>Reads all rows, and closes their source, before it hands out the first.</summary>
internal static class BufferedRows
{
    public static IEnumerable<T> Of<T>(IEnumerable<T> rows)
    {
        foreach (var row in rows.ToList()) yield return row;
    }

    public static async IAsyncEnumerable<T> OfAsync<T>(IAsyncEnumerable<T> rows)
    {
        var all = new List<T>();
        await foreach (var row in rows.ConfigureAwait(false)) all.Add(row);
        foreach (var row in all) yield return row;
    }
}
