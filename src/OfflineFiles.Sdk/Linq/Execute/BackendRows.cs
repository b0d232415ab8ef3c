using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Goes the way to the rows: one request after the other, each opened when the rows before it have been taken.</summary>
internal static class BackendRows
{
    public static IEnumerable<OfflineFilesItem> Read(AccessRoute route, ICacheBackend backend, RunScope scope, IItemQueries owner) =>
        ReadAll(route, new HeldSource(Synchronous(backend), scope), owner);

    /// <exception cref="OperationNotSupportedException">The backend answers asynchronously only.</exception>
    public static ISynchronousQueryBackend Synchronous(ICacheBackend backend) => backend as ISynchronousQueryBackend
        ?? throw new OperationNotSupportedException(
            "enumerating a query without async",
            backend.Description.Name,
            "Use ToListAsync(), FirstAsync(), CountAsync() and their like, or await foreach over AsAsyncEnumerable().");

    /// <param name="route">The way.</param>
    /// <param name="backend">Where it leads; it ends with the run.</param>
    /// <param name="owner">The cache that the rows belong to from now on; null for none.</param>
    public static async IAsyncEnumerable<OfflineFilesItem> ReadAsync(AccessRoute route, HeldBackend backend, IItemQueries? owner)
    {
        var seen = route.MayRepeat ? new HashSet<string>(WqlText.Comparer) : null;
        foreach (var request in route.Requests)
        {
            await foreach (var row in OpenAsync(request, backend).ConfigureAwait(false))
                if (seen?.Add(row.ItemPath) != false) yield return owner is null ? row : row.Of(owner);
        }
    }

    private static IEnumerable<OfflineFilesItem> ReadAll(AccessRoute route, HeldSource source, IItemQueries owner)
    {
        var seen = route.MayRepeat ? new HashSet<string>(WqlText.Comparer) : null;
        foreach (var request in route.Requests)
        {
            foreach (var row in Open(request, source))
                if (seen?.Add(row.ItemPath) != false) yield return row.Of(owner);
        }
    }

    private static IAsyncEnumerable<OfflineFilesItem> OpenAsync(BackendRequest request, HeldBackend backend) => request switch
    {
        BackendRequest.Query { Order.Count: > 0 } ordered => backend.QueryOrderedItemsAsync(ordered),
        BackendRequest.Query query => backend.QueryItemsAsync(query.Wql, CancellationToken.None),
        BackendRequest.Walk walk => WalkAsync(walk, backend),
        _ => FindAsync((BackendRequest.Lookup)request, backend),
    };

    private static IEnumerable<OfflineFilesItem> Open(BackendRequest request, HeldSource source) => request switch
    {
        BackendRequest.Query { Order.Count: > 0 } ordered => source.QueryOrderedItems(ordered),
        BackendRequest.Query query => source.QueryItems(query.Wql),
        BackendRequest.Walk walk => Walk(walk, source),
        BackendRequest.Lookup lookup when source.FindItem(lookup.Key) is { } item && lookup.IsFor(item) => [item],
        _ => [],
    };

    private static async IAsyncEnumerable<OfflineFilesItem> FindAsync(BackendRequest.Lookup lookup, HeldBackend backend)
    {
        if (await backend.FindItemAsync(lookup.Key, CancellationToken.None).ConfigureAwait(false) is { } item && lookup.IsFor(item)) yield return item;
    }

    private static async IAsyncEnumerable<OfflineFilesItem> WalkAsync(BackendRequest.Walk request, HeldBackend backend)
    {
        var walk = new SubtreeWalk(request.Root);
        while (walk.TryNext(out var container))
        {
            await foreach (var row in backend.QueryItemsAsync(request.QueryFor(container), CancellationToken.None).ConfigureAwait(false))
                if (walk.Accept(row)) yield return row;
        }
    }

    private static IEnumerable<OfflineFilesItem> Walk(BackendRequest.Walk request, HeldSource source)
    {
        var walk = new SubtreeWalk(request.Root);
        while (walk.TryNext(out var container))
        {
            foreach (var row in source.QueryItems(request.QueryFor(container)))
                if (walk.Accept(row)) yield return row;
        }
    }
}

/// <summary>Knows which containers a walk has still to ask for their children. Whatever else a backend answers is passed over.</summary>
internal sealed class SubtreeWalk
{
    private readonly Queue<UncPath> _open = new();
    private readonly HashSet<UncPath> _seen = [];
    private string _container = "";

    public SubtreeWalk(UncPath root) => Open(root);

    /// <summary>Goes on to the next container; false after the last.</summary>
    public bool TryNext(out UncPath container)
    {
        container = null!;
        if (_open.Count == 0) return false;
        container = _open.Dequeue();
        _container = container.ToString();
        return true;
    }

    /// <summary>Whether a row is a child of the container, and none that was met before.</summary>
    public bool Accept(OfflineFilesItem row) =>
        WqlText.AreEqual(row.ParentItemPath, _container)
        && (row.ItemType == OfflineFilesItemType.File || Open(row.Path));

    private bool Open(UncPath container)
    {
        if (!_seen.Add(container)) return false;
        _open.Enqueue(container);
        return true;
    }
}
