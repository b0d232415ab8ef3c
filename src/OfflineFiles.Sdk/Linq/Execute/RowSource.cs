using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Opens what a plan reads: a query at the backend, or look-ups by key.</summary>
internal static class RowSource
{
    public static IEnumerable<OfflineFilesItem> Read(RowAccess access, ICacheBackend backend)
    {
        if (backend is not ISynchronousQueryBackend source)
            throw new OperationNotSupportedException(
                "enumerating a query without async",
                backend.Description.Name,
                "Use ToListAsync(), FirstAsync(), CountAsync() and their like, or await foreach over AsAsyncEnumerable().");
        return access.Requests.SelectMany(request => Read(request, source));
    }

    public static async IAsyncEnumerable<OfflineFilesItem> ReadAsync(
        RowAccess access, ICacheBackend backend, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var request in access.Requests)
        {
            switch (request)
            {
                case RowRequest.Lookup lookup:
                    if (await backend.FindItemAsync(lookup.Key, cancellationToken).ConfigureAwait(false) is { } item) yield return item;
                    break;
                case RowRequest.Query query:
                    await foreach (var row in backend.QueryItemsAsync(query.Wql, cancellationToken).ConfigureAwait(false)) yield return row;
                    break;
            }
        }
    }

    private static IEnumerable<OfflineFilesItem> Read(RowRequest request, ISynchronousQueryBackend source) => request switch
    {
        RowRequest.Lookup lookup => source.FindItem(lookup.Key) is { } item ? [item] : [],
        RowRequest.Query query => source.QueryItems(query.Wql),
        _ => [],
    };
}
