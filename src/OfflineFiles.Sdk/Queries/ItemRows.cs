using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Queries;

/// <summary>Rows of <c>Win32_OfflineFilesItem</c>, streamed from the backend's items.</summary>
internal static class ItemRows
{
    public static IAsyncEnumerable<WqlRow> Select(ICacheBackend backend, WqlSelectQuery query, CancellationToken cancellationToken) =>
        StreamAsync(backend, ItemRowPlan.Make(query, backend.Pushdown), query.ToString(), cancellationToken);

    /// <summary>All items, whole or with only what is selected.</summary>
    public static IAsyncEnumerable<WqlRow> AllAsync(
        ICacheBackend backend, RowSelection? selection, string origin, CancellationToken cancellationToken) =>
        StreamAsync(backend, new ItemRowPlan(AllOf(backend, selection), null, null, selection), origin, cancellationToken);

    private static WqlSelectQuery AllOf(ICacheBackend backend, RowSelection? selection) => new(
        OfflineFilesSchema.Item.Name,
        properties: selection is null || !backend.Pushdown.SupportsSelectList ? null : selection.Names.Select(name => new WqlProperty(name)));

    private static async IAsyncEnumerable<WqlRow> StreamAsync(
        ICacheBackend backend, ItemRowPlan plan, string origin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = plan.Keys is { } keys ? FindAsync(backend, keys, cancellationToken) : backend.QueryItemsAsync(plan.Query, cancellationToken);
        await foreach (var item in items.ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (plan.Residual?.Invoke(item) != false) yield return new WqlRow(ModelRows.Item, item, plan.Selection, origin);
        }
    }

    private static async IAsyncEnumerable<OfflineFilesItem> FindAsync(
        ICacheBackend backend, IReadOnlyList<UncPath> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var key in keys)
            if (await backend.FindItemAsync(key, cancellationToken).ConfigureAwait(false) is { } item) yield return item;
    }
}
