using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// Gives every operation of a transport our own time limit: the time options of the layers below do not hold on all servers (observed
/// provider behaviour). For a query it is the wait for the next row; the time a caller takes over a row does not count. The time includes
/// the wait for a turn and for a session, and the error tells which of them it went into.
/// </summary>
internal sealed class DeadlineTransport(ICimTransport inner, TimeProvider time, TimeSpan queryLimit, TimeSpan operationLimit) : ICimTransport
{
    public async IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(time, queryLimit, cancellationToken);
        var rows = inner.QueryAsync(query, deadline.Token).GetAsyncEnumerator(deadline.Token);
        var phase = CimTimeoutPhase.FirstRow;
        await using (rows.ConfigureAwait(false))
        {
            while (await NextAsync(rows, deadline, phase).ConfigureAwait(false))
            {
                yield return rows.Current;
                deadline.Restart();
                phase = CimTimeoutPhase.NextRow;
            }
        }
    }

    // Nothing may happen for as long as nothing happens.
    public IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken) => inner.SubscribeAsync(wql, cancellationToken);

    public ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken) =>
        new(WithinAsync(queryLimit, CimTimeoutPhase.Answer, token => inner.GetAsync(key, token).AsTask(), cancellationToken));

    public ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) =>
        new(WithinAsync(queryLimit, CimTimeoutPhase.Answer, token => inner.GetClassAsync(className, token).AsTask(), cancellationToken));

    public Task ModifyAsync(CimModification modification, CancellationToken cancellationToken) =>
        WithinAsync(queryLimit, CimTimeoutPhase.Answer, token => inner.ModifyAsync(modification, token).ReturnsNothing(), cancellationToken);

    public Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken) =>
        WithinAsync(operationLimit, CimTimeoutPhase.Operation, token => inner.InvokeAsync(call, texts, token), cancellationToken);

    public Task TestAsync(CancellationToken cancellationToken) =>
        WithinAsync(queryLimit, CimTimeoutPhase.Answer, token => inner.TestAsync(token).ReturnsNothing(), cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<CimRow> rows, Deadline deadline, CimTimeoutPhase phase)
    {
        try
        {
            var more = await rows.MoveNextAsync().ConfigureAwait(false);
            deadline.Pause();
            return more;
        }
        catch (OperationCanceledException error)
        {
            throw deadline.Explain(error, phase);
        }
    }

    private async Task<T> WithinAsync<T>(TimeSpan limit, CimTimeoutPhase phase, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(time, limit, cancellationToken);
        try
        {
            return await call(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            throw deadline.Explain(error, phase);
        }
    }
}
