namespace OfflineFiles.Sdk.Backends;

/// <summary>A backend that fetches rows in pages and accepts a page size: see <see cref="QueryOptions.PageSize"/>.</summary>
public interface IPagedQueryBackend
{
    /// <summary>Answers a query like <see cref="ICacheBackend.QueryItemsAsync"/>, with a page size as a hint.</summary>
    /// <param name="query">The query.</param>
    /// <param name="pageSize">The number of rows to fetch at a time, at least 1.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, int pageSize, CancellationToken cancellationToken);
}
