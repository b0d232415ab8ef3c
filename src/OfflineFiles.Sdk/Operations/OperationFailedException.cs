namespace OfflineFiles.Sdk;

/// <summary>
/// The exception that <see cref="OperationReport.ThrowIfFailed"/> throws if an operation failed, as a whole or for single items.
/// </summary>
public sealed class OperationFailedException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="OperationFailedException"/> class.</summary>
    /// <param name="report">The report of the operation.</param>
    public OperationFailedException(OperationReport report)
        : base(Describe(Guard.NotNull(report)), report.Outcomes.FirstOrDefault(outcome => outcome.Error is not null)?.Error) => Report = report;

    /// <summary>The report of the operation, path by path.</summary>
    public OperationReport Report { get; }

    private static string Describe(OperationReport report)
    {
        if (report.BlockedByOpenFiles == true)
            return $"{report.Operation} did nothing: files that are not cached are open. Close them, or use Force.";
        var failed = report.With(OutcomeStatus.Failed).ToList();
        return failed.Count switch
        {
            0 => $"{report.Operation} failed with 0x{report.NativeCode:X8}. The report holds what was done before.",
            1 => $"{report.Operation} failed for {failed[0].Path}: {failed[0].Message ?? $"0x{failed[0].NativeCode:X8}"}",
            _ => $"{report.Operation} failed for {failed.Count} of {report.Outcomes.Count} items, first for {failed[0].Path}: "
                + $"{failed[0].Message ?? $"0x{failed[0].NativeCode:X8}"} The report holds them all.",
        };
    }
}
