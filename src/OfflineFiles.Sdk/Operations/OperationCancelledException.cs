using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk;

/// <summary>An operation was cancelled on the way. What it had finished stays done and is in <see cref="Report"/>.</summary>
public sealed class OperationCancelledException : OperationCanceledException
{
    /// <summary>Initializes a new instance of the <see cref="OperationCancelledException"/> class.</summary>
    /// <param name="report">What had been done, with the rest as <see cref="OutcomeStatus.Cancelled"/> where it is known.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public OperationCancelledException(OperationReport report, CancellationToken cancellationToken)
        : base($"{Guard.NotNull(report).Operation} was cancelled after {report.Count(OutcomeStatus.Done)} items; they stay done.", cancellationToken) => Report = report;

    /// <summary>What had been done.</summary>
    public OperationReport Report { get; }
}
