using static OfflineFiles.Sdk.SyncState;

namespace OfflineFiles.Sdk.Embedded.Sync;

/// <summary>A file is cached. What it is against the baseline comes first, what stands on the server second.</summary>
internal static class FileTable
{
    private enum Standing
    {
        Clean,

        /// <summary>Clean, and its data is not here.</summary>
        Sparse,

        /// <summary>Only attributes or times.</summary>
        MetadataChanged,
        Changed,

        /// <summary>New, or put in the place of what the baseline knew.</summary>
        Created,
    }

    public static SyncDecision Decide(in BaselineNode baseline, in LocalNode local, in RemoteNode remote)
    {
        var standing = StandingOf(baseline, local);
        return remote.Kind switch
        {
            NodeKind.Absent => AgainstNothing(baseline, standing),
            NodeKind.Directory => AgainstDirectory(baseline, standing, remote),
            _ => AgainstFile(baseline, standing, remote),
        };
    }

    private static Standing StandingOf(in BaselineNode baseline, in LocalNode local)
    {
        if (local.Changes.HasAny(LocalChanges.Created | LocalChanges.Replaced) || baseline.Kind == NodeKind.Directory) return Standing.Created;
        if (local.Changes.HasAny(LocalChanges.Data)) return Standing.Changed;
        if (local.Changes.HasAny(LocalChangesExtensions.Metadata)) return Standing.MetadataChanged;
        return local.Sparse ? Standing.Sparse : Standing.Clean;
    }

    private static SyncDecision AgainstNothing(in BaselineNode baseline, Standing standing) => (baseline.Kind, standing) switch
    {
        (NodeKind.Absent, Standing.Created) => new(FileCreatedOnClientNoServerCopy, SyncAction.Out),
        (NodeKind.Absent, _) => new(FileOnClientNoServerCopy, SyncAction.Out),
        (_, Standing.Created) => Conflict(FileCreatedOnClientDeletedOnServer, SyncResolutions.OneSide),
        (_, Standing.Changed or Standing.MetadataChanged) => Conflict(FileChangedOnClientDeletedOnServer, SyncResolutions.OneSide),
        (_, Standing.Sparse) => new(FileSparseOnClientDeletedOnServer, SyncAction.DeleteClient),
        (_, Standing.Clean) => new(FileDeletedOnServer, SyncAction.DeleteClient),
        _ => throw Unreachable(standing),
    };

    private static SyncDecision AgainstDirectory(in BaselineNode baseline, Standing standing, in RemoteNode remote)
    {
        var changedSinceSeen = remote.Sighting == Sighting.SeenChanged;
        return standing switch
        {
            Standing.Created => Conflict(baseline.Kind == NodeKind.Directory && (remote.Changed || remote.ChangedBelow)
                ? FileCreatedOnClientDirChangedOnServer
                : FileCreatedOnClientDirOnServer),
            Standing.Changed or Standing.MetadataChanged =>
                Conflict(changedSinceSeen ? FileChangedOnClientDirChangedOnServer : FileChangedOnClientDirOnServer),
            Standing.Sparse => new(
                changedSinceSeen ? FileSparseOnClientDirChangedOnServer : FileSparseOnClientDirOnServer, SyncAction.ReplaceClient),
            Standing.Clean => Conflict(FileOnClientDirOnServer),
            _ => throw Unreachable(standing),
        };
    }

    private static SyncDecision AgainstFile(in BaselineNode baseline, Standing standing, in RemoteNode remote)
    {
        // Equal is stable, whatever the baseline was: no false conflict, no copy of what is there already.
        if (standing != Standing.Sparse && remote.Sameness == Sameness.Same) return new(Stable, SyncAction.AdoptBaseline);
        var hasEqualBytes = standing != Standing.Sparse && remote.Sameness == Sameness.SameBytes;
        var hasChanged = baseline.Kind != NodeKind.File || remote.Changed;
        return (standing, hasChanged) switch
        {
            (Standing.Sparse, false) => new(FileSparseOnClient, SyncAction.Fill),
            (Standing.Sparse, true) => new(FileSparseOnClientChangedOnServer, SyncAction.In),
            (Standing.Clean, false) => new(Stable, SyncAction.None),
            (Standing.Clean, true) when baseline.Kind == NodeKind.File =>
                new(FileChangedOnServer, hasEqualBytes ? SyncAction.InMetadata : SyncAction.In),
            (Standing.MetadataChanged, false) => new(FileChangedOnClient, SyncAction.OutMetadata),
            (Standing.Changed or Standing.Created, false) =>
                new(FileChangedOnClient, hasEqualBytes ? SyncAction.OutMetadata : SyncAction.Out),
            (_, true) when hasEqualBytes => new(BothSides(baseline, standing), SyncAction.Merge),
            (_, true) => Conflict(BothSides(baseline, standing)) with { NeedsComparison = remote.Sameness == Sameness.Unknown },
            _ => throw Unreachable(standing),
        };
    }

    /// <summary>The number for two files that both differ from the baseline.</summary>
    private static SyncState BothSides(in BaselineNode baseline, Standing standing) => (baseline.Kind, standing) switch
    {
        (NodeKind.File, Standing.Created) => FileCreatedOnClientFileChangedOnServer,
        (NodeKind.File, _) => FileChangedOnClientChangedOnServer,
        _ => FileCreatedOnClientFileOnServer,
    };

    private static SyncDecision Conflict(SyncState state, SyncResolutions resolutions = SyncResolutions.All) =>
        new(state, SyncAction.Conflict, Resolutions: resolutions);

    private static ArgumentOutOfRangeException Unreachable(Standing standing) =>
        new(nameof(standing), standing, "No row is written for this standing.");
}
