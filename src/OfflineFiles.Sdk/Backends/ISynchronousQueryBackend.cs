namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// A backend that can answer a query on the calling thread. Only over such a backend can <see cref="OfflineFilesCache.Items"/> be enumerated
/// with <c>foreach</c> and <c>ToList</c>; over others these throw and name their asynchronous counterparts, because blocking on an
/// asynchronous stream causes deadlocks.
/// </summary>
/// <remarks>
/// If the query has a <see cref="QueryOptions.Timeout"/>, the backend is called on a thread that the query has for itself, so that the caller can go
/// in time. All calls of one stream, the disposal included, are on that thread.
/// </remarks>
public interface ISynchronousQueryBackend
{
    /// <summary>Answers a query like <see cref="ICacheBackend.QueryItemsAsync"/>, synchronously.</summary>
    /// <param name="query">The query.</param>
    /// <returns>The rows. Nothing happens before the first row is asked for.</returns>
    IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query);

    /// <summary>Reads an item like <see cref="ICacheBackend.FindItemAsync"/>, synchronously.</summary>
    /// <param name="path">The path of the item, which is its key.</param>
    OfflineFilesItem? FindItem(UncPath path);
}
