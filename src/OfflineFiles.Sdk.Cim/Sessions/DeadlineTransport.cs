using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>
/// Gives every operation of a transport our own time limit: the time options of the layers below do not hold on all servers (observed
/// provider behaviour). For a query it is the wait for the next row; the time a caller takes over a row does not count. The time includes
/// the wait for a turn and for a session, and the error tells which of them it went into. A subscription has no limit: nothing may happen for
/// as long as nothing happens.
/// </summary>
internal sealed class DeadlineTransport(ICimTransport inner, TimeProvider time, TimeSpan queryLimit, TimeSpan operationLimit) : TransportLayer(inner)
{
    public override async IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(time, queryLimit, cancellationToken);
        var rows = Inner.QueryAsync(query, deadline.Token).GetAsyncEnumerator(deadline.Token);
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

    public override ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken) =>
        new(WithinAsync(queryLimit, CimTimeoutPhase.Answer, token => Inner.GetAsync(key, token).AsTask(), cancellationToken));

    public override ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) =>
        new(WithinAsync(queryLimit, CimTimeoutPhase.Answer, token => Inner.GetClassAsync(className, token).AsTask(), cancellationToken));

    public override Task ModifyAsync(CimModification modification, CancellationToken cancellationToken) =>
        WithinAsync(queryLimit, CimTimeoutPhase.Answer, token => Inner.ModifyAsync(modification, token).WithTrueAsync(), cancellationToken);

    public override Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken) =>
        WithinAsync(operationLimit, CimTimeoutPhase.Operation, token => Inner.InvokeAsync(call, texts, token), cancellationToken);

    public override Task TestAsync(CancellationToken cancellationToken) =>
        WithinAsync(queryLimit, CimTimeoutPhase.Answer, token => Inner.TestAsync(token).WithTrueAsync(), cancellationToken);

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

    private async Task<T> WithinAsync<T>(
        TimeSpan limit, CimTimeoutPhase phase, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
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
