namespace OfflineFiles.Sdk.Embedded.Sync;

/// <summary>Decides what to do about one item from what was last equal and what both sides are now. Pure: no I/O, no clock, no history.</summary>
internal static class SyncPlanner
{
    public static SyncDecision Decide(in BaselineNode baseline, in LocalNode local, in RemoteNode remote, SyncDecisionOptions options) =>
        throw new NotImplementedException();
}
