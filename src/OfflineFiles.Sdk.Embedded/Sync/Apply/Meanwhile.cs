using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>The item is not the one here that was decided about: somebody changed it in between.</summary>
internal sealed class ChangedHereException() : OfflineFilesException(
    "It was changed here while it was synchronised. The next synchronisation takes it.");

/// <summary>Tells what only came in between from what went wrong: nothing failed, and the next synchronisation takes it.</summary>
internal static class Meanwhile
{
    public static ItemOutcome OutcomeOf(UncPath path, Exception exception) => WhyOf(exception) is { } reason
        ? ItemOutcomes.Skipped(path, reason)
        : ItemOutcomes.Failed(exception, OfflineFilesOperation.Synchronize, path);

    /// <summary>What came in between, as a whole text; null if something went wrong.</summary>
    public static string? WhyOf(Exception exception) => exception switch
    {
        ChangedHereException here => here.Message,
        UnsettledFileException => "It is still being written on the share. The next synchronisation takes it.",
        ShareConflictException => "It changed on the share while it was synchronised. The next synchronisation takes it.",
        DurableIoException { Fault: DurableIoFault.NotFound or DurableIoFault.NotADirectory } =>
            "It, or the directory that holds it, went away on the share while it was synchronised. The next synchronisation takes it.",
        DurableIoException { Fault: DurableIoFault.InUse } =>
            "It is in use on the share, or kept changing while it was synchronised. The next synchronisation takes it.",
        _ => null,
    };
}
