namespace OfflineFiles.Sdk.Embedded.Sync;

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
