namespace OfflineFiles.Sdk.Embedded.Sync.Decide;

/// <summary>
/// What a recorded conflict makes of a later one. Who takes a version away after the conflict was recorded has settled it: the version of the other side
/// stays, and comes or goes to where it is missing. Nothing that anybody has is lost by it, so that nobody need be asked again.
/// </summary>
/// <remarks>
/// <code>
/// recorded while        now here    now on the share    what stays
/// it was here           gone        a version           the share's
/// the share had it      a version   gone                the one here
/// anything else                                         undecided: still a conflict
/// </code>
/// What is no conflict any more (both sides equal, both gone, one of them again what was last equal) needs no record to be decided.
/// </remarks>
internal static class Settlement
{
    public static SyncDecision Apply(
        SyncDecision decision,
        SyncState? recorded,
        in BaselineNode baseline,
        in LocalNode local,
        in RemoteNode remote,
        SyncDecisionOptions options)
    {
        // Of a conflict one of the sides holds something.
        if (decision.Action != SyncAction.Conflict || recorded is not { } state) return decision;
        if (local.Kind == NodeKind.Absent && WasHere(state))
            return Taken(NoCopyTable.Decide(baseline, new LocalNode(NodeKind.Absent), remote, options).State, SyncAction.ReplaceClient, options);
        return remote.Kind == NodeKind.Absent && WasOnShare(state) ? Taken(decision.State, SyncAction.Out, options) : decision;
    }

    private static SyncDecision Taken(SyncState state, SyncAction action, SyncDecisionOptions options) =>
        SyncFlagRules.Apply(new SyncDecision(state, action, SettlesRecord: true), options);

    private static bool WasHere(SyncState state) => state is not (
        SyncState.DeletedOnClientFileOnServer or SyncState.DeletedOnClientDirOnServer
        or SyncState.DeletedOnClientFileChangedOnServer or SyncState.DeletedOnClientDirChangedOnServer
        or SyncState.FileReplacedAndDeletedOnClientFileOnServer or SyncState.FileReplacedAndDeletedOnClientFileChangedOnServer);

    private static bool WasOnShare(SyncState state) => state is not (
        SyncState.FileCreatedOnClientDeletedOnServer or SyncState.FileChangedOnClientDeletedOnServer
        or SyncState.DirCreatedOnClientDeletedOnServer or SyncState.DirChangedOnClientDeletedOnServer);
}
