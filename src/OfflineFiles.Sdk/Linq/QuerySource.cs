using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq;

/// <summary>
/// What all queries of one cache have in common: the backend until the cache is closed, its settings and its items. Queries can be combined when
/// they have the same source.
/// </summary>
internal sealed class QuerySource : IItemQueries
{
    private readonly ICacheBackend _backend;
    private int _closed;

    public QuerySource(ICacheBackend backend, QuerySettings settings)
    {
        _backend = backend;
        Settings = settings;
        Items = new ItemQueryable<OfflineFilesItem>(new ItemQueryProvider(this, settings));
    }

    public QuerySettings Settings { get; }

    public IQueryable<OfflineFilesItem> Items { get; }

    /// <exception cref="ObjectDisposedException">The cache is closed.</exception>
    public ICacheBackend Backend => Volatile.Read(ref _closed) == 0 ? _backend : throw new ObjectDisposedException("OfflineFilesCache");

    /// <summary>From now on no query runs. False when it was closed before.</summary>
    public bool Close() => Interlocked.Exchange(ref _closed, 1) == 0;

    public ValueTask<OfflineFilesItem?> FindAsync(UncPath path, CancellationToken cancellationToken)
    {
        return OwnAsync(Backend.FindItemAsync(path, cancellationToken));

        async ValueTask<OfflineFilesItem?> OwnAsync(ValueTask<OfflineFilesItem?> found) => (await found.ConfigureAwait(false))?.Of(this);
    }

    public IQueryable<OfflineFilesItem> ChildrenOf(UncPath path)
    {
        var parent = path.ToString();
        return Items.Where(item => item.ParentItemPath == parent);
    }

    public IQueryable<OfflineFilesItem> DescendantsOf(UncPath path) => Items.Where(item => item.IsUnder(path));

    public IQueryable<OfflineFilesItem> ParentOf(UncPath path) => path.Parent?.ToString() is { } parent
        ? Items.Where(item => item.ItemPath == parent)
        : Items.Where(_ => false);
}
