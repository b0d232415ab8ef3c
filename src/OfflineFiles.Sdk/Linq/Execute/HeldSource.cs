using System.Collections;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>
/// A synchronous backend as one run of a query sees it. A run with a deadline calls it on a thread of its own, so that the caller can go when the
/// deadline passes; without a deadline nothing but the backend ends a call.
/// </summary>
internal sealed class HeldSource(ISynchronousQueryBackend source, RunScope scope) : ISynchronousQueryBackend
{
    public IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query) => Read(() => source.QueryItems(query));

    /// <summary>The rows of a query that the backend orders.</summary>
    public IEnumerable<OfflineFilesItem> QueryOrderedItems(BackendRequest.Query query) =>
        Read(() => ((IOrderedQueryBackend)source).QueryOrderedItems(query.Wql, query.Order, query.First));

    public OfflineFilesItem? FindItem(UncPath path) => Call(() => source.FindItem(path));

    /// <summary>One call of the backend that yields one value.</summary>
    public T Call<T>(Func<T> call)
    {
        using var rows = new Rows<T>(() => [call()], scope);
        _ = rows.MoveNext();
        return rows.Current;
    }

    private IEnumerable<OfflineFilesItem> Read(Func<IEnumerable<OfflineFilesItem>> open)
    {
        using var rows = new Rows<OfflineFilesItem>(open, scope);
        while (rows.MoveNext()) yield return rows.Current;
    }

    private sealed class Rows<T>(Func<IEnumerable<T>> open, RunScope scope) : IEnumerator<T>
    {
        private BackendThread? _thread;
        private IEnumerator<T>? _rows;

        public T Current { get; private set; } = default!;

        object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            scope.Check();
            try
            {
                if (scope.HasDeadline) _thread ??= new BackendThread(scope);
                var hasRow = _thread is null ? Next() : _thread.Call(Next);
                if (hasRow) scope.Check();
                return hasRow;
            }
            catch (Exception error) when (scope.IsEnd(error))
            {
                throw scope.End(error);
            }
        }

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
            if (_thread is null) Close();
            else _thread.End(Close);
        }

        private bool Next()
        {
            _rows ??= open().GetEnumerator();
            scope.Check();
            scope.BackendHasIt();
            if (!_rows.MoveNext()) return false;
            Current = _rows.Current;
            return true;
        }

        private void Close() => _rows?.Dispose();
    }
}

/// <summary>
/// Calls a backend that knows no token, one call after the other. The caller waits for each, but not much longer than the run lasts.
/// </summary>
#pragma warning disable CA1001 // A call that was left still uses them; none of them holds anything.
internal sealed class BackendThread
#pragma warning restore CA1001
{
    private readonly BlockingCollection<Action> _calls = [];
    private readonly ManualResetEventSlim _done = new();
    private readonly RunScope _scope;
    private ExceptionDispatchInfo? _error;
    private bool _isLeft;

    public BackendThread(RunScope scope)
    {
        _scope = scope;
        new Thread(Work) { IsBackground = true, Name = "OfflineFiles query with a deadline" }.Start();
    }

    public bool Call(Func<bool> call)
    {
        var result = false;
        _isLeft = !Run(() => result = call());
        if (_isLeft) throw _scope.End(cause: null);
        _error?.Throw();
        return result;
    }

    /// <summary>Makes the last call: after the one that was left, if there is one, and then nobody waits.</summary>
    public void End(Action close)
    {
        if (_isLeft)
        {
            _calls.Add(close);
            _calls.CompleteAdding();
            return;
        }

        var hasEnded = _scope.HasEnded;
        var isDone = Run(close);
        _calls.CompleteAdding();
        if (hasEnded) return;
        _scope.Check();
        if (isDone) _error?.Throw();
    }

    private bool Run(Action call)
    {
        _error = null;
        _done.Reset();
        _calls.Add(call);
        try
        {
            _done.Wait(_scope.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return _done.Wait(RunScope.Grace);
        }
    }

    private void Work()
    {
        foreach (var call in _calls.GetConsumingEnumerable())
        {
            try
            {
                call();
            }
#pragma warning disable CA1031 // It is thrown where the call is waited for.
            catch (Exception error)
#pragma warning restore CA1031
            {
                _error = ExceptionDispatchInfo.Capture(error);
            }

            _done.Set();
        }
    }
}
