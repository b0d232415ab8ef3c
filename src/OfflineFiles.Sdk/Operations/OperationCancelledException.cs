namespace OfflineFiles.Sdk;

/// <summary>The exception that is thrown when an operation is cancelled. Finished items stay done and are in <see cref="Report"/>.</summary>
public sealed class OperationCancelledException : OperationCanceledException
{
    /// <summary>Initializes a new instance of the <see cref="OperationCancelledException"/> class.</summary>
    /// <param name="report">The report of what was done; the other paths are <see cref="OutcomeStatus.Cancelled"/> if they are known.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public OperationCancelledException(OperationReport report, CancellationToken cancellationToken)
        : base($"{Guard.NotNull(report).Operation} was cancelled after {report.Count(OutcomeStatus.Done)} items; they stay done.", cancellationToken) => Report = report;

    /// <summary>The report of what was done.</summary>
    public OperationReport Report { get; }
}
