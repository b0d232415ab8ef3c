namespace OfflineFiles.Sdk.Embedded.Engine.Synchronization;

internal static class OutcomeStatusExtensions
{
    /// <summary>Whether the item is such that what is in it can be looked at.</summary>
    public static bool IsSettled(this OutcomeStatus status) => status is OutcomeStatus.Done or OutcomeStatus.Unchanged or OutcomeStatus.Skipped;
}
