namespace OfflineFiles.Sdk;

/// <summary>The exception that is thrown when the items around an item are asked for, and the item was not read from a cache.</summary>
public sealed class DetachedItemException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="DetachedItemException"/> class.</summary>
    /// <param name="itemPath">The path of the item.</param>
    public DetachedItemException(string itemPath)
        : base($"The items around {itemPath} were asked for, but it was not read from a cache. "
            + "Read it with FindAsync or a query, or ask the cache itself: cache.ChildrenOf(path), cache.DescendantsOf(path).") =>
        ItemPath = itemPath;

    /// <summary>The path of the item.</summary>
    public string ItemPath { get; }
}
