using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Backends.Rows;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>The one row of <c>Win32_OfflineFilesCache</c>.</summary>
internal static class StateRows
{
    /// <summary>The query, if the state answers it; null if not.</summary>
    public static WqlSelectQuery? Answers(WqlQuery query) =>
        query is WqlSelectQuery select && OfflineFilesSchema.Find(select.ClassName) == OfflineFilesSchema.Cache ? select : null;

    public static IAsyncEnumerable<WqlRow> Select(ICacheBackend backend, WqlSelectQuery query, CancellationToken cancellationToken)
    {
        var schema = OfflineFilesSchema.Cache;
        return ReadAsync(backend, RowFilter.Of(query, schema), RowSelectionReader.Read(query, schema), query.ToString(), cancellationToken);
    }

    public static async IAsyncEnumerable<WqlRow> ReadAsync(
        ICacheBackend backend,
        Func<WqlRow, bool>? matches,
        RowSelection? selection,
        string origin,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = await backend.GetStateAsync(cancellationToken).ConfigureAwait(false);
        if (matches?.Invoke(new WqlRow(ModelRows.Cache, state)) != false) yield return new WqlRow(ModelRows.Cache, state, selection, origin);
    }
}
