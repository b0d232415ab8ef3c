namespace OfflineFiles.Sdk.Linq.Execute;

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
