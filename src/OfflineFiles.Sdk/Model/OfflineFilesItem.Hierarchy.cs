namespace OfflineFiles.Sdk;

/// <content>The items around an item, as queries over the cache it was read from. Methods, because showing an item must run nothing.</content>
public sealed partial class OfflineFilesItem
{
    // The one thing of an item that is not its own. Written once, so that an item that a backend hands out twice stays one object.
    private IItemQueries? _cache;

    /// <summary>
    /// Returns the items directly in this item, as a query over the cache it was read from: compose it like <see cref="OfflineFilesCache.Items"/>. The
    /// query runs when it is enumerated, and finds what the cache holds then. A file has no children.
    /// </summary>
    /// <exception cref="DetachedItemException">The item was not read from a cache.</exception>
    /// <exception cref="ObjectDisposedException">The cache is disposed when the query runs.</exception>
    public IQueryable<OfflineFilesItem> Children() => Queries().ChildrenOf(Path);

    /// <summary>Returns the parent of this item, as a query over the cache this item was read from: it yields one item, or no item for a server.</summary>
    /// <exception cref="DetachedItemException">The item was not read from a cache.</exception>
    /// <exception cref="ObjectDisposedException">The cache is disposed when the query runs.</exception>
    public IQueryable<OfflineFilesItem> Parent() => Queries().ParentOf(Path);

    /// <summary>Returns the items below this item at any depth, in no particular order, as a query over the cache it was read from.</summary>
    /// <exception cref="DetachedItemException">The item was not read from a cache.</exception>
    /// <exception cref="ObjectDisposedException">The cache is disposed when the query runs.</exception>
    public IQueryable<OfflineFilesItem> Descendants() => Queries().DescendantsOf(Path);

    /// <summary>This item as one of a cache; a copy when it is already one of another, because backends may share items between caches.</summary>
    internal OfflineFilesItem Of(IItemQueries cache)
    {
        var owner = _cache ?? Interlocked.CompareExchange(ref _cache, cache, null);
        if (owner is null || ReferenceEquals(owner, cache)) return this;
        var copy = (OfflineFilesItem)MemberwiseClone();
        copy._cache = cache;
        return copy;
    }

    private IItemQueries Queries() => _cache ?? throw new DetachedItemException(_itemPath);
}
