using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Goes the way to the rows: one request after the other, each opened when the rows before it have been taken.</summary>
internal static class BackendRows
{
    public static IEnumerable<OfflineFilesItem> Read(AccessRoute route, ICacheBackend backend, IItemQueries? owner)
    {
        if (backend is not ISynchronousQueryBackend source)
            throw new OperationNotSupportedException(
                "enumerating a query without async",
                backend.Description.Name,
                "Use ToListAsync(), FirstAsync(), CountAsync() and their like, or await foreach over AsAsyncEnumerable().");
        return ReadAll(route, source, owner);
    }

    /// <param name="route">The way.</param>
    /// <param name="backend">Where it leads.</param>
    /// <param name="owner">The cache that the rows belong to from now on; null for none.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    public static async IAsyncEnumerable<OfflineFilesItem> ReadAsync(
        AccessRoute route, ICacheBackend backend, IItemQueries? owner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = route.MayRepeat ? new HashSet<string>(StringComparer.OrdinalIgnoreCase) : null;
        foreach (var request in route.Requests)
        {
            await foreach (var row in OpenAsync(request, backend, cancellationToken).ConfigureAwait(false))
                if (seen?.Add(row.ItemPath) != false) yield return owner is null ? row : row.Of(owner);
        }
    }

    private static IEnumerable<OfflineFilesItem> ReadAll(AccessRoute route, ISynchronousQueryBackend source, IItemQueries? owner)
    {
        var seen = route.MayRepeat ? new HashSet<string>(StringComparer.OrdinalIgnoreCase) : null;
        foreach (var request in route.Requests)
        {
            foreach (var row in Open(request, source))
                if (seen?.Add(row.ItemPath) != false) yield return owner is null ? row : row.Of(owner);
        }
    }

    private static IAsyncEnumerable<OfflineFilesItem> OpenAsync(BackendRequest request, ICacheBackend backend, CancellationToken cancellationToken) => request switch
    {
        BackendRequest.Query query => backend.QueryItemsAsync(query.Wql, cancellationToken),
        BackendRequest.Walk walk => WalkAsync(walk, backend, cancellationToken),
        _ => FindAsync((BackendRequest.Lookup)request, backend, cancellationToken),
    };

    private static IEnumerable<OfflineFilesItem> Open(BackendRequest request, ISynchronousQueryBackend source) => request switch
    {
        BackendRequest.Query query => source.QueryItems(query.Wql),
        BackendRequest.Walk walk => Walk(walk, source),
        BackendRequest.Lookup lookup when source.FindItem(lookup.Key) is { } item && lookup.IsFor(item) => [item],
        _ => [],
    };

    private static async IAsyncEnumerable<OfflineFilesItem> FindAsync(
        BackendRequest.Lookup lookup, ICacheBackend backend, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await backend.FindItemAsync(lookup.Key, cancellationToken).ConfigureAwait(false) is { } item && lookup.IsFor(item)) yield return item;
    }

    private static async IAsyncEnumerable<OfflineFilesItem> WalkAsync(
        BackendRequest.Walk request, ICacheBackend backend, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = new SubtreeWalk(request.Root);
        while (walk.TryNext(out var container))
        {
            await foreach (var row in backend.QueryItemsAsync(request.QueryFor(container), cancellationToken).ConfigureAwait(false))
                if (walk.Accept(row)) yield return row;
        }
    }

    private static IEnumerable<OfflineFilesItem> Walk(BackendRequest.Walk request, ISynchronousQueryBackend source)
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
        string.Equals(row.ParentItemPath, _container, StringComparison.OrdinalIgnoreCase)
        && (row.ItemType == OfflineFilesItemType.File || Open(row.Path));

    private bool Open(UncPath container)
    {
        if (!_seen.Add(container)) return false;
        _open.Enqueue(container);
        return true;
    }
}
