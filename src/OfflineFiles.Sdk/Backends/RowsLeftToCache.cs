namespace OfflineFiles.Sdk.Backends;

/// <summary>The answer of a backend that leaves a raw query to the cache. The cache knows it; nobody else can enumerate it.</summary>
internal sealed class RowsLeftToCache(CacheBackend backend, WqlQuery query) : IAsyncEnumerable<WqlRow>
{
    public CacheBackend Backend { get; } = backend;

    public WqlQuery Query { get; } = query;

    /// <exception cref="OperationNotSupportedException">Always.</exception>
    public IAsyncEnumerator<WqlRow> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new OperationNotSupportedException(
        "raw queries by itself", Backend.Description.Name, "The cache answers them for it. Ask through OfflineFilesCache.Query.");
}
