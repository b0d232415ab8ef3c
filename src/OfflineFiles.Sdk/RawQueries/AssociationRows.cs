using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Backends.Rows;
using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>Rows of <c>Win32_OfflineFilesAssociatedItems</c>: one for each item of the cache.</summary>
internal static class AssociationRows
{
    public static IAsyncEnumerable<WqlRow> Select(HeldBackend backend, WqlSelectQuery query, CancellationToken cancellationToken)
    {
        backend.Require(BackendCapabilities.Associations);
        var schema = OfflineFilesSchema.AssociatedItems;
        return StreamAsync(backend, RowFilter.Of(query, schema), RowSelectionReader.Read(query, schema), query.ToString(), cancellationToken);
    }

    /// <summary>The pair of one item, or of every item.</summary>
    public static IAsyncEnumerable<WqlRow> OfAsync(
        HeldBackend backend, UncPath? item, RowSelection? selection, string origin, CancellationToken cancellationToken) => item is null
        ? StreamAsync(backend, null, selection, origin, cancellationToken)
        : OneAsync(new WqlRow(ModelRows.AssociatedItems, AssociatedItem.Of(item), selection, origin));

    private static async IAsyncEnumerable<WqlRow> StreamAsync(
        HeldBackend backend,
        Func<WqlRow, bool>? matches,
        RowSelection? selection,
        string origin,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = RowSelection.Keys(OfflineFilesSchema.Item);
        await foreach (var item in ItemRows.AllAsync(backend, keys, origin, cancellationToken).ConfigureAwait(false))
        {
            var pair = AssociatedItem.Of(item.As<OfflineFilesItem>()!.Path);
            if (matches?.Invoke(new WqlRow(ModelRows.AssociatedItems, pair)) != false)
                yield return new WqlRow(ModelRows.AssociatedItems, pair, selection, origin);
        }
    }

    private static async IAsyncEnumerable<WqlRow> OneAsync(WqlRow row)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return row;
    }
}
