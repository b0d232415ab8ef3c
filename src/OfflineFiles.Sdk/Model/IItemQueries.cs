namespace OfflineFiles.Sdk.Model;

/// <summary>What an item knows of the cache it was read from: the queries for the items around it. One object for each cache.</summary>
internal interface IItemQueries
{
    IQueryable<OfflineFilesItem> ChildrenOf(UncPath path);

    IQueryable<OfflineFilesItem> DescendantsOf(UncPath path);

    /// <summary>Yields one item, or none for a server.</summary>
    IQueryable<OfflineFilesItem> ParentOf(UncPath path);
}
