namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>
/// A stream of a backend that ends when the run does, also when its source takes no notice of its token or keeps the thread that called it.
/// </summary>
/// <param name="open">Opens it, when the first row is asked for.</param>
/// <param name="scope">The run.</param>
internal sealed class HeldRows<T>(Func<CancellationToken, IAsyncEnumerable<T>> open, RunScope scope) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(open, scope);

    private sealed class Enumerator(Func<CancellationToken, IAsyncEnumerable<T>> open, RunScope scope) : IAsyncEnumerator<T>
    {
        private IAsyncEnumerator<T>? _rows;
        private Task? _running;

        public T Current => _rows!.Current;

        public async ValueTask<bool> MoveNextAsync()
        {
            scope.Check();
            try
            {
                var token = scope.Token;
                var next = scope.LeavesThread
                    ? new ValueTask<bool>(Task.Run(async () => await NextAsync(token).ConfigureAwait(false), CancellationToken.None))
                    : NextAsync(token);
                var hasRow = next.IsCompleted ? await next.ConfigureAwait(false) : await WaitAsync(next.AsTask()).ConfigureAwait(false);
                if (hasRow) scope.Check();
                return hasRow;
            }
            catch (Exception error) when (scope.IsEnd(error))
            {
                throw scope.End(error);
            }
        }

        public ValueTask DisposeAsync()
        {
            if (_running is { IsCompleted: false } late)
            {
                HeldCall.Forget(CloseAfterAsync(late));
                return default;
            }

            var rows = _rows;
            _rows = null;
            return rows is null ? default : CloseAsync(rows);
        }

        private Task<bool> WaitAsync(Task<bool> next)
        {
            _running = next;
            return HeldCall.WaitAsync(next, scope);
        }

        private async ValueTask<bool> NextAsync(CancellationToken token)
        {
            _rows ??= open(token).GetAsyncEnumerator(token);

            // It may have taken longer to open than the run lasts, and then nobody waits for a row.
            scope.Check();
            var next = _rows.MoveNextAsync();
            scope.BackendHasIt();
            return await next.ConfigureAwait(false);
        }

        private async ValueTask CloseAsync(IAsyncEnumerator<T> rows)
        {
            var closing = scope.LeavesThread
                ? Task.Run(async () => await rows.DisposeAsync().ConfigureAwait(false), CancellationToken.None)
                : CloseHereAsync(rows);
            if (!scope.HasEnded)
            {
                await scope.WaitAsync(closing).ConfigureAwait(false);
                if (closing.IsCompleted && !scope.HasEnded)
                {
                    await closing.ConfigureAwait(false);
                    return;
                }
            }

            // The run has ended: that is what the caller is told, and not how its stream closes.
            await RunScope.GraceAsync(closing).ConfigureAwait(false);
            HeldCall.Forget(closing);
            scope.Check();
        }

        private static async Task CloseHereAsync(IAsyncEnumerator<T> rows) => await rows.DisposeAsync().ConfigureAwait(false);

        private async Task CloseAfterAsync(Task late)
        {
            try
            {
                await late.ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Nobody is left to whom it could be told.
            catch (Exception)
            {
            }
#pragma warning restore CA1031

            if (_rows is { } rows) await rows.DisposeAsync().ConfigureAwait(false);
        }
    }
}
