using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>One run of a plan against a backend: all that it reads comes in through this, all that it finds goes out through this.</summary>
/// <param name="plan">What is run.</param>
/// <param name="backend">Where it is run.</param>
/// <param name="owner">What the rows belong to.</param>
/// <param name="options">How it is run.</param>
/// <param name="watch">What goes along with it; null if nobody has asked for any.</param>
internal sealed class QueryRun(QueryPlan plan, ICacheBackend backend, IItemQueries owner, QueryOptions options, QueryWatch? watch)
{
    private readonly ICacheBackend _backend = PagedBackend.Of(backend, options.PageSize);

    public QueryPlan Plan => plan;

    public IEnumerable<OfflineFilesItem> Read(QueryAccess access)
    {
        var rows = BackendRows.Read(access.Route, backend, owner);
        if (watch is not null) rows = watch.Read(rows);
        return options.Buffering == QueryBuffering.Buffered ? BufferedRows.Of(rows) : rows;
    }

    public IAsyncEnumerable<OfflineFilesItem> ReadAsync(QueryAccess access, CancellationToken cancellationToken)
    {
        var rows = watch is null
            ? BackendRows.ReadAsync(access.Route, _backend, owner, cancellationToken)
            : watch.ReadAsync(token => BackendRows.ReadAsync(access.Route, _backend, owner, token), cancellationToken);
        return options.Buffering == QueryBuffering.Buffered ? BufferedRows.OfAsync(rows, cancellationToken) : rows;
    }

    public T Return<T>(Func<QueryRun, T> run) => watch is null ? run(this) : watch.Return(run, this);

    public Task<T> ReturnAsync<T>(Func<QueryRun, CancellationToken, Task<T>> run, CancellationToken cancellationToken) =>
        watch is null ? run(this, cancellationToken) : watch.ReturnAsync(run, this, cancellationToken);

    public IEnumerable<T> Return<T>(IEnumerable<T> results) => watch is null ? results : watch.Return(results);

    public IAsyncEnumerable<T> ReturnAsync<T>(IAsyncEnumerable<T> results, CancellationToken cancellationToken) =>
        watch is null ? results : watch.ReturnAsync(results, cancellationToken);
}

/// <summary>Reads all rows, and closes their source, before it hands out the first.</summary>
internal static class BufferedRows
{
    public static IEnumerable<T> Of<T>(IEnumerable<T> rows)
    {
        foreach (var row in rows.ToList()) yield return row;
    }

    public static async IAsyncEnumerable<T> OfAsync<T>(IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = new List<T>();
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false)) all.Add(row);
        foreach (var row in all) yield return row;
    }
}
