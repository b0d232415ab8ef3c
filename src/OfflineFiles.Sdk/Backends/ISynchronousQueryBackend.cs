using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// A backend that can answer a query on the calling thread. Only then can <see cref="OfflineFilesCache.Items"/> be enumerated with
/// <c>foreach</c> and <c>ToList</c>; without it those throw and name their async twins, because blocking on an asynchronous stream
/// is how deadlocks are made.
/// </summary>
public interface ISynchronousQueryBackend
{
    /// <summary>As <see cref="ICacheBackend.QueryItemsAsync"/>, without async. Lazy: nothing happens before the first row is asked for.</summary>
    /// <param name="query">The query.</param>
    IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query);

    /// <summary>As <see cref="ICacheBackend.FindItemAsync"/>, without async.</summary>
    /// <param name="path">The key.</param>
    OfflineFilesItem? FindItem(UncPath path);
}
