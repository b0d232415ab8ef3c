using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Backends;

/// <summary>A backend that fetches rows some at a time and can be told how many: see <see cref="QueryOptions.PageSize"/>.</summary>
public interface IPagedQueryBackend
{
    /// <summary>As <see cref="ICacheBackend.QueryItemsAsync"/>, with a hint.</summary>
    /// <param name="query">The query.</param>
    /// <param name="pageSize">How many rows to fetch at a time, at least 1.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, int pageSize, CancellationToken cancellationToken);
}
