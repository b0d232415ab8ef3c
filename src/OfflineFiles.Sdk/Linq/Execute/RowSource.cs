using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Goes the way to the rows: one request after the other, each opened when the rows before it have been taken.</summary>
internal static class RowSource
{
    public static IEnumerable<OfflineFilesItem> Read(RowRoute route, ICacheBackend backend, OfflineFilesCache? owner)
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
        RowRoute route, ICacheBackend backend, OfflineFilesCache? owner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = route.MayRepeat ? new HashSet<string>(StringComparer.OrdinalIgnoreCase) : null;
        foreach (var request in route.Requests)
        {
            await foreach (var row in OpenAsync(request, backend, cancellationToken).ConfigureAwait(false))
                if (seen?.Add(row.ItemPath) != false) yield return owner is null ? row : row.Of(owner);
        }
    }

    private static IEnumerable<OfflineFilesItem> ReadAll(RowRoute route, ISynchronousQueryBackend source, OfflineFilesCache? owner)
    {
        var seen = route.MayRepeat ? new HashSet<string>(StringComparer.OrdinalIgnoreCase) : null;
        foreach (var request in route.Requests)
        {
            foreach (var row in Open(request, source))
                if (seen?.Add(row.ItemPath) != false) yield return owner is null ? row : row.Of(owner);
        }
    }

    private static IAsyncEnumerable<OfflineFilesItem> OpenAsync(RowRequest request, ICacheBackend backend, CancellationToken cancellationToken) => request switch
    {
        RowRequest.Query query => backend.QueryItemsAsync(query.Wql, cancellationToken),
        RowRequest.Walk walk => WalkAsync(walk, backend, cancellationToken),
        _ => FindAsync((RowRequest.Lookup)request, backend, cancellationToken),
    };

    private static IEnumerable<OfflineFilesItem> Open(RowRequest request, ISynchronousQueryBackend source) => request switch
    {
        RowRequest.Query query => source.QueryItems(query.Wql),
        RowRequest.Walk walk => Walk(walk, source),
        RowRequest.Lookup lookup when source.FindItem(lookup.Key) is { } item && lookup.IsFor(item) => [item],
        _ => [],
    };

    private static async IAsyncEnumerable<OfflineFilesItem> FindAsync(
        RowRequest.Lookup lookup, ICacheBackend backend, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await backend.FindItemAsync(lookup.Key, cancellationToken).ConfigureAwait(false) is { } item && lookup.IsFor(item)) yield return item;
    }

    private static async IAsyncEnumerable<OfflineFilesItem> WalkAsync(
        RowRequest.Walk request, ICacheBackend backend, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = new SubtreeWalk(request.Root);
        while (walk.TryNext(out var container))
        {
            await foreach (var row in backend.QueryItemsAsync(request.QueryFor(container), cancellationToken).ConfigureAwait(false))
                if (walk.Accept(row)) yield return row;
        }
    }

    private static IEnumerable<OfflineFilesItem> Walk(RowRequest.Walk request, ISynchronousQueryBackend source)
    {
        var walk = new SubtreeWalk(request.Root);
        while (walk.TryNext(out var container))
        {
            foreach (var row in source.QueryItems(request.QueryFor(container)))
                if (walk.Accept(row)) yield return row;
        }
    }
}
