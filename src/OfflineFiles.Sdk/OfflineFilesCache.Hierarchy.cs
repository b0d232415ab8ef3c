using System.Runtime.Serialization;

namespace OfflineFiles.Sdk;

/// <content>The cache as a tree: servers, the shares in them, and the directories and files in those.</content>
public sealed partial class OfflineFilesCache
{
    /// <summary>
    /// The servers of the cache. They are found by their type, because the parent of a server, NULL or an empty text, differs between backends.
    /// The Windows provider goes through the whole cache for this query; if the server is known, <see cref="FindAsync"/> avoids that.
    /// </summary>
    [JsonIgnore, IgnoreDataMember]
    public IQueryable<OfflineFilesItem> Roots => Items.Where(item => item.ItemType == OfflineFilesItemType.Server);

    /// <summary>Returns the items directly in another item, as a query. See <see cref="OfflineFilesItem.Children"/>.</summary>
    /// <param name="path">The path of a server, share or directory; it need not be in the cache.</param>
    public IQueryable<OfflineFilesItem> ChildrenOf(UncPath path) => _source.ChildrenOf(Guard.NotNull(path));

    /// <summary>Returns the items below another item at any depth, in no particular order. See <see cref="OfflineFilesItem.Descendants"/>.</summary>
    /// <param name="path">The path of a server, share or directory; it need not be in the cache.</param>
    public IQueryable<OfflineFilesItem> DescendantsOf(UncPath path) => _source.DescendantsOf(Guard.NotNull(path));
}
