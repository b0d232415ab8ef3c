using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace OfflineFiles.Sdk.Operations.Observe;

/// <summary>Tells the log, the trace and the meter of one operation. Made only when one of them listens.</summary>
internal sealed class OperationObserver
{
    private readonly OperationFacts _facts;
    private readonly OperationLog? _log;
    private readonly TimeProvider _time;
    private readonly Activity? _activity;
    private readonly long _started;

    /// <summary>The operation begins.</summary>
    /// <param name="facts">What is told of it.</param>
    /// <param name="logger">Null if it is not logged.</param>
    /// <param name="time">The clock.</param>
    public OperationObserver(OperationFacts facts, ILogger? logger, TimeProvider time)
    {
        _facts = facts;
        _log = logger is null ? null : new OperationLog(logger, facts);
        _time = time;
        _started = time.GetTimestamp();
        _activity = OperationActivity.Start(facts);
    }

    /// <summary>It is known what the operation is about.</summary>
    public void Asked(IReadOnlyList<UncPath> paths)
    {
        if (_activity is not null) OperationActivity.Asked(_activity, paths);
        _log?.Starting(paths);
    }

    /// <summary>The operation is over: with a report or what else it returns, or with an error.</summary>
    public void End(OperationReport? report, Exception? error)
    {
        var end = new OperationEnd(report, error);
        var elapsed = _time.GetElapsedTime(_started);
        _log?.End(end, elapsed);
        OperationMetrics.Ended(_facts, end, elapsed);
        if (_activity is not null) OperationActivity.Stop(_activity, end);
    }
}

/// <summary>How an operation ended, in words that do not grow with what it was about.</summary>
internal sealed class OperationEnd
{
    private static readonly OutcomeStatus[] Statuses =
        [OutcomeStatus.Done, OutcomeStatus.Unchanged, OutcomeStatus.Conflict, OutcomeStatus.Skipped, OutcomeStatus.Failed, OutcomeStatus.Cancelled];

    /// <summary>An operation that was stopped has a report too.</summary>
    public OperationEnd(OperationReport? report, Exception? error)
    {
        Error = error;
        Report = report ?? (error as OperationCancelledException)?.Report ?? (error as OperationFailedException)?.Report;
        if (Report is not null)
        {
            var counts = new long[Statuses.Length];
            foreach (var outcome in Report.Outcomes)
            {
                if ((int)outcome.Status >= 0 && (int)outcome.Status < counts.Length) counts[(int)outcome.Status]++;
                Bytes += outcome.Bytes;
            }

            Counts = counts;
        }

        // A cancellation that nobody asked for is an error.
        Result = error switch
        {
            OperationCancelledException => OperationResult.Cancelled,
            not null => OperationResult.Failed,
            _ when Report is null || Report.Succeeded => OperationResult.Succeeded,
            _ when !FailedAsWhole && this[OutcomeStatus.Failed] == 0 && this[OutcomeStatus.Cancelled] == 0 => OperationResult.Conflict,
            _ => OperationResult.Failed,
        };
        if (Result == OperationResult.Failed)
            ErrorType = (error ?? Report?.Outcomes.FirstOrDefault(outcome => outcome.Error is not null)?.Error)?.GetType().FullName ?? typeof(OperationFailedException).FullName;
    }

    public OperationReport? Report { get; }

    public Exception? Error { get; }

    public OperationResult Result { get; }

    /// <summary>Null unless it failed.</summary>
    public string? ErrorType { get; }

    public long Bytes { get; }

    /// <summary>Whether it failed and not only some of its items.</summary>
    public bool FailedAsWhole => Error is not null and not OperationCancelledException || Report is { NativeCode: not 0 } or { BlockedByOpenFiles: true };

    private long[] Counts { get; } = [];

    public long this[OutcomeStatus status] => (int)status < Counts.Length ? Counts[(int)status] : 0;

    /// <summary>The outcomes in numbers. The text of a report names items, which nobody asked to be told of here.</summary>
    public string Summary
    {
        get
        {
            if (Report is null) return "no report";
            var text = string.Join(", ", Outcomes.Where(each => each.Count > 0).Select(each => $"{each.Count} {each.Status}"));
            if (text.Length == 0) text = "nothing to do";
            if (Report.BlockedByOpenFiles == true) text += ", blocked by open files";
            return Report.RestartRequired == true ? text + ", restart required" : text;
        }
    }

    public IEnumerable<(OutcomeStatus Status, long Count)> Outcomes => Statuses.Select(status => (status, this[status]));
}

/// <summary>The results that are told apart.</summary>
internal enum OperationResult
{
    Succeeded,

    /// <summary>Nothing failed, and a person has to decide.</summary>
    Conflict,
    Failed,
    Cancelled,
}
