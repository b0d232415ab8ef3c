using static OfflineFiles.Sdk.SyncState;

namespace OfflineFiles.Sdk.Embedded.Sync.Decide;

/// <summary>The item the baseline knew was deleted here; perhaps it had been replaced by a file before.</summary>
internal static class DeletedTable
{
    public static SyncDecision Decide(in BaselineNode baseline, in LocalNode local, in RemoteNode remote)
    {
        var wasReplaced = local.Changes.HasAny(LocalChanges.Replaced);
        return (baseline.Kind, remote.Kind) switch
        {
            (_, NodeKind.Absent) => new(Stable, SyncAction.AdoptBaseline),
            (NodeKind.File, NodeKind.File) => File(wasReplaced, remote.Changed),
            (_, NodeKind.File) => File(wasReplaced, hasChanged: true),
            (NodeKind.Directory, _) => Directory(remote.Changed || remote.ChangedBelow),
            // The file that was deleted is gone on both sides; the directory in its place was never the user's to delete.
            (_, _) when wasReplaced => new(
                remote.Sighting == Sighting.SeenChanged
                    ? FileReplacedAndDeletedOnClientDirChangedOnServer
                    : FileReplacedAndDeletedOnClientDirOnServer,
                SyncAction.DropDeletion),
            (_, _) => Directory(hasChanged: true),
        };
    }

    private static SyncDecision File(bool wasReplaced, bool hasChanged) => (wasReplaced, hasChanged) switch
    {
        (false, false) => new(DeletedOnClientFileOnServer, SyncAction.DeleteServer),
        (false, true) => Conflict(DeletedOnClientFileChangedOnServer),
        (true, false) => new(FileReplacedAndDeletedOnClientFileOnServer, SyncAction.DeleteServer),
        (true, true) => Conflict(FileReplacedAndDeletedOnClientFileChangedOnServer),
    };

    private static SyncDecision Directory(bool hasChanged) =>
        hasChanged ? Conflict(DeletedOnClientDirChangedOnServer) : new(DeletedOnClientDirOnServer, SyncAction.DeleteServer);

    private static SyncDecision Conflict(SyncState state) => new(state, SyncAction.Conflict, Resolutions: SyncResolutions.OneSide);
}

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
