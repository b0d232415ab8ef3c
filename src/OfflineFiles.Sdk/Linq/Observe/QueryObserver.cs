using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq.Observe;

/// <summary>Tells the log, the trace and the meter of one run of a query. Made only when one of them listens.</summary>
internal sealed class QueryObserver
{
    private readonly QueryFacts _facts;
    private readonly Activity? _activity;
    private readonly long _started;

    /// <summary>The run begins.</summary>
    public QueryObserver(QueryFacts facts)
    {
        _facts = facts;
        _started = facts.Options.TimeProvider.GetTimestamp();
        _activity = QueryActivity.Start(facts);
        QueryLog.QueryStarting(Logger, facts.Backend, facts.Path, facts.ReadableQuery, facts.Tags);
        if (facts.Path == QueryAccessPath.Scan) QueryLog.FullScan(Logger, facts.Backend, facts.ReadableQuery, facts.Tags);
    }

    private ILogger Logger => _facts.Options.Logger;

    private TimeSpan Elapsed => _facts.Options.TimeProvider.GetElapsedTime(_started);

    public static bool HasAudience(ILogger logger) => QueryActivity.HasListeners || QueryMetrics.IsEnabled || logger.IsEnabled(LogLevel.Error);

    public void FirstRow() => QueryMetrics.FirstRow(_facts, Elapsed);

    /// <summary>The run is over: it came to its end, was left early, or ended by an error.</summary>
    public void End(long rowsRead, long rowsReturned, Exception? error, bool isCancelled)
    {
        var elapsed = Elapsed;
        if (error is null) QueryLog.QueryFinished(Logger, elapsed, rowsRead, rowsReturned, _facts.ReadableQuery, _facts.Tags);
        else if (isCancelled) QueryLog.QueryCancelled(Logger, elapsed, rowsRead, _facts.ReadableQuery, _facts.Tags);
        else QueryLog.QueryFailed(Logger, error, elapsed, rowsRead, _facts.ReadableQuery, _facts.Tags);
        QueryMetrics.Ended(_facts, elapsed, rowsRead, rowsReturned, error);
        if (_activity is not null) QueryActivity.Stop(_activity, rowsRead, rowsReturned, error, isCancelled);
    }
}

/// <summary>What is told of a query that runs. Immutable.</summary>
internal sealed record QueryFacts(string Query, QueryAccessPath Path, BackendDescription Backend, QuerySettings Settings)
{
    /// <summary>The query as logs and traces show it: on one line, and not too long for one.</summary>
    public string ReadableQuery { get; } = ReadableText.Of(Query);

    public QueryOptions Options => Settings.Options;

    public string Tags => ReadableText.Of(string.Join(", ", Settings.Tags));
}
