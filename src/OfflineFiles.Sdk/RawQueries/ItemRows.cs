using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends.Rows;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>Rows of <c>Win32_OfflineFilesItem</c>, streamed from the backend's items.</summary>
internal static class ItemRows
{
    public static IAsyncEnumerable<WqlRow> Select(HeldBackend backend, WqlSelectQuery query, CancellationToken cancellationToken) =>
        StreamAsync(backend, ItemRowPlan.Make(query, backend.Pushdown), query.ToString(), cancellationToken);

    /// <summary>All items, whole or with only what is selected.</summary>
    public static IAsyncEnumerable<WqlRow> AllAsync(
        HeldBackend backend, RowSelection? selection, string origin, CancellationToken cancellationToken) =>
        StreamAsync(backend, new ItemRowPlan(AllOf(backend, selection), null, selection), origin, cancellationToken);

    private static AccessRoute AllOf(HeldBackend backend, RowSelection? selection)
    {
        var route = new AccessRoutePlanner(backend.Pushdown).Plan([]);
        if (selection is null) return route;
        var read = selection.Names.Aggregate(ItemMembers.ItemPath, (members, name) => members | ItemProperties.Instance.MemberOf(new WqlProperty(name)));
        return route.Selecting(backend.Pushdown.Selects(read));
    }

    private static async IAsyncEnumerable<WqlRow> StreamAsync(
        HeldBackend backend, ItemRowPlan plan, string origin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in BackendRows.ReadAsync(plan.Route, backend, owner: null).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (plan.Residual?.Invoke(item) != false) yield return new WqlRow(ModelRows.Item, item, plan.Selection, origin);
        }
    }
}
