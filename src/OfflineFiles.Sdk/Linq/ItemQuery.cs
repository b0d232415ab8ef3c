namespace OfflineFiles.Sdk.Linq;

/// <summary>Makes the root of the queries over a cache.</summary>
internal static class ItemQuery
{
    public static IQueryable<OfflineFilesItem> Create(OfflineFilesCache cache, QuerySettings settings) =>
        new ItemQueryable<OfflineFilesItem>(new ItemQueryProvider(cache, settings));
}
