using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Logging;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Cim.Sessions.Share;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

/// <summary>A machine whose sessions are counted and watched; what happens on connecting and in each call is the test's to say.</summary>
internal sealed class TestMachine : ICimConnector
{
    public static readonly CimTransportException Lost = new(CimStatus.Failed, "gone") { IsUnreachable = true };

    public static CimLog NoLog { get; } = new(null, new BackendDescription("CIM", "this machine"));

    private readonly List<TestSession> _sessions = [];

    /// <summary>Runs on each connecting; its number begins with 1.</summary>
    public Func<int, CancellationToken, Task> OnConnect { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Runs at the start of each call and before each row; what it throws the call throws.</summary>
    public Func<TestSession, string, CancellationToken, Task> OnCall { get; set; } = (_, _, _) => Task.CompletedTask;

    /// <summary>What answers calls that go well; null for a few rows that are all the same.</summary>
    public ICimTransport? Server { get; set; }

    public int Rows { get; init; } = 2;

    public int Connects { get; private set; }

    public IReadOnlyList<TestSession> Sessions
    {
        get
        {
            lock (_sessions) return [.. _sessions];
        }
    }

    /// <summary>A transport over sessions with this machine.</summary>
    public SharedTransport Share(CimBackendOptions options) => new(this, options, NoLog);

    public async Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken)
    {
        int number;
        lock (_sessions) number = ++Connects;
        await OnConnect(number, cancellationToken);
        var session = new TestSession(this);
        lock (_sessions) _sessions.Add(session);
        return session;
    }
}

/// <summary>A session that knows who uses it.</summary>
internal sealed class TestSession(TestMachine machine) : ICimTransport
{
    private int _users;
    private int _disposals;
    private int _faults;

    public static CimRow Row { get; } = CimRow.Key("C", "K", "v");

    public int Disposals => Volatile.Read(ref _disposals);

    /// <summary>How often it was disposed under a call, or called after that.</summary>
    public int Faults => Volatile.Read(ref _faults);

    public int Users => Volatile.Read(ref _users);

    public IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, CancellationToken cancellationToken) =>
        StreamAsync("Query", machine.Server?.QueryAsync(query, cancellationToken) ?? RowsAsync(), cancellationToken);

    public IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken) =>
        StreamAsync("Subscribe", machine.Server?.SubscribeAsync(wql, cancellationToken) ?? RowsAsync(), cancellationToken);

    public ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken) =>
        new(CallAsync("Get", () => machine.Server?.GetAsync(key, cancellationToken).AsTask() ?? Task.FromResult<CimRow?>(Row), cancellationToken));

    public ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) => new(CallAsync(
        "GetClass", () => machine.Server?.GetClassAsync(className, cancellationToken).AsTask() ?? Task.FromResult<CimClassDefinition?>(null), cancellationToken));

    public Task ModifyAsync(CimModification modification, CancellationToken cancellationToken) => CallAsync(
        "Modify", () => machine.Server?.ModifyAsync(modification, cancellationToken).WithTrueAsync() ?? Task.FromResult(true), cancellationToken);

    public Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken) => CallAsync(
        call.MethodName,
        () => machine.Server?.InvokeAsync(call, texts, cancellationToken) ?? Task.FromResult(new CimCallResult(0, CimRow.Key("__PARAMETERS", "A", "b"))),
        cancellationToken);

    public Task TestAsync(CancellationToken cancellationToken) => CallAsync("Test", () => Task.FromResult(true), cancellationToken);

    public ValueTask DisposeAsync()
    {
        Interlocked.Increment(ref _disposals);
        if (Users != 0) Interlocked.Increment(ref _faults);
        return default;
    }

    private async IAsyncEnumerable<CimRow> StreamAsync(string call, IAsyncEnumerable<CimRow> answer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var use = new Use(this);
        await using var rows = answer.GetAsyncEnumerator(cancellationToken);
        for (var i = 0; ; i++)
        {
            await machine.OnCall(this, $"{call} {i}", cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (!await rows.MoveNextAsync()) yield break;
            yield return rows.Current;
        }
    }

    private async IAsyncEnumerable<CimRow> RowsAsync()
    {
        for (var i = 0; i < machine.Rows; i++)
        {
            await Task.CompletedTask;
            yield return Row;
        }
    }

    private async Task<T> CallAsync<T>(string call, Func<Task<T>> answer, CancellationToken cancellationToken)
    {
        using var use = new Use(this);
        await machine.OnCall(this, call, cancellationToken);
        return await answer();
    }

    private sealed class Use : IDisposable
    {
        private readonly TestSession _session;

        public Use(TestSession session)
        {
            _session = session;
            Interlocked.Increment(ref session._users);
            if (session.Disposals != 0) Interlocked.Increment(ref session._faults);
        }

        public void Dispose() => Interlocked.Decrement(ref _session._users);
    }
}

/// <summary>Calls over the seam, in one word each.</summary>
internal static class SeamCalls
{
    public static readonly CimRow Key = CimRow.Key("C", "K", "v");

    public static Task<CimRow?> Get(this ICimTransport transport, CancellationToken token = default) => transport.GetAsync(Key, token).AsTask();

    public static Task<CimCallResult> Invoke(this ICimTransport transport, string method = "Pin", CancellationToken token = default) =>
        transport.InvokeAsync(new CimMethodCall("C", method, []), null, token);

    public static IAsyncEnumerator<CimRow> Query(this ICimTransport transport, CancellationToken token = default) =>
        transport.QueryAsync(new CimQuery("SELECT * FROM C"), token).GetAsyncEnumerator(token);

    public static async Task<int> Count(this ICimTransport transport, CancellationToken token = default)
    {
        var count = 0;
        await foreach (var _ in transport.QueryAsync(new CimQuery("SELECT * FROM C"), token)) count++;
        return count;
    }

    /// <summary>Waits for something that other threads bring about.</summary>
    public static async Task Until(Func<bool> holds)
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (!holds())
        {
            if (DateTime.UtcNow > deadline) throw new TimeoutException("It did not come about.");
            await Task.Delay(1);
        }
    }
}
