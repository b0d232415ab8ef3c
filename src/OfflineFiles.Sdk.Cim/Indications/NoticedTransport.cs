using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// What callers do while somebody is subscribed to changes. While the source takes its first look, they wait: of what they do then a subscriber
/// would not be told, and what they read then might be older than the look. What methods do is looked for afterwards.
/// </summary>
internal sealed class NoticedTransport(ICimTransport inner, ChangeFeed changes) : ICimTransport
{
    public async Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken)
    {
        await changes.BegunAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await inner.InvokeAsync(call, texts, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A call that failed or was cancelled may have done something too.
            changes.Nudge();
        }
    }

    public IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, CancellationToken cancellationToken) =>
        changes.HasBegun ? inner.QueryAsync(query, cancellationToken) : QueryOnceBegunAsync(query, cancellationToken);

    public async ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken)
    {
        await changes.BegunAsync(cancellationToken).ConfigureAwait(false);
        return await inner.GetAsync(key, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken) => inner.SubscribeAsync(wql, cancellationToken);

    public ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) => inner.GetClassAsync(className, cancellationToken);

    public Task ModifyAsync(CimModification modification, CancellationToken cancellationToken) => inner.ModifyAsync(modification, cancellationToken);

    public Task TestAsync(CancellationToken cancellationToken) => inner.TestAsync(cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async IAsyncEnumerable<CimRow> QueryOnceBegunAsync(CimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await changes.BegunAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var row in inner.QueryAsync(query, cancellationToken).ConfigureAwait(false)) yield return row;
    }
}
