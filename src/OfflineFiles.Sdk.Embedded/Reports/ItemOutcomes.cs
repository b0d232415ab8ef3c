namespace OfflineFiles.Sdk.Embedded.Reports;

/// <summary>The outcomes that operations have in common.</summary>
internal static class ItemOutcomes
{
    public static ItemOutcome Done(UncPath path, long bytes = 0) => new() { Path = path, Status = OutcomeStatus.Done, Bytes = bytes };

    public static ItemOutcome Unchanged(UncPath path) => new() { Path = path, Status = OutcomeStatus.Unchanged };

    public static ItemOutcome Skipped(UncPath path, string message) => new() { Path = path, Status = OutcomeStatus.Skipped, Message = message };

    public static ItemOutcome Cancelled(UncPath path, string message) =>
        new() { Path = path, Status = OutcomeStatus.Cancelled, Message = message, NativeCode = FailureTranslator.Cancelled };

    public static ItemOutcome Failed(Exception exception, OfflineFilesOperation operation, UncPath path)
    {
        var error = FailureTranslator.Translate(exception, operation.ToString(), path);
        return new ItemOutcome
        {
            Path = path,
            Status = OutcomeStatus.Failed,
            Message = error.Message,
            Error = error,
            NativeCode = FailureTranslator.CodeOf(error),
        };
    }

    public static ItemNotFoundException NotInCache(UncPath path) =>
        new(path, $"'{path}' was asked for, but it is not in the cache. Pin it first, or check the path.");

    public static ItemNotFoundException NotOnShare(UncPath path) =>
        new(path, $"'{path}' was asked for, but the share does not hold it. Check the path.");
}
