using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq.Observe;

/// <summary>All that is logged of queries.</summary>
internal static partial class QueryLog
{
    [LoggerMessage(OfflineFilesEventIds.QueryStarting, LogLevel.Debug, "{Backend} is asked, by {AccessPath}: {Query} [{Tags}]", EventName = nameof(OfflineFilesEventIds.QueryStarting))]
    public static partial void QueryStarting(ILogger logger, BackendDescription backend, QueryAccessPath accessPath, string query, string tags);

    [LoggerMessage(
        OfflineFilesEventIds.ClientEvaluation,
        LogLevel.Warning,
        "'{Predicate}' is evaluated in the caller, because {Reason}. The query: {Query}",
        EventName = nameof(OfflineFilesEventIds.ClientEvaluation))]
    public static partial void ClientEvaluation(ILogger logger, string predicate, string reason, string query);

    [LoggerMessage(
        OfflineFilesEventIds.QueryFinished,
        LogLevel.Debug,
        "Done after {Elapsed}: {RowsRead} rows read, {RowsReturned} results returned. The query: {Query} [{Tags}]",
        EventName = nameof(OfflineFilesEventIds.QueryFinished))]
    public static partial void QueryFinished(ILogger logger, TimeSpan elapsed, long rowsRead, long rowsReturned, string query, string tags);

    [LoggerMessage(
        OfflineFilesEventIds.QueryFailed,
        LogLevel.Error,
        "Failed after {Elapsed} and {RowsRead} rows read. The query: {Query} [{Tags}]",
        EventName = nameof(OfflineFilesEventIds.QueryFailed))]
    public static partial void QueryFailed(ILogger logger, Exception error, TimeSpan elapsed, long rowsRead, string query, string tags);

    [LoggerMessage(
        OfflineFilesEventIds.QueryCancelled,
        LogLevel.Debug,
        "Cancelled after {Elapsed} and {RowsRead} rows read. The query: {Query} [{Tags}]",
        EventName = nameof(OfflineFilesEventIds.QueryCancelled))]
    public static partial void QueryCancelled(ILogger logger, TimeSpan elapsed, long rowsRead, string query, string tags);

    [LoggerMessage(
        OfflineFilesEventIds.FullScan,
        LogLevel.Debug,
        "{Backend} goes through the whole cache, because no predicate says where the items are. The query: {Query} [{Tags}]",
        EventName = nameof(OfflineFilesEventIds.FullScan))]
    public static partial void FullScan(ILogger logger, BackendDescription backend, string query, string tags);
}
