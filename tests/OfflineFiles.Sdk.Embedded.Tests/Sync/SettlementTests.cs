using OfflineFiles.Sdk.Embedded.Sync.Decide;
using static OfflineFiles.Sdk.SyncState;

namespace OfflineFiles.Sdk.Embedded.Tests.Sync;

/// <summary>What the record of a conflict makes of a later one, for every state that can be on record.</summary>
[TestFixture]
internal sealed class SettlementTests
{
    private const SyncDecisionOptions Both = SyncDecisionOptions.SyncIn | SyncDecisionOptions.SyncOut;

    private static readonly BaselineNode WasFile = new(NodeKind.File);
    private static readonly LocalNode CleanHere = new(NodeKind.File);
    private static readonly LocalNode EditedHere = new(NodeKind.File, LocalChanges.Data);
    private static readonly LocalNode DeletedHere = new(NodeKind.Absent, LocalChanges.Deleted);
    private static readonly RemoteNode SameThere = new(NodeKind.File);
    private static readonly RemoteNode EditedThere = new(NodeKind.File, Changed: true, Sameness: Sameness.Different);
    private static readonly RemoteNode GoneThere = new(NodeKind.Absent);

    private static readonly SyncState[] GoneHereThen =
    [
        DeletedOnClientFileOnServer, DeletedOnClientDirOnServer, DeletedOnClientFileChangedOnServer, DeletedOnClientDirChangedOnServer,
        FileReplacedAndDeletedOnClientFileOnServer, FileReplacedAndDeletedOnClientFileChangedOnServer,
    ];

    private static readonly SyncState[] GoneThereThen =
    [
        FileCreatedOnClientDeletedOnServer, FileChangedOnClientDeletedOnServer, DirCreatedOnClientDeletedOnServer, DirChangedOnClientDeletedOnServer,
    ];

    [Test]
    public void Who_takes_his_version_away_here_leaves_the_one_on_the_share([Values] SyncState recorded)
    {
        var decision = Decide(DeletedHere, EditedThere, recorded);
        Assert.That(
            (decision.State, decision.Action, decision.SettlesRecord),
            Is.EqualTo(GoneHereThen.Contains(recorded)
                ? (DeletedOnClientFileChangedOnServer, SyncAction.Conflict, false)
                : (NoClientCopyFileChangedOnServer, SyncAction.ReplaceClient, true)));
    }

    [Test]
    public void Who_takes_his_version_away_on_the_share_leaves_the_one_here([Values] SyncState recorded)
    {
        var decision = Decide(EditedHere, GoneThere, recorded);
        Assert.That(
            (decision.State, decision.Action, decision.SettlesRecord),
            Is.EqualTo(GoneThereThen.Contains(recorded)
                ? (FileChangedOnClientDeletedOnServer, SyncAction.Conflict, false)
                : (FileChangedOnClientDeletedOnServer, SyncAction.Out, true)));
    }

    [Test]
    public void While_both_sides_hold_a_version_it_is_still_a_conflict([Values] SyncState recorded) =>
        Assert.That(Decide(EditedHere, EditedThere, recorded), Is.EqualTo(Decide(EditedHere, EditedThere, null)));

    [Test]
    public void Without_a_record_nothing_is_settled()
    {
        Assert.That(Decide(DeletedHere, EditedThere, null).Action, Is.EqualTo(SyncAction.Conflict));
        Assert.That(Decide(EditedHere, GoneThere, null).Action, Is.EqualTo(SyncAction.Conflict));
    }

    [Test]
    public void What_is_no_conflict_any_more_needs_no_record([Values] SyncState recorded)
    {
        Assert.That(Decide(DeletedHere, SameThere, recorded), Is.EqualTo(Decide(DeletedHere, SameThere, null)));
        Assert.That(Decide(DeletedHere, GoneThere, recorded), Is.EqualTo(Decide(DeletedHere, GoneThere, null)));
        Assert.That(Decide(CleanHere, GoneThere, recorded), Is.EqualTo(Decide(CleanHere, GoneThere, null)));
    }

    [Test]
    public void Flags_hold_back_what_settles_a_conflict_like_anything_else()
    {
        var here = Decide(EditedHere, GoneThere, FileChangedOnClientChangedOnServer, SyncDecisionOptions.SyncIn);
        var there = Decide(DeletedHere, EditedThere, FileChangedOnClientChangedOnServer, SyncDecisionOptions.SyncOut);
        Assert.That((here.Action, here.Withheld, here.SettlesRecord), Is.EqualTo((SyncAction.None, SyncAction.Out, true)));
        Assert.That((there.Action, there.Withheld, there.SettlesRecord), Is.EqualTo((SyncAction.None, SyncAction.ReplaceClient, true)));
    }

    private static SyncDecision Decide(
        in LocalNode local, in RemoteNode remote, SyncState? recorded, SyncDecisionOptions options = Both) =>
        Settlement.Apply(SyncPlanner.Decide(WasFile, local, remote, options), recorded, WasFile, local, remote, options);
}
