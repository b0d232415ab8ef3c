using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk;

/// <content>The cache as the tree it is: servers, in these shares, in these directories and files.</content>
public sealed partial class OfflineFilesCache
{
    /// <summary>
    /// The servers of the cache. They are found by their type: what a server has for a parent, NULL or an empty text, differs between
    /// backends. At the Windows provider that is a pass through the whole cache; where the server is known, <see cref="FindAsync"/> is not.
    /// </summary>
    public IQueryable<OfflineFilesItem> Roots => Items.Where(item => item.ItemType == OfflineFilesItemType.Server);

    /// <summary>The items directly in another, as a query. See <see cref="OfflineFilesItem.Children"/>.</summary>
    /// <param name="path">The server, share or directory; there need not be one.</param>
    public IQueryable<OfflineFilesItem> ChildrenOf(UncPath path)
    {
        var parent = Guard.NotNull(path).ToString();
        return Items.Where(item => item.ParentItemPath == parent);
    }

    /// <summary>The items in another at any depth, in no promised order, as a query. See <see cref="OfflineFilesItem.Descendants"/>.</summary>
    /// <param name="path">The server, share or directory; there need not be one.</param>
    public IQueryable<OfflineFilesItem> DescendantsOf(UncPath path)
    {
        Guard.NotNull(path);
        return Items.Where(item => item.IsUnder(path));
    }

    internal IQueryable<OfflineFilesItem> ParentOf(UncPath path) => path.Parent?.ToString() is { } parent
        ? Items.Where(item => item.ItemPath == parent)
        : Items.Where(_ => false);
}
