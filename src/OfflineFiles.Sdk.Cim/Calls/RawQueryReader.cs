using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Mapping;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim.Calls;

/// <summary>Sends queries over any class of the namespace as they are.</summary>
internal sealed class RawQueryReader(ICimTransport transport, WqlDialect dialect, string? host)
{
    /// <summary>
    /// The rows of a query; null if servers of the dialect do not have the form of the query: OMI reads nothing but SELECT over a class (observed
    /// behaviour).
    /// </summary>
    public IAsyncEnumerable<WqlRow>? TryQuery(WqlQuery query, CancellationToken cancellationToken) =>
        dialect == WqlDialect.Omi && query is not WqlSelectQuery ? null : QueryAsync(query, cancellationToken);

    private async IAsyncEnumerable<WqlRow> QueryAsync(WqlQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wql = query.ToString(dialect);
        var content = RowContents.Of(query);
        var rows = transport.QueryAsync(new CimQuery(wql), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (rows.ConfigureAwait(false))
        {
            while (await NextAsync(rows, wql).ConfigureAwait(false)) yield return RowMapper.Row(rows.Current, content, wql);
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<CimRow> rows, string wql)
    {
        try
        {
            return await rows.MoveNextAsync().ConfigureAwait(false);
        }
        catch (CimTransportException error)
        {
            throw CimErrors.FromQuery(error, wql, host);
        }
    }
}
