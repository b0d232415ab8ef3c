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
    public void End() => _observer?.End(_rowsRead, _rowsReturned, _error);

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
    /// <returns>False.</returns>
    public bool Note(Exception error)
    {
        _error = error;
        return false;
    }

    public OfflineFilesTimeoutException Late(Exception? cause = null) =>
        new(_phase, facts.Options.Timeout, facts.Query, facts.Backend.ToString(), _rowsRead, cause);
}
