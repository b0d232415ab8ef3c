using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq;

/// <summary>One run of a plan against a backend: all that it reads, it reads through this.</summary>
internal sealed class QueryRun(QueryPlan plan, ICacheBackend backend)
{
    public QueryPlan Plan => plan;

    public IEnumerable<OfflineFilesItem> Read(RowAccess access) => RowSource.Read(access, backend);

    public IAsyncEnumerable<OfflineFilesItem> ReadAsync(RowAccess access, CancellationToken cancellationToken) =>
        RowSource.ReadAsync(access, backend, cancellationToken);
}
