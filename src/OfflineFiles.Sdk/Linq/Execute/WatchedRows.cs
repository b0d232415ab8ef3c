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

/// <summary>
/// A stream that can be left while it is waited for, also when its source takes no notice of its token. What is left is disposed as soon as
/// the source lets it, and what the source still says then is heard by nobody.
/// </summary>
internal sealed class AbandonableRows<T>(IAsyncEnumerator<T> rows) : IAsyncDisposable
{
    private Task<bool>? _pending;

    public T Current => rows.Current;

    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        var next = rows.MoveNextAsync();
        if (next.IsCompleted) return await next.ConfigureAwait(false);
        _pending = next.AsTask();
        return await _pending.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        if (_pending is { IsCompleted: false } late)
        {
            _ = DisposeAfterAsync(late);
            return default;
        }

        // It may have failed after it was left; looked at, the error counts as seen.
        _ = _pending?.Exception;
        return rows.DisposeAsync();
    }

    private async Task DisposeAfterAsync(Task late)
    {
        try
        {
            await late.ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Nobody is left to whom it could be told.
        catch (Exception)
        {
        }

        try
        {
            await rows.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
        }
#pragma warning restore CA1031
    }
}
