using static OfflineFiles.Sdk.SyncState;

namespace OfflineFiles.Sdk.Embedded.Sync;

/// <summary>Nothing is cached, and nothing was deleted here: the item was never cached, was evicted, or is a ghost.</summary>
internal static class NoCopyTable
{
    public static SyncDecision Decide(in BaselineNode baseline, in LocalNode local, in RemoteNode remote, SyncDecisionOptions options)
    {
        if (remote.Kind == NodeKind.Absent) return new(Stable, SyncAction.AdoptBaseline);

        var isNew = baseline.Kind == NodeKind.Absent;
        var hasChanged = !isNew && (baseline.Kind != remote.Kind || remote.Changed);
        var state = (remote.Kind, hasChanged) switch
        {
            (NodeKind.File, false) => NoClientCopyFileOnServer,
            (NodeKind.File, true) => NoClientCopyFileChangedOnServer,
            (_, false) => NoClientCopyDirOnServer,
            (_, true) => NoClientCopyDirChangedOnServer,
        };
        var isWanted = local.Pinned && (!isNew || options.HasFlag(SyncDecisionOptions.PinNewFiles));
        return new(state, isWanted ? SyncAction.In : SyncAction.Ghost);
    }
}
