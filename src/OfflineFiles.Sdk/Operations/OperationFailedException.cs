using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk;

/// <summary>
/// The exception that <see cref="OperationReport.ThrowIfFailed"/> throws if an operation did not succeed, as a whole or for single items; and that
/// ends an operation whose progress handler threw. Then that exception is the inner one.
/// </summary>
public sealed class OperationFailedException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="OperationFailedException"/> class.</summary>
    /// <param name="report">The report of the operation.</param>
    public OperationFailedException(OperationReport report)
        : base(ReportFaults.Describe(Guard.NotNull(report)), report.Outcomes.FirstOrDefault(outcome => outcome.Error is not null)?.Error) =>
        Report = report;

    /// <summary>Initializes a new instance for an operation that stopped because the progress handler of its caller threw.</summary>
    internal OperationFailedException(OperationReport report, Exception handlerFailure)
        : base(DescribeStop(report, handlerFailure), handlerFailure) => Report = report;

    /// <summary>The report of the operation, path by path.</summary>
    public OperationReport Report { get; internal set; }

    private static string DescribeStop(OperationReport report, Exception failure)
    {
        var left = report.Count(OutcomeStatus.Cancelled);
        var rest = left == 0
            ? "It was finished; the report holds what was done."
            : "What was done stays done; the report names what was not finished. Mend the handler, and repeat the operation for that.";
        return $"{report.Operation} was stopped because its progress handler threw {failure.GetType().Name}: {failure.Message.TrimEnd('.')}. {rest}";
    }
}
