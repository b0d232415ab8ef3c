using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Opens what a plan reads: a query at the backend, or look-ups by key.</summary>
internal static class RowSource
{
    public static IEnumerable<OfflineFilesItem> Read(QueryPlan plan, ICacheBackend backend)
    {
        if (backend is not ISynchronousQueryBackend source)
            throw new OperationNotSupportedException(
                "enumerating a query without async",
                backend.Description.Name,
                "Use ToListAsync(), FirstAsync(), CountAsync() and their like, or await foreach over AsAsyncEnumerable().");
        return plan.AccessPath switch
        {
            QueryAccessPath.Nothing => [],
            QueryAccessPath.KeyLookup => plan.Keys.Select(source.FindItem).OfType<OfflineFilesItem>(),
            _ => source.QueryItems(plan.Wql),
        };
    }

    public static IAsyncEnumerable<OfflineFilesItem> ReadAsync(QueryPlan plan, ICacheBackend backend, CancellationToken cancellationToken) =>
        plan.AccessPath is QueryAccessPath.KeyLookup or QueryAccessPath.Nothing
            ? FindAsync(plan.Keys, backend, cancellationToken)
            : backend.QueryItemsAsync(plan.Wql, cancellationToken);

    private static async IAsyncEnumerable<OfflineFilesItem> FindAsync(
        IReadOnlyList<UncPath> keys, ICacheBackend backend, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var key in keys)
            if (await backend.FindItemAsync(key, cancellationToken).ConfigureAwait(false) is { } item) yield return item;
    }
}
