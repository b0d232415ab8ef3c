using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>
/// What callers do while somebody is subscribed to changes. While the source takes its first look, they wait: of what they do then a
/// subscriber would not be told, and what they read then might be older than the look. What methods do is looked for afterwards.
/// </summary>
internal sealed class NoticedTransport(ICimTransport inner, ChangeFeed changes) : TransportLayer(inner)
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
