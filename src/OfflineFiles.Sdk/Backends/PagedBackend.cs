namespace OfflineFiles.Sdk.Backends;

/// <summary>A backend as one query sees it whose options say how many rows to fetch at a time. Does not own the backend.</summary>
internal sealed class PagedBackend(ICacheBackend backend, IPagedQueryBackend paged, int pageSize) : CacheBackend, IOrderedQueryBackend
{
    public override BackendDescription Description => backend.Description;

    public override BackendCapabilities Capabilities => backend.Capabilities;

    public override PushdownProfile Pushdown => backend.Pushdown;

    /// <summary>The backend itself when there is no hint, or nobody to take it.</summary>
    public static ICacheBackend Of(ICacheBackend backend, int? pageSize) =>
        pageSize is { } size && backend is IPagedQueryBackend paged ? new PagedBackend(backend, paged, size) : backend;

    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken) =>
        paged.QueryItemsAsync(query, pageSize, cancellationToken);

    public bool CanOrder(WqlSelectQuery query, IReadOnlyList<ItemOrder> order) => backend is IOrderedQueryBackend ordered && ordered.CanOrder(query, order);

    public IEnumerable<OfflineFilesItem> QueryOrderedItems(WqlSelectQuery query, IReadOnlyList<ItemOrder> order, int? first) =>
        ((IOrderedQueryBackend)backend).QueryOrderedItems(query, order, first);

    public IAsyncEnumerable<OfflineFilesItem> QueryOrderedItemsAsync(
        WqlSelectQuery query, IReadOnlyList<ItemOrder> order, int? first, CancellationToken cancellationToken) =>
        ((IOrderedQueryBackend)backend).QueryOrderedItemsAsync(query, order, first, cancellationToken);

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) =>
        backend.FindItemAsync(path, cancellationToken);

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) => backend.GetStateAsync(cancellationToken);

    public override ValueTask DisposeAsync() => default;
}
