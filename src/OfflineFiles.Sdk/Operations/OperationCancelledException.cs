using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk;

/// <summary>The exception that is thrown when an operation is cancelled. Finished items stay done and are in <see cref="Report"/>.</summary>
public sealed class OperationCancelledException : OperationCanceledException
{
    /// <summary>Initializes a new instance of the <see cref="OperationCancelledException"/> class.</summary>
    /// <param name="report">The report of what was done; what was not finished is <see cref="OutcomeStatus.Cancelled"/>.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public OperationCancelledException(OperationReport report, CancellationToken cancellationToken)
        : base(Describe(Guard.NotNull(report)), cancellationToken) => Report = report;

    /// <summary>
    /// The report of what was done. What was not reached, and each path asked for that is not finished, is <see cref="OutcomeStatus.Cancelled"/>, so
    /// <see cref="OperationReport.Succeeded"/> is false.
    /// </summary>
    public OperationReport Report { get; internal set; }

    private static string Describe(OperationReport report)
    {
        var done = report.Count(OutcomeStatus.Done);
        var what = $"{report.Operation} was cancelled after {done} {(done == 1 ? "item, which stays" : "items, which stay")} done.";
        if (report.MayHaveDoneMore) what += " What was under way then may have been done all the same: look before you run it again.";
        return ReadableText.Of(ReportFaults.Advice(report) is { Length: > 0 } advice ? $"{what} {advice}" : what);
    }
}
