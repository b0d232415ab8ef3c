using static OfflineFiles.Sdk.SyncState;

namespace OfflineFiles.Sdk.Embedded.Sync.Decide;

/// <summary>A file is cached. What it is against the baseline comes first, what stands on the server second.</summary>
internal static class FileTable
{
    private enum CopyState
    {
        Clean,

        /// <summary>Clean, and its data is not here.</summary>
        Sparse,

        /// <summary>Only attributes or times: no version of its own, so that new bytes or a deletion on the server win over it.</summary>
        MetadataChanged,
        Changed,

        /// <summary>New, or put in the place of what the baseline knew.</summary>
        Created,
    }

    public static SyncDecision Decide(in BaselineNode baseline, in LocalNode local, in RemoteNode remote)
    {
        var copy = CopyStateOf(baseline, local);
        return remote.Kind switch
        {
            NodeKind.Absent => AgainstNothing(baseline, copy),
            NodeKind.Directory => AgainstDirectory(baseline, copy, remote),
            _ => AgainstFile(baseline, copy, remote),
        };
    }

    private static CopyState CopyStateOf(in BaselineNode baseline, in LocalNode local)
    {
        if (local.Changes.HasAny(LocalChanges.Created | LocalChanges.Replaced) || baseline.Kind == NodeKind.Directory) return CopyState.Created;
        if (local.Changes.HasAny(LocalChanges.Data)) return CopyState.Changed;
        if (local.Changes.HasAny(LocalChangesExtensions.Metadata)) return CopyState.MetadataChanged;
        return local.Sparse ? CopyState.Sparse : CopyState.Clean;
    }

    private static SyncDecision AgainstNothing(in BaselineNode baseline, CopyState copy) => (baseline.Kind, copy) switch
    {
        (NodeKind.Absent, CopyState.Created) => new(FileCreatedOnClientNoServerCopy, SyncAction.Out),
        (NodeKind.Absent, _) => new(FileOnClientNoServerCopy, SyncAction.Out),
        (_, CopyState.Created) => Conflict(FileCreatedOnClientDeletedOnServer, SyncResolutions.OneSide),
        (_, CopyState.Changed) => Conflict(FileChangedOnClientDeletedOnServer, SyncResolutions.OneSide),
        (_, CopyState.Sparse) => new(FileSparseOnClientDeletedOnServer, SyncAction.DeleteClient),
        _ => new(FileDeletedOnServer, SyncAction.DeleteClient),
    };

    private static SyncDecision AgainstDirectory(in BaselineNode baseline, CopyState copy, in RemoteNode remote)
    {
        var changedSinceSeen = remote.Sighting == Sighting.SeenChanged;
        return copy switch
        {
            CopyState.Created => Conflict(baseline.Kind == NodeKind.Directory && (remote.Changed || remote.ChangedBelow)
                ? FileCreatedOnClientDirChangedOnServer
                : FileCreatedOnClientDirOnServer),
            CopyState.Changed or CopyState.MetadataChanged =>
                Conflict(changedSinceSeen ? FileChangedOnClientDirChangedOnServer : FileChangedOnClientDirOnServer),
            CopyState.Sparse => new(
                changedSinceSeen ? FileSparseOnClientDirChangedOnServer : FileSparseOnClientDirOnServer, SyncAction.ReplaceClient),
            _ => Conflict(FileOnClientDirOnServer),
        };
    }

    private static SyncDecision AgainstFile(in BaselineNode baseline, CopyState copy, in RemoteNode remote)
    {
        // Equal is stable, whatever the baseline was: no false conflict, no copy of what is there already.
        if (copy != CopyState.Sparse && remote.Sameness == Sameness.Same) return new(Stable, SyncAction.AdoptBaseline);
        var hasEqualBytes = copy != CopyState.Sparse && remote.Sameness == Sameness.SameBytes;
        var hasChanged = baseline.Kind != NodeKind.File || remote.Changed;
        return (copy, hasChanged) switch
        {
            (CopyState.Sparse, false) => new(FileSparseOnClient, SyncAction.Fill),
            (CopyState.Sparse, true) => new(FileSparseOnClientChangedOnServer, SyncAction.In),
            (CopyState.Clean, false) => new(Stable, SyncAction.None),
            (CopyState.MetadataChanged, false) => new(FileChangedOnClient, SyncAction.OutMetadata),
            (_, false) => new(FileChangedOnClient, hasEqualBytes ? SyncAction.OutMetadata : SyncAction.Out),
            (CopyState.Clean, true) when baseline.Kind == NodeKind.File =>
                new(FileChangedOnServer, hasEqualBytes ? SyncAction.InMetadata : SyncAction.In),
            (_, true) when hasEqualBytes => new(BothSides(baseline, copy), SyncAction.Merge),
            (CopyState.MetadataChanged, true) when baseline.Kind == NodeKind.File =>
                new(FileChangedOnServer, SyncAction.In, NeedsComparison: remote.Sameness == Sameness.Unknown),
            (_, true) => Conflict(BothSides(baseline, copy)) with { NeedsComparison = remote.Sameness == Sameness.Unknown },
        };
    }

    /// <summary>The number for two files that both differ from the baseline.</summary>
    private static SyncState BothSides(in BaselineNode baseline, CopyState copy) => (baseline.Kind, copy) switch
    {
        (NodeKind.File, CopyState.Created) => FileCreatedOnClientFileChangedOnServer,
        (NodeKind.File, _) => FileChangedOnClientChangedOnServer,
        _ => FileCreatedOnClientFileOnServer,
    };

    private static SyncDecision Conflict(SyncState state, SyncResolutions resolutions = SyncResolutions.All) =>
        new(state, SyncAction.Conflict, Resolutions: resolutions);
}
