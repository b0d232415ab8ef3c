using System.Diagnostics;
#if NET
using System.Text.Json.Serialization;
#endif

namespace OfflineFiles.Sdk;

/// <content>The items around an item, as queries over the cache it was read from.</content>
public sealed partial class OfflineFilesItem
{
    // The one thing of an item that is not its own. Written once, so that an item that a backend hands out twice stays one object.
    private OfflineFilesCache? _cache;

    /// <summary>
    /// The items directly in this item, as a query over the cache it was read from: compose it like <see cref="OfflineFilesCache.Items"/>. The
    /// query runs when it is enumerated, and finds what the cache holds then. A file has no children.
    /// </summary>
    /// <exception cref="DetachedItemException">The item was not read from a cache.</exception>
    /// <exception cref="ObjectDisposedException">The cache is disposed when the query runs.</exception>
#if NET
    [JsonIgnore]
#endif
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IQueryable<OfflineFilesItem> Children => Cache.ChildrenOf(Path);

    /// <summary>The parent of this item, as a query over the cache this item was read from: it yields one item, or no item for a server.</summary>
    /// <exception cref="DetachedItemException">The item was not read from a cache.</exception>
    /// <exception cref="ObjectDisposedException">The cache is disposed when the query runs.</exception>
#if NET
    [JsonIgnore]
#endif
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IQueryable<OfflineFilesItem> Parent => Cache.ParentOf(Path);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private OfflineFilesCache Cache => _cache ?? throw new DetachedItemException(_itemPath);

    /// <summary>Returns the items below this item at any depth, in no particular order, as a query over the cache it was read from.</summary>
    /// <exception cref="DetachedItemException">The item was not read from a cache.</exception>
    /// <exception cref="ObjectDisposedException">The cache is disposed when the query runs.</exception>
    public IQueryable<OfflineFilesItem> Descendants() => Cache.DescendantsOf(Path);

    /// <summary>This item as one of a cache; a copy when it is already one of another, because backends may share items between caches.</summary>
    internal OfflineFilesItem Of(OfflineFilesCache cache)
    {
        var owner = _cache ?? Interlocked.CompareExchange(ref _cache, cache, null);
        if (owner is null || ReferenceEquals(owner, cache)) return this;
        var copy = (OfflineFilesItem)MemberwiseClone();
        copy._cache = cache;
        return copy;
    }
}
