using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>The rows of a query as they come from the backend: counted, and in time.</summary>
internal static class WatchedRows
{
    public static IEnumerable<T> Read<T>(this QueryWatch watch, IEnumerable<T> rows)
    {
        watch.BackendHasIt();
        foreach (var row in rows)
        {
            if (watch.Deadline is { HasPassed: true }) throw watch.Late();
            watch.RowCame();
            yield return row;
            if (watch.Deadline is { HasPassed: true }) throw watch.Late();
        }
    }

    public static IAsyncEnumerable<T> ReadAsync<T>(
        this QueryWatch watch, Func<CancellationToken, IAsyncEnumerable<T>> open, CancellationToken cancellationToken) =>
        watch.Deadline is { } deadline
            ? InTimeAsync(watch, deadline, open, cancellationToken)
            : CountedAsync(watch, open, cancellationToken);

    private static async IAsyncEnumerable<T> CountedAsync<T>(
        QueryWatch watch, Func<CancellationToken, IAsyncEnumerable<T>> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in open(cancellationToken).ConfigureAwait(false))
        {
            watch.RowCame();
            yield return row;
        }
    }

    private static async IAsyncEnumerable<T> InTimeAsync<T>(
        QueryWatch watch, QueryDeadline deadline, Func<CancellationToken, IAsyncEnumerable<T>> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var token = deadline.Link(cancellationToken);
        var rows = new AbandonableRows<T>(open(token.Either).GetAsyncEnumerator(token.Either));
        await using (rows.ConfigureAwait(false))
        {
            while (await NextAsync(watch, rows, token).ConfigureAwait(false))
            {
                watch.RowCame();
                yield return rows.Current;
            }
        }
    }

    private static async ValueTask<bool> NextAsync<T>(QueryWatch watch, AbandonableRows<T> rows, QueryDeadline.Token token)
    {
        try
        {
            token.Either.ThrowIfCancellationRequested();
            var next = rows.MoveNextAsync(token.Either);
            if (!token.HasPassed) watch.BackendHasIt();
            return await next.ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (token.Either.IsCancellationRequested)
        {
            throw token.Caller.IsCancellationRequested ? new OperationCanceledException(error.Message, error, token.Caller) : watch.Late(error);
        }
    }
}
