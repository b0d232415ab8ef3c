using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq;

/// <summary>One run of a plan against a backend: all that it reads, it reads through this.</summary>
internal sealed class QueryRun(QueryPlan plan, ICacheBackend backend, OfflineFilesCache cache)
{
    public QueryPlan Plan => plan;

    public IEnumerable<OfflineFilesItem> Read(RowAccess access) => RowSource.Read(access.Route, backend, cache);

    public IAsyncEnumerable<OfflineFilesItem> ReadAsync(RowAccess access, CancellationToken cancellationToken) =>
        RowSource.ReadAsync(access.Route, backend, cache, cancellationToken);
}
