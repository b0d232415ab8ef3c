namespace OfflineFiles.Sdk.Operations;

/// <summary>Says in words what in a report is no success, and what to do about it.</summary>
internal static class ReportFaults
{
    /// <summary>The message of the exception of a report that did not succeed.</summary>
    public static string Describe(OperationReport report)
    {
        if (report.BlockedByOpenFiles == true)
            return $"{report.Operation} did nothing: files that are not cached are open. Close them, or use Force.";
        var failed = report.With(OutcomeStatus.Failed).ToList();
        var advice = Advice(report);
        var what = failed.Count switch
        {
            1 => $"{report.Operation} failed for {failed[0].Path}: {Reason(failed[0])}",
            > 1 => $"{report.Operation} failed for {failed.Count} of {report.Outcomes.Count} items, first for {failed[0].Path}: {Reason(failed[0])} "
                + "The report holds them all.",
            _ when advice.Length > 0 => $"{report.Operation} was not finished for all items, or left conflicts.",
            _ => $"{report.Operation} failed with 0x{report.NativeCode:X8}. The report holds what was done before.",
        };
        return advice.Length == 0 ? what : $"{what} {advice}";
    }

    /// <summary>What is in conflict or was not finished, and what to do; empty if nothing is.</summary>
    public static string Advice(OperationReport report)
    {
        var conflicts = report.With(OutcomeStatus.Conflict).ToList();
        var cancelled = report.With(OutcomeStatus.Cancelled).ToList();
        return string.Join(" ", new[]
        {
            conflicts.Count == 0
                ? null
                : $"In conflict: {Names(conflicts)}. Nothing was overwritten: decide which side to keep, then synchronise again.",
            cancelled.Count == 0 ? null : $"Not finished: {Names(cancelled)}. Repeat the operation for what was not finished.",
        }.Where(sentence => sentence is not null));
    }

    /// <summary>What a report without outcomes says.</summary>
    public static string OfNothing(int code) => code switch
    {
        0 => "nothing to do",
        ReportCompletion.CancelledCode => "cancelled before there was anything to tell of",
        _ => $"failed with 0x{code:X8}",
    };

    private static string Reason(ItemOutcome outcome) => outcome.Message ?? $"0x{outcome.NativeCode:X8}";

    private static string Names(List<ItemOutcome> outcomes) =>
        outcomes.Count == 1 ? $"{outcomes[0].Path}" : $"{outcomes[0].Path} and {outcomes.Count - 1} more";
}
