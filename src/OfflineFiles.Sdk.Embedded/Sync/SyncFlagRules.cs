namespace OfflineFiles.Sdk.Embedded.Sync;

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
        SyncAction.None or SyncAction.AdoptBaseline or SyncAction.Merge or SyncAction.Prune or SyncAction.DropDeletion or SyncAction.Conflict => true,
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Action, "No flag rule is written for this action."),
    };

    private static bool IsNewFile(SyncState state) =>
        state is SyncState.FileOnClientNoServerCopy or SyncState.FileCreatedOnClientNoServerCopy;
}
