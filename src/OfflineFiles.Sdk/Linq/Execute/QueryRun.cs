using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>One run of a plan against a backend: all that it reads comes in through this, all that it finds goes out through this.</summary>
/// <param name="plan">What is run.</param>
/// <param name="backend">Where it is run.</param>
/// <param name="cache">What the rows belong to.</param>
/// <param name="options">How it is run.</param>
/// <param name="watch">What goes along with it; null when nobody has asked for any.</param>
internal sealed class QueryRun(QueryPlan plan, ICacheBackend backend, OfflineFilesCache cache, QueryOptions options, QueryWatch? watch)
{
    private readonly ICacheBackend _backend = PagedBackend.Of(backend, options.PageSize);

    public QueryPlan Plan => plan;

    public IEnumerable<OfflineFilesItem> Read(RowAccess access)
    {
        var rows = RowSource.Read(access.Route, backend, cache);
        if (watch is not null) rows = watch.Read(rows);
        return options.Buffering == QueryBuffering.Buffered ? BufferedRows.Of(rows) : rows;
    }

    public IAsyncEnumerable<OfflineFilesItem> ReadAsync(RowAccess access, CancellationToken cancellationToken)
    {
        var rows = watch is null
            ? RowSource.ReadAsync(access.Route, _backend, cache, cancellationToken)
            : watch.ReadAsync(token => RowSource.ReadAsync(access.Route, _backend, cache, token), cancellationToken);
        return options.Buffering == QueryBuffering.Buffered ? BufferedRows.OfAsync(rows, cancellationToken) : rows;
    }

    public T Return<T>(Func<QueryRun, T> run) => watch is null ? run(this) : watch.Return(run, this);

    public Task<T> ReturnAsync<T>(Func<QueryRun, CancellationToken, Task<T>> run, CancellationToken cancellationToken) =>
        watch is null ? run(this, cancellationToken) : watch.ReturnAsync(run, this, cancellationToken);

    public IEnumerable<T> Return<T>(IEnumerable<T> results) => watch is null ? results : watch.Return(results);

    public IAsyncEnumerable<T> ReturnAsync<T>(IAsyncEnumerable<T> results, CancellationToken cancellationToken) =>
        watch is null ? results : watch.ReturnAsync(results, cancellationToken);
}
