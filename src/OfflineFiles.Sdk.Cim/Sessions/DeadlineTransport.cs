using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// Gives every operation of a transport our own time limit: the time options of the layers below do not hold on all servers (observed
/// provider behaviour). For a query it is the wait for the next row; the time a caller takes over a row does not count.
/// </summary>
internal sealed class DeadlineTransport(ICimTransport inner, TimeProvider time, TimeSpan queryLimit, TimeSpan operationLimit) : ICimTransport
{
    public async IAsyncEnumerable<CimRow> QueryAsync(string wql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(time, queryLimit, cancellationToken);
        var rows = inner.QueryAsync(wql, deadline.Token).GetAsyncEnumerator(deadline.Token);
        await using (rows.ConfigureAwait(false))
        {
            while (await NextAsync(rows, deadline).ConfigureAwait(false))
            {
                yield return rows.Current;
                deadline.Restart();
            }
        }
    }

    public async ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(time, queryLimit, cancellationToken);
        try
        {
            return await inner.GetAsync(key, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            throw deadline.Explain(error);
        }
    }

    public async Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(time, operationLimit, cancellationToken);
        try
        {
            return await inner.InvokeAsync(call, texts, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            throw deadline.Explain(error);
        }
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<CimRow> rows, Deadline deadline)
    {
        try
        {
            var more = await rows.MoveNextAsync().ConfigureAwait(false);
            deadline.Pause();
            return more;
        }
        catch (OperationCanceledException error)
        {
            throw deadline.Explain(error);
        }
    }
}
