using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim.Logging;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Sessions.Share;

/// <summary>
/// One session for all callers, as if it were always there: made when it is first needed, made anew when it was lost, and used by no more
/// calls at once than a server takes. What only reads is asked again after a loss as long as no row has come; what writes is sent once.
/// </summary>
internal sealed class SharedTransport : ICimTransport
{
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<SharedStream, bool> _streams = new();
    private readonly OperationSlots _slots;
    private readonly SessionKeeper _keeper;
    private readonly ICimConnector _connector;
    private readonly CimLog _log;
    private readonly AnswerLimits _limits;

    public SharedTransport(ICimConnector connector, CimBackendOptions options, CimLog log)
    {
        _connector = connector;
        _log = log;
        _limits = new AnswerLimits(options);
        _slots = new OperationSlots(options.MaxConcurrentOperations);
        _keeper = new SessionKeeper(connector, options.Reconnect, options.TimeProvider, _log, _closing.Token);
    }

    public IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, CancellationToken cancellationToken) =>
        StreamAsync(true, (session, token) => session.QueryAsync(query, token), cancellationToken);

    // It lasts for hours and asks little, so it holds no place; and events between two attempts would be lost without a word.
    public IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken) =>
        StreamAsync(false, (session, token) => session.SubscribeAsync(wql, token), cancellationToken);

    public ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken) =>
        new(ReadAsync(
            async (session, token) => await session.GetAsync(key, token).ConfigureAwait(false) is { } row ? _limits.Checked(row) : null,
            cancellationToken));

    public ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) =>
        new(ReadAsync(
            async (session, token) =>
                await session.GetClassAsync(className, token).ConfigureAwait(false) is { } found ? _limits.Checked(found, className) : null,
            cancellationToken));

    public Task TestAsync(CancellationToken cancellationToken) =>
        ReadAsync((session, token) => session.TestAsync(token).WithTrueAsync(), cancellationToken);

    public Task ModifyAsync(CimModification modification, CancellationToken cancellationToken) =>
        WriteAsync(
            (session, token) =>
            {
                modification.Sent.Set();
                return session.ModifyAsync(modification, token).WithTrueAsync();
            },
            cancellationToken);

    public Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken) =>
        WriteAsync(
            async (session, token) =>
            {
                call.Sent.Set();
                var result = await session.InvokeAsync(call, texts, token).ConfigureAwait(false);
                _limits.Checked(result.OutParameters);
                return result;
            },
            cancellationToken);

    /// <summary>Ends what runs, then closes the session.</summary>
    public async ValueTask DisposeAsync()
    {
        // The tokens of running calls are linked to this source, so it is cancelled and left for the collector, not disposed.
        _closing.Cancel();
        foreach (var stream in _streams.Keys) await stream.DisposeAsync().ConfigureAwait(false);
        await _keeper.CloseAsync().ConfigureAwait(false);
        if (_connector is IAsyncDisposable owner) await owner.DisposeAsync().ConfigureAwait(false);
    }

    private Task<T> ReadAsync<T>(
        Func<ICimTransport, CancellationToken, Task<T>> call, CancellationToken cancellationToken, [CallerMemberName] string request = "") =>
        CallAsync(_slots.ReadAsync, isRepeatable: true, call, request, cancellationToken);

    private Task<T> WriteAsync<T>(
        Func<ICimTransport, CancellationToken, Task<T>> call, CancellationToken cancellationToken, [CallerMemberName] string request = "") =>
        CallAsync(_slots.WriteAsync, isRepeatable: false, call, request, cancellationToken);

    private SharedRun Run(string request, CancellationToken cancellationToken) => new(request, _keeper, _log, _closing.Token, cancellationToken);

    private async Task<T> CallAsync<T>(
        Func<CancellationToken, Task<IDisposable>> queue,
        bool isRepeatable,
        Func<ICimTransport, CancellationToken, Task<T>> call,
        string request,
        CancellationToken cancellationToken)
    {
        using var run = Run(request, cancellationToken);
        return await run.WithinAsync(async () =>
        {
            using var slot = await run.QueueAsync(queue).ConfigureAwait(false);
            return await run.UseAsync(isRepeatable, async (session, token) =>
                await call(await session.Ready.ConfigureAwait(false), token).ConfigureAwait(false)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<CimRow> StreamAsync(
        bool isQuery,
        Func<ICimTransport, CancellationToken, IAsyncEnumerable<CimRow>> start,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        [CallerMemberName] string request = "")
    {
        var stream = new SharedStream(Run(request, cancellationToken), isQuery ? _slots.ReadAsync : null, start);
        await using (stream.ConfigureAwait(false))
        {
            _streams.TryAdd(stream, true);
            try
            {
                while (await stream.MoveNextAsync().ConfigureAwait(false)) yield return _limits.Checked(stream.Current);
            }
            finally
            {
                _streams.TryRemove(stream, out _);
            }
        }
    }
}
