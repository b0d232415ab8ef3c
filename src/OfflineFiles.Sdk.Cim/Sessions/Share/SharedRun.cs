using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Logging;

namespace OfflineFiles.Sdk.Cim.Sessions.Share;

/// <summary>One call on its way: its token, how far it has come, and what to do when the session under it is lost.</summary>
internal sealed class SharedRun(
    string request, SessionKeeper keeper, CimLog log, CancellationToken closing, CancellationToken caller) : IDisposable
{
    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(caller, closing);
    private CimTimeoutPhase _phase;

    /// <summary>Tells an end from outside by its reason: the caller's token, with the phase, or the disposal of the backend.</summary>
    public async Task<T> WithinAsync<T>(Func<Task<T>> part)
    {
        try
        {
            if (closing.IsCancellationRequested) throw CimErrors.Disposed();
            return await part().ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (caller.IsCancellationRequested)
        {
            throw new CimPhaseCanceledException(_phase, error, caller) { Outage = _phase == CimTimeoutPhase.Connect ? keeper.Outage : null };
        }
        catch (Exception error) when (closing.IsCancellationRequested && error is OperationCanceledException or CimTransportException)
        {
            throw CimErrors.Disposed(error);
        }
    }

    public Task<IDisposable> QueueAsync(Func<CancellationToken, Task<IDisposable>> queue)
    {
        _phase = CimTimeoutPhase.Queue;
        return queue(_ending.Token);
    }

    /// <summary>
    /// Uses the session, and another one when it was lost and the use may be repeated. What could not connect was never sent, so it always may.
    /// </summary>
    public async Task<T> UseAsync<T>(bool isRepeatable, Func<SharedSession, CancellationToken, Task<T>> use)
    {
        var patience = keeper.Patience();
        for (var failures = 1; ; failures++)
        {
            SharedSession? session = null;
            try
            {
                _phase = CimTimeoutPhase.Connect;
                session = await keeper.EnterAsync(patience, _ending.Token).ConfigureAwait(false);
                _phase = CimTimeoutPhase.Answer;
                var result = await use(session, _ending.Token).ConfigureAwait(false);
                keeper.Answered();
                return result;
            }
            catch (CimTransportException error) when (error.IsUnreachable)
            {
                if (session is not null) await keeper.LoseAsync(session, error).ConfigureAwait(false);
                // That it was lost is what the error says already; more is known when it was tried again.
                error.Outage = keeper.Outage is { Attempts: > 0 } outage ? outage : null;
                if ((session is not null && !isRepeatable) || !keeper.MayTryAgain(error, failures, patience)) throw;
                log.RequestRepeated(error, request, failures);
            }
            finally
            {
                if (session is not null) await session.LeaveAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads on in a session that the caller holds. After a loss there is nothing to repeat.</summary>
    public async Task<bool> ContinueAsync(SharedSession session, Func<Task<bool>> next)
    {
        try
        {
            return await next().ConfigureAwait(false);
        }
        catch (CimTransportException error) when (error.IsUnreachable)
        {
            await keeper.LoseAsync(session, error).ConfigureAwait(false);
            throw;
        }
    }

    public void Dispose() => _ending.Dispose();
}
