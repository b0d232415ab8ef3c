using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>
/// Makes calls and the source of changes fit together while there are subscribers. While the source reads the cache for the first time, calls
/// wait: a subscriber would miss what they do, and what they read might be older than what the source read. After each method the source is
/// asked to look soon.
/// </summary>
internal sealed class ChangeAwareTransport(ICimTransport inner, ChangeFeed changes) : TransportLayer(inner)
{
    public override async Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken)
    {
        await changes.BegunAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Inner.InvokeAsync(call, texts, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A call that failed or was cancelled may have done something too.
            changes.Nudge();
        }
    }

    public override IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, CancellationToken cancellationToken) =>
        changes.HasBegun ? Inner.QueryAsync(query, cancellationToken) : QueryOnceBegunAsync(query, cancellationToken);

    public override async ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken)
    {
        await changes.BegunAsync(cancellationToken).ConfigureAwait(false);
        return await Inner.GetAsync(key, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<CimRow> QueryOnceBegunAsync(CimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await changes.BegunAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var row in Inner.QueryAsync(query, cancellationToken).ConfigureAwait(false)) yield return row;
    }
}
