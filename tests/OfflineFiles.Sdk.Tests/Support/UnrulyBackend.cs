using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>A step of a backend on the way to its rows.</summary>
public enum BackendStep
{
    None,
    Query,
    Open,
    FirstRow,
    SecondRow,
    Close,
    Find,
    State,
}

/// <summary>
/// A backend that does something wrong at one step and takes no notice of tokens: it blocks its thread, keeps a task waiting, or throws. It
/// counts what is opened and closed.
/// </summary>
internal sealed class UnrulyBackend(BackendStep at) : CacheBackend, ISynchronousQueryBackend
{
    private static readonly OfflineFilesItem[] Rows = [new(@"\\srv\share", OfflineFilesItemType.Share), new(@"\\srv\share\a.txt", OfflineFilesItemType.File)];

    private readonly ManualResetEventSlim _gate = new();
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;
    private int _opened;
    private int _disposals;

    /// <summary>Keeps the thread at the step until it is released. Otherwise it keeps the task.</summary>
    public bool Blocks { get; init; }

    /// <summary>Throws at the step: at once, or after it was released if it also waits.</summary>
    public Exception? Error { get; init; }

    /// <summary>Ends the wait for a row with its token, which it takes no notice of otherwise.</summary>
    public bool HonoursToken { get; init; }

    /// <summary>Whether it waits at the step.</summary>
    public bool Waits { get; init; } = true;

    /// <summary>Completes when it has come to the step.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Completes when a stream has been closed.</summary>
    public Task Closed => _closed.Task;

    public int Opened => Volatile.Read(ref _opened);

    /// <summary>How often one of its methods was called.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public int Disposals => Volatile.Read(ref _disposals);

    public override BackendDescription Description { get; } = new("Unruly", "nowhere");

    public override BackendCapabilities Capabilities => BackendCapabilities.SynchronousQueries | BackendCapabilities.Associations | BackendCapabilities.Enable;

    public override PushdownProfile Pushdown => PushdownProfile.Everything;

    public void Release()
    {
        _gate.Set();
        _end.TrySetResult();
    }

    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        Come(BackendStep.Query);
        return new Stream(this, cancellationToken);
    }

    public IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query)
    {
        Interlocked.Increment(ref _calls);
        Come(BackendStep.Query);
        return new Sequence(this);
    }

    public override async ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        await ComeAsync(BackendStep.Find, CancellationToken.None);
        return new OfflineFilesItem(path.ToString());
    }

    public OfflineFilesItem? FindItem(UncPath path)
    {
        Interlocked.Increment(ref _calls);
        Come(BackendStep.Find);
        return new OfflineFilesItem(path.ToString());
    }

    public override async Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        await ComeAsync(BackendStep.State, CancellationToken.None);
        return new OfflineFilesCacheState();
    }

    public override ValueTask DisposeAsync() => default;

    private void Come(BackendStep step)
    {
        if (step != at) return;
        _reached.TrySetResult();
        if (Waits) _gate.Wait();
        if (Error is not null) throw Error;
    }

    private async ValueTask ComeAsync(BackendStep step, CancellationToken cancellationToken = default)
    {
        if (step != at) return;
        if (Blocks || !Waits)
        {
            Come(step);
            return;
        }

        _reached.TrySetResult();
        await _end.Task.WaitAsync(HonoursToken ? cancellationToken : CancellationToken.None);
        if (Error is not null) throw Error;
    }

    private void Opening()
    {
        Come(BackendStep.Open);
        Interlocked.Increment(ref _opened);
    }

    private void Closing()
    {
        Interlocked.Increment(ref _disposals);
        _closed.TrySetResult();
    }

    private sealed class Stream(UnrulyBackend backend, CancellationToken token) : IAsyncEnumerable<OfflineFilesItem>
    {
        public IAsyncEnumerator<OfflineFilesItem> GetAsyncEnumerator(CancellationToken cancellationToken)
        {
            backend.Opening();
            return new Enumerator(backend, token);
        }
    }

    private sealed class Enumerator(UnrulyBackend backend, CancellationToken token) : IAsyncEnumerator<OfflineFilesItem>
    {
        private int _row = -1;

        public OfflineFilesItem Current => Rows[_row];

        public async ValueTask<bool> MoveNextAsync()
        {
            _row++;
            if (_row < 2) await backend.ComeAsync(_row == 0 ? BackendStep.FirstRow : BackendStep.SecondRow, token);
            return _row < Rows.Length;
        }

        public async ValueTask DisposeAsync()
        {
            backend.Closing();
            await backend.ComeAsync(BackendStep.Close);
        }
    }

    private sealed class Sequence(UnrulyBackend backend) : IEnumerable<OfflineFilesItem>, IEnumerator<OfflineFilesItem>
    {
        private int _row = -1;

        public OfflineFilesItem Current => Rows[_row];

        object System.Collections.IEnumerator.Current => Current;

        public IEnumerator<OfflineFilesItem> GetEnumerator()
        {
            backend.Opening();
            return this;
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public bool MoveNext()
        {
            _row++;
            if (_row < 2) backend.Come(_row == 0 ? BackendStep.FirstRow : BackendStep.SecondRow);
            return _row < Rows.Length;
        }

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
            backend.Closing();
            backend.Come(BackendStep.Close);
        }
    }
}
