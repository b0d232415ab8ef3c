using OfflineFiles.Sdk.Linq.Observe;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>How far one run of a query has come: holds it to its deadline, and tells those who listen.</summary>
internal sealed class QueryWatch(QueryFacts facts)
{
    private QueryObserver? _observer;
    private QueryPhase _phase;
    private long _rowsRead;
    private long _rowsReturned;
    private Exception? _error;
    private bool _isCancelled;

    /// <summary>Null when the query may take as long as it likes.</summary>
    public QueryDeadline? Deadline { get; } =
        facts.Options.Timeout == Timeout.InfiniteTimeSpan ? null : new QueryDeadline(facts.Options.Timeout, facts.Options.TimeProvider);

    /// <summary>Whether there is anything to watch for. If not, queries run without a watch and pay nothing.</summary>
    public static bool IsNeeded(QueryOptions options) =>
        options.Timeout != Timeout.InfiniteTimeSpan || QueryObserver.HasAudience(options.Logger);

    /// <summary>The first result is asked for.</summary>
    public void Begin()
    {
        if (QueryObserver.HasAudience(facts.Options.Logger)) _observer = new QueryObserver(facts);
    }

    /// <summary>The query is over: it came to its end, was left early, or ended by the error that was noted.</summary>
    public void End() => _observer?.End(_rowsRead, _rowsReturned, _error, _isCancelled);

    public void BackendHasIt()
    {
        if (_phase == QueryPhase.Connect) _phase = QueryPhase.FirstRow;
    }

    public void RowCame()
    {
        _phase = QueryPhase.Drain;
        if (++_rowsRead == 1) _observer?.FirstRow();
    }

    public void ResultReturned() => _rowsReturned++;

    /// <summary>Remembers by what error the query ends. The filter of a catch, so that the error goes on its way untouched.</summary>
    /// <param name="error">The error.</param>
    /// <param name="isCancelled">Whether it says that the caller has cancelled the query. A cancellation that nobody asked for is a failure.</param>
    /// <returns>False.</returns>
    public bool Note(Exception error, bool isCancelled)
    {
        (_error, _isCancelled) = (error, isCancelled);
        return false;
    }

    public OfflineFilesTimeoutException Late(Exception? cause = null) =>
        new(_phase, facts.Options.Timeout, facts.Query, facts.Backend.ToString(), _rowsRead, cause);
}

/// <summary>The time that one run of a query has, counted from when this is made.</summary>
internal sealed class QueryDeadline(TimeSpan limit, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    public bool HasPassed => Left <= TimeSpan.Zero;

    private TimeSpan Left => limit - time.GetElapsedTime(_started);

    /// <summary>A timer for the rest of the time.</summary>
    public CancellationTokenSource StartTimer()
    {
        var left = Left > TimeSpan.Zero ? Left : TimeSpan.Zero;
#if NET
        return new CancellationTokenSource(left, time);
#else
        return time.CreateCancellationTokenSource(left);
#endif
    }
}
