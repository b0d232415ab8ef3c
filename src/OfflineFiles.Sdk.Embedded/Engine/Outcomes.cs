namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>The outcomes that operations have in common.</summary>
internal static class Outcomes
{
    public static ItemOutcome Done(UncPath path, long bytes = 0) => new() { Path = path, Status = OutcomeStatus.Done, Bytes = bytes };

    public static ItemOutcome Unchanged(UncPath path) => new() { Path = path, Status = OutcomeStatus.Unchanged };

    public static ItemOutcome Skipped(UncPath path, string message) => new() { Path = path, Status = OutcomeStatus.Skipped, Message = message };

    public static ItemNotFoundException NotInCache(UncPath path) =>
        new(path, $"'{path}' was asked for, but it is not in the cache. Pin it first, or check the path.");

    public static ItemNotFoundException NotOnShare(UncPath path) =>
        new(path, $"'{path}' was asked for, but the share does not hold it. Check the path.");
}
