using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Sessions.Share;

/// <summary>
/// The rows of one query or subscription over the shared session. Between two rows its caller may do anything, also nothing any more: so
/// the stream can be ended from outside as well, by the disposal of the backend, and keeps nothing after that.
/// </summary>
internal sealed class SharedStream(
    SharedRun run,
    Func<CancellationToken, Task<IDisposable>>? queue,
    Func<ICimTransport, CancellationToken, IAsyncEnumerable<CimRow>> start) : IAsyncDisposable
{
    // Moving and ending take turns.
    private readonly SemaphoreSlim _turn = new(1);
    private IAsyncEnumerator<CimRow>? _rows;
    private SharedSession? _session;
    private IDisposable? _slot;
    private bool _isOver;

    public CimRow Current => _rows!.Current;

    public async Task<bool> MoveNextAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_isOver) throw CimErrors.Disposed();
            return await run.WithinAsync(() => _rows is null
                ? FirstAsync()
                : run.ContinueAsync(_session!, () => _rows.MoveNextAsync().AsTask())).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_isOver) return;
            _isOver = true;
            if (_rows is not null) await _rows.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            if (_session is not null) await _session.LeaveAsync().ConfigureAwait(false);
            _session = null;
            _slot?.Dispose();
            run.Dispose();
            _turn.Release();
        }
    }

    private async Task<bool> FirstAsync()
    {
        if (queue is not null) _slot = await run.QueueAsync(queue).ConfigureAwait(false);
        return await run.UseAsync(isRepeatable: queue is not null, async (session, token) =>
        {
            var transport = await session.Ready.ConfigureAwait(false);
            var rows = start(transport, token).GetAsyncEnumerator(token);
            try
            {
                var more = await rows.MoveNextAsync().ConfigureAwait(false);
                session.Enter();
                (_rows, _session) = (rows, session);
                return more;
            }
            catch
            {
                await rows.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }).ConfigureAwait(false);
    }
}
