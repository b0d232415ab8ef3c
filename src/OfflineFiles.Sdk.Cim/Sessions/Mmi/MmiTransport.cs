using System.Runtime.CompilerServices;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The seam over Microsoft.Management.Infrastructure. The namespace is given on every call: instances do not always know theirs.</summary>
internal sealed class MmiTransport(MmiTarget target, string namespaceName) : ICimTransport
{
    private const string Dialect = "WQL";

    // Servers are known to refuse part of 32 operations that start at once and none of 16 (observed behaviour).
    private const int MostAtOnce = 16;

    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _reads = new(MostAtOnce);
    private readonly SemaphoreSlim _calls = new(MostAtOnce);
    private readonly SemaphoreSlim _connecting = new(1);
    private CimSession? _session;

    public IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, CancellationToken cancellationToken) => RunAsync(
        _reads, (session, options) => session.QueryInstancesAsync(namespaceName, Dialect, query.Text, options), MmiCopy.Row, (_, _) => { }, cancellationToken);

    public async ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken)
    {
        using var instance = Start(() => MmiCopy.Instance(key, namespaceName));
        var rows = RunAsync(_reads, (session, options) => session.GetInstanceAsync(namespaceName, instance, options), MmiCopy.Row, (_, _) => { }, cancellationToken);
        CimRow? found = null;
        try
        {
            await foreach (var row in rows.ConfigureAwait(false)) found = row;
        }
        catch (CimTransportException error) when (error.IsNotFound)
        {
            return null;
        }

        return found;
    }

    public IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ModifyAsync(CimModification modification, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task TestAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken)
    {
        using var parameters = Start(() => MmiCopy.Parameters(call.Arguments));
        var replies = RunAsync(
            _calls,
            (session, options) => session.InvokeMethodAsync(namespaceName, call.ClassName, call.MethodName, parameters, options),
            MmiCopy.Reply,
            Listen,
            cancellationToken);
        object? returnValue = null;
        var outParameters = new List<KeyValuePair<string, object?>>();
        await foreach (var reply in replies.ConfigureAwait(false))
        {
            if (reply.Text is { } text) texts?.Invoke(text);
            returnValue = reply.ReturnValue ?? returnValue;
            // A method may send its out parameters apart from its return value (observed provider behaviour).
            if (reply.OutParameters is { } values) outParameters.AddRange(values.Values.Where(value => value.Value is not null));
        }

        return returnValue is not null && CimValue.TryUInt32(returnValue, out var code)
            ? new CimCallResult(code, new CimRow("__PARAMETERS", outParameters))
            : throw new CimTransportException(CimStatus.Failed, $"{call} ended with the return value '{returnValue}', which is no code.");
    }

    public ValueTask DisposeAsync()
    {
        // The token of a running operation is linked to this source, so it is cancelled and left for the collector, not disposed.
        _closing.Cancel();
        Interlocked.Exchange(ref _session, null)?.Dispose();
        return default;
    }

    private async IAsyncEnumerable<TCopy> RunAsync<TNative, TCopy>(
        SemaphoreSlim slots,
        Func<CimSession, CimOperationOptions, IObservable<TNative>> start,
        Func<TNative, TCopy> copy,
        Action<CimOperationOptions, ResultQueue<TCopy>> prepare,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_closing.IsCancellationRequested) throw CimErrors.Disposed();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        var session = await ConnectAsync(ending.Token, cancellationToken).ConfigureAwait(false);
        await Translated(new ValueTask<bool>(WaitAsync(slots, ending.Token)), cancellationToken).ConfigureAwait(false);
        try
        {
            using var queue = new ResultQueue<TCopy>();
            using var options = Start(() => new CimOperationOptions { CancellationToken = ending.Token });
            prepare(options, queue);
            using var subscription = Start(() => start(session, options).Subscribe(new CopyingObserver<TNative, TCopy>(copy, queue)));
            while (true)
            {
                var (more, item) = await Translated(queue.TakeAsync(ending.Token), cancellationToken).ConfigureAwait(false);
                if (!more) break;
                yield return item!;
            }
        }
        finally
        {
            // A caller that leaves early must not leave the operation running.
            ending.Cancel();
            slots.Release();
        }
    }

    private async ValueTask<CimSession> ConnectAsync(CancellationToken ending, CancellationToken caller)
    {
        if (Volatile.Read(ref _session) is { } ready) return ready;
        await Translated(new ValueTask<bool>(WaitAsync(_connecting, ending)), caller).ConfigureAwait(false);
        try
        {
            if (Volatile.Read(ref _session) is { } made) return made;
            using var queue = new ResultQueue<CimSession>();
            using var subscription = Start(() => target.Connect().Subscribe(new SessionObserver(queue)));
            var (more, session) = await Translated(queue.TakeAsync(ending), caller).ConfigureAwait(false);
            if (!more || session is null) throw new CimTransportException(CimStatus.Failed, "No session could be made.") { IsUnreachable = true };
            Volatile.Write(ref _session, session);
            if (!_closing.IsCancellationRequested) return session;
            session.Dispose();
            throw CimErrors.Disposed();
        }
        finally
        {
            _connecting.Release();
        }
    }

    private static async Task<bool> WaitAsync(SemaphoreSlim semaphore, CancellationToken cancellationToken)
    {
        await semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    // Texts go through the queue like results: a caller's code never runs on the native thread.
    private static void Listen(CimOperationOptions options, ResultQueue<MmiReply> queue)
    {
        options.WriteMessage = (_, message) => Say(queue, message);
        options.WriteProgress = (activity, current, status, _, _) =>
        {
            Say(queue, activity);
            Say(queue, current);
            Say(queue, status);
        };
    }

    private static void Say(ResultQueue<MmiReply> queue, string? text)
    {
        if (!string.IsNullOrEmpty(text)) queue.Add(MmiReply.Says(text!));
    }

    private static T Start<T>(Func<T> start)
    {
        try
        {
            return start();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw MmiErrors.Translate(error);
        }
    }

    // The layer below cancels with a token of its own and fails running operations when the session goes.
    private async ValueTask<T> Translated<T>(ValueTask<T> task, CancellationToken caller)
    {
        try
        {
            return await task.ConfigureAwait(false);
        }
        catch (Exception error) when (error is not CimTransportException)
        {
            caller.ThrowIfCancellationRequested();
            if (_closing.IsCancellationRequested) throw CimErrors.Disposed(error);
            if (error is OperationCanceledException) throw;
            throw MmiErrors.Translate(error);
        }
    }
}
