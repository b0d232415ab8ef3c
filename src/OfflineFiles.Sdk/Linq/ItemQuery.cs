namespace OfflineFiles.Sdk.Linq;

/// <summary>Makes the root of the queries over a cache.</summary>
internal static class ItemQuery
{
    public static IQueryable<OfflineFilesItem> Create(OfflineFilesCache cache, QueryOptions options) =>
        new ItemQueryable<OfflineFilesItem>(new ItemQueryProvider(cache, options));
}
