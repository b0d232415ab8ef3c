namespace OfflineFiles.Sdk.Linq;

/// <summary>Makes the root of the queries over a cache.</summary>
internal static class ItemQuery
{
    public static IQueryable<OfflineFilesItem> Create(OfflineFilesCache cache, QueryOptions options) =>
        throw new NotSupportedException($"Queries over {cache} with {options} come with the Linq room.");
}
