using static OfflineFiles.Sdk.SyncState;

namespace OfflineFiles.Sdk.Embedded.Sync.Decide;

/// <summary>A directory is cached. Only its own existence and attributes are decided here: times never conflict, children speak for themselves.</summary>
internal static class DirectoryTable
{
    public static SyncDecision Decide(in BaselineNode baseline, in LocalNode local, in RemoteNode remote)
    {
        var isCreated = local.Changes.HasAny(LocalChanges.Created | LocalChanges.Replaced) || baseline.Kind == NodeKind.File;
        var isChanged = local.Changes.HasAny(LocalChanges.Attributes);
        return remote.Kind switch
        {
            NodeKind.Absent => AgainstNothing(baseline, isCreated, isChanged || local.Changes.HasAny(LocalChanges.Below)),
            NodeKind.File => Conflict(AgainstFile(baseline, isCreated, isChanged, remote), SyncResolutions.All),
            _ => AgainstDirectory(baseline, local, isCreated, isChanged, remote),
        };
    }

    private static SyncDecision AgainstNothing(in BaselineNode baseline, bool isCreated, bool isChanged) => baseline.Kind switch
    {
        NodeKind.Absent => new(isCreated ? DirCreatedOnClientNoServerCopy : DirOnClientNoServerCopy, SyncAction.Out),
        NodeKind.File => Conflict(DirCreatedOnClientDeletedOnServer, SyncResolutions.OneSide),
        _ when isCreated || isChanged => new(DirChangedOnClientDeletedOnServer, SyncAction.Prune, Resolutions: SyncResolutions.OneSide),
        _ => new(DirDeletedOnServer, SyncAction.DeleteClient),
    };

    private static SyncState AgainstFile(in BaselineNode baseline, bool isCreated, bool isChanged, in RemoteNode remote)
    {
        if (isCreated)
            return baseline.Kind == NodeKind.File && remote.Changed ? DirCreatedOnClientFileChangedOnServer : DirCreatedOnClientFileOnServer;
        var isKnown = remote.Sighting == Sighting.SeenUnchanged;
        return isChanged
            ? isKnown ? DirChangedOnClientFileOnServer : DirChangedOnClientFileChangedOnServer
            : isKnown ? DirOnClientFileOnServer : DirOnClientFileChangedOnServer;
    }

    private static SyncDecision AgainstDirectory(
        in BaselineNode baseline, in LocalNode local, bool isCreated, bool isChanged, in RemoteNode remote)
    {
        var hasBaseline = baseline.Kind == NodeKind.Directory;
        var hasChanged = hasBaseline ? remote.Changed : remote.Sighting == Sighting.SeenChanged;
        if (isCreated) return new(hasChanged ? DirCreatedOnClientDirChangedOnServer : DirCreatedOnClientDirOnServer, SyncAction.Merge);
        if (!hasBaseline && remote.Sameness != Sameness.Same) return new(DirChangedOnClientChangedOnServer, SyncAction.Merge);
        return (isChanged, hasChanged) switch
        {
            (true, true) => new(DirChangedOnClientChangedOnServer, SyncAction.Merge),
            (true, false) => new(DirChangedOnClient, SyncAction.OutMetadata),
            (false, true) => new(DirChangedOnServer, SyncAction.InMetadata),
            (false, false) when local.Sparse => new(DirSparseOnClient, SyncAction.Fill),
            (false, false) => new(Stable, hasBaseline ? SyncAction.None : SyncAction.AdoptBaseline),
        };
    }

    private static SyncDecision Conflict(SyncState state, SyncResolutions resolutions) => new(state, SyncAction.Conflict, Resolutions: resolutions);
}
