using Microsoft.Extensions.Logging;

namespace OfflineFiles.Sdk.Operations.Observe;

/// <summary>All that is logged of operations.</summary>
internal sealed partial class OperationLog(ILogger logger, OperationFacts facts)
{
    private const int MostPaths = 10;
    private const int MostItems = 100;

    public void Starting(IReadOnlyList<UncPath> paths)
    {
        if (!logger.IsEnabled(LogLevel.Debug)) return;
        var named = paths.Take(MostPaths).Select(path => path.ToString());
        Starting(logger, facts.Operation, facts.Backend, facts.Target, paths.Count, ReadableText.Of(string.Join(", ", named)));
    }

    public void End(OperationEnd end, TimeSpan elapsed)
    {
        if (end.Report is { } report)
        {
            Tell(report, OutcomeStatus.Failed, ItemFailed, "items");
            Tell(report, OutcomeStatus.Conflict, ItemConflict, "conflicts");
        }

        if (end.Result == OperationResult.Cancelled) Cancelled(logger, facts.Operation, end.Summary, elapsed, end.Bytes);
        else if (end.FailedAsWhole) Failed(logger, end.Error, facts.Operation, end.Summary, elapsed, end.Report?.NativeCode ?? 0);
        else Finished(logger, facts.Operation, end.Summary, elapsed, end.Bytes);
    }

    private void Tell(OperationReport report, OutcomeStatus status, Action<ILogger, Exception?, string, string> tell, string what)
    {
        if (!logger.IsEnabled(LogLevel.Warning)) return;
        var told = 0;
        foreach (var outcome in report.With(status))
        {
            if (++told <= MostItems) tell(logger, outcome.Error, facts.Operation, outcome.ToString());
        }

        if (told > MostItems) tell(logger, null, facts.Operation, $"{told - MostItems} more {what}; the report has them all");
    }

    [LoggerMessage(
        OfflineFilesEventIds.OperationStarting, LogLevel.Debug, "{Operation} is asked of {Backend} ({Target}), {Count} paths: {Paths}",
        EventName = nameof(OfflineFilesEventIds.OperationStarting))]
    private static partial void Starting(ILogger logger, string operation, string backend, string target, int count, string paths);

    [LoggerMessage(
        OfflineFilesEventIds.OperationFinished, LogLevel.Information, "{Operation}: {Outcomes}; {Bytes} bytes moved in {Elapsed}",
        EventName = nameof(OfflineFilesEventIds.OperationFinished))]
    private static partial void Finished(ILogger logger, string operation, string outcomes, TimeSpan elapsed, long bytes);

    [LoggerMessage(
        OfflineFilesEventIds.OperationFailed, LogLevel.Error, "{Operation} failed after {Elapsed} with 0x{Code:X8}: {Outcomes}",
        EventName = nameof(OfflineFilesEventIds.OperationFailed))]
    private static partial void Failed(ILogger logger, Exception? error, string operation, string outcomes, TimeSpan elapsed, int code);

    [LoggerMessage(
        OfflineFilesEventIds.OperationCancelled, LogLevel.Information, "{Operation} was cancelled after {Elapsed}: {Outcomes}; {Bytes} bytes were moved before",
        EventName = nameof(OfflineFilesEventIds.OperationCancelled))]
    private static partial void Cancelled(ILogger logger, string operation, string outcomes, TimeSpan elapsed, long bytes);

    [LoggerMessage(OfflineFilesEventIds.ItemFailed, LogLevel.Warning, "{Operation} failed for {Outcome}", EventName = nameof(OfflineFilesEventIds.ItemFailed))]
    private static partial void ItemFailed(ILogger logger, Exception? error, string operation, string outcome);

    [LoggerMessage(OfflineFilesEventIds.ItemConflict, LogLevel.Warning, "{Operation} found {Outcome}", EventName = nameof(OfflineFilesEventIds.ItemConflict))]
    private static partial void ItemConflict(ILogger logger, Exception? error, string operation, string outcome);
}
