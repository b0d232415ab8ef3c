namespace OfflineFiles.Sdk.Embedded.Sync.Decide;

/// <summary>Decides what to do about one item from what was last equal and what both sides are now. Pure: no I/O, no clock, no history.</summary>
/// <remarks>Each table answers as if every direction were allowed; what the flags forbid is held back at the end, in one place.</remarks>
internal static class SyncPlanner
{
    public static SyncDecision Decide(in BaselineNode baseline, in LocalNode local, in RemoteNode remote, SyncDecisionOptions options)
    {
        var decision = local.Kind switch
        {
            NodeKind.File when !HoldsNothing(baseline, local) => FileTable.Decide(baseline, local, remote),
            NodeKind.Directory => DirectoryTable.Decide(baseline, local, remote),
            NodeKind.Absent when IsDeletion(baseline, local) => DeletedTable.Decide(baseline, local, remote),
            _ => NoCopyTable.Decide(baseline, local, remote, options),
        };
        return SyncFlagRules.Apply(decision, options);
    }

    // A stub that no baseline vouches for has no bytes to save and none to offer: it counts as no copy at all.
    private static bool HoldsNothing(in BaselineNode baseline, in LocalNode local) =>
        baseline.Kind == NodeKind.Absent && local.Sparse && !local.Changes.HasAny(LocalChanges.Data | LocalChanges.Created | LocalChanges.Replaced);

    // Without a baseline nothing is ever deleted: a lost record must not turn into a lost file.
    private static bool IsDeletion(in BaselineNode baseline, in LocalNode local) =>
        baseline.Kind != NodeKind.Absent && local.Changes.HasAny(LocalChanges.Deleted);
}

/// <summary>The flags of a synchronisation that a single decision depends on.</summary>
[Flags]
internal enum SyncDecisionOptions
{
    None = 0,

    /// <summary>Fetch data that is missing locally.</summary>
    FillSparse = 0x1,

    /// <summary>Bring the share's changes in; implies <see cref="FillSparse"/>.</summary>
    SyncIn = 0x2,
    SyncOut = 0x4,

    /// <summary>Items that are new on the share under a pin are pinned and fetched.</summary>
    PinNewFiles = 0x8,

    /// <summary>Files that exist only locally stay local.</summary>
    NoNewFilesOut = 0x20000,
}

/// <summary>Holds back what the flags of the synchronisation forbid. A conflict is never held back: it is found and logged whatever the flags.</summary>
internal static class SyncFlagRules
{
    public static SyncDecision Apply(in SyncDecision decision, SyncDecisionOptions options) =>
        IsAllowed(decision, options)
            ? decision
            : decision with { Action = SyncAction.None, Withheld = decision.Action };

    private static bool IsAllowed(in SyncDecision decision, SyncDecisionOptions options) => decision.Action switch
    {
        SyncAction.In or SyncAction.InMetadata or SyncAction.Ghost or SyncAction.DeleteClient or SyncAction.ReplaceClient =>
            options.HasFlag(SyncDecisionOptions.SyncIn),
        SyncAction.Fill => (options & (SyncDecisionOptions.FillSparse | SyncDecisionOptions.SyncIn)) != 0,
        SyncAction.Out => options.HasFlag(SyncDecisionOptions.SyncOut) && !(IsNewFile(decision.State) && options.HasFlag(SyncDecisionOptions.NoNewFilesOut)),
        SyncAction.OutMetadata or SyncAction.DeleteServer => options.HasFlag(SyncDecisionOptions.SyncOut),
        // Equal sides, conflicts, and decisions that only hand over to the children.
        _ => true,
    };

    private static bool IsNewFile(SyncState state) =>
        state is SyncState.FileOnClientNoServerCopy or SyncState.FileCreatedOnClientNoServerCopy;
}
