using OfflineFiles.Sdk.Embedded.Sync.Decide;
using static OfflineFiles.Sdk.SyncState;

namespace OfflineFiles.Sdk.Embedded.Tests.Sync;

/// <summary>The documented states, each with the condition that leads to it: baseline, client, server, then what is done.</summary>
[TestFixture]
internal sealed class SyncPlannerTests
{
    private const SyncDecisionOptions Both = SyncDecisionOptions.SyncIn | SyncDecisionOptions.SyncOut;

    private static readonly BaselineNode NoBaseline = new(NodeKind.Absent);
    private static readonly BaselineNode WasFile = new(NodeKind.File);
    private static readonly BaselineNode WasDir = new(NodeKind.Directory);

    private static readonly LocalNode NoCopy = new(NodeKind.Absent);
    private static readonly LocalNode Deleted = new(NodeKind.Absent, LocalChanges.Deleted);
    private static readonly LocalNode ReplacedThenDeleted = new(NodeKind.Absent, LocalChanges.Replaced | LocalChanges.Deleted);
    private static readonly LocalNode CleanFile = new(NodeKind.File);
    private static readonly LocalNode SparseFile = new(NodeKind.File, Sparse: true);
    private static readonly LocalNode ChangedFile = new(NodeKind.File, LocalChanges.Data);
    private static readonly LocalNode TouchedFile = new(NodeKind.File, LocalChanges.Time);
    private static readonly LocalNode CreatedFile = new(NodeKind.File, LocalChanges.Created);
    private static readonly LocalNode ReplacingFile = new(NodeKind.File, LocalChanges.Replaced);
    private static readonly LocalNode CleanDir = new(NodeKind.Directory);
    private static readonly LocalNode SparseDir = new(NodeKind.Directory, Sparse: true);
    private static readonly LocalNode ChangedDir = new(NodeKind.Directory, LocalChanges.Attributes);
    private static readonly LocalNode DirtyBelow = new(NodeKind.Directory, LocalChanges.Below);
    private static readonly LocalNode CreatedDir = new(NodeKind.Directory, LocalChanges.Created);
    private static readonly LocalNode ReplacingDir = new(NodeKind.Directory, LocalChanges.Replaced);

    private static readonly RemoteNode Gone = new(NodeKind.Absent);
    private static readonly RemoteNode SameFile = new(NodeKind.File);
    private static readonly RemoteNode OtherFile = new(NodeKind.File, Changed: true, Sameness: Sameness.Different);
    private static readonly RemoteNode UncomparedFile = new(NodeKind.File, Changed: true);
    private static readonly RemoteNode EqualFile = new(NodeKind.File, Changed: true, Sameness: Sameness.Same);
    private static readonly RemoteNode FileOfEqualBytes = new(NodeKind.File, Changed: true, Sameness: Sameness.SameBytes);
    private static readonly RemoteNode FileSeenBefore = new(NodeKind.File, Sighting: Sighting.SeenUnchanged);
    private static readonly RemoteNode SameDir = new(NodeKind.Directory);
    private static readonly RemoteNode OtherDir = new(NodeKind.Directory, Changed: true);
    private static readonly RemoteNode DirChangedBelow = new(NodeKind.Directory, ChangedBelow: true);
    private static readonly RemoteNode DirChangedSinceSeen = new(NodeKind.Directory, Sighting: Sighting.SeenChanged);
    private static readonly RemoteNode EqualDir = new(NodeKind.Directory, Sameness: Sameness.Same);

    private static readonly object[][] Rows =
    [
        [WasFile, CleanFile, SameFile, Stable, SyncAction.None],
        [WasFile, ChangedFile, EqualFile, Stable, SyncAction.AdoptBaseline],
        [NoBaseline, CleanFile, EqualFile, Stable, SyncAction.AdoptBaseline],
        [WasFile, Deleted, Gone, Stable, SyncAction.AdoptBaseline],
        [WasFile, NoCopy, Gone, Stable, SyncAction.AdoptBaseline],
        [WasDir, CleanDir, SameDir, Stable, SyncAction.None],
        [NoBaseline, CleanDir, EqualDir, Stable, SyncAction.AdoptBaseline],
        [WasFile, CleanFile, SameDir, FileOnClientDirOnServer, SyncAction.Conflict],
        [NoBaseline, CleanFile, Gone, FileOnClientNoServerCopy, SyncAction.Out],
        [WasDir, CleanDir, FileSeenBefore, DirOnClientFileOnServer, SyncAction.Conflict],
        [WasDir, CleanDir, OtherFile, DirOnClientFileChangedOnServer, SyncAction.Conflict],
        [WasDir, DirtyBelow, OtherFile, DirOnClientFileChangedOnServer, SyncAction.Conflict],
        [NoBaseline, CleanDir, Gone, DirOnClientNoServerCopy, SyncAction.Out],
        [NoBaseline, CreatedFile, Gone, FileCreatedOnClientNoServerCopy, SyncAction.Out],
        [WasFile, ReplacingFile, OtherFile, FileCreatedOnClientFileChangedOnServer, SyncAction.Conflict],
        [WasDir, ReplacingFile, DirChangedBelow, FileCreatedOnClientDirChangedOnServer, SyncAction.Conflict],
        [NoBaseline, CreatedFile, OtherFile, FileCreatedOnClientFileOnServer, SyncAction.Conflict],
        [NoBaseline, CleanFile, OtherFile, FileCreatedOnClientFileOnServer, SyncAction.Conflict],
        [NoBaseline, CreatedFile, FileOfEqualBytes, FileCreatedOnClientFileOnServer, SyncAction.Merge],
        [NoBaseline, CreatedFile, SameDir, FileCreatedOnClientDirOnServer, SyncAction.Conflict],
        [WasDir, ReplacingFile, SameDir, FileCreatedOnClientDirOnServer, SyncAction.Conflict],
        [WasFile, ReplacingFile, Gone, FileCreatedOnClientDeletedOnServer, SyncAction.Conflict],
        [WasDir, ReplacingFile, Gone, FileCreatedOnClientDeletedOnServer, SyncAction.Conflict],
        [WasFile, ChangedFile, OtherFile, FileChangedOnClientChangedOnServer, SyncAction.Conflict],
        [WasFile, ChangedFile, UncomparedFile, FileChangedOnClientChangedOnServer, SyncAction.Conflict],
        [WasFile, TouchedFile, FileOfEqualBytes, FileChangedOnClientChangedOnServer, SyncAction.Merge],
        [WasFile, ChangedFile, SameDir, FileChangedOnClientDirOnServer, SyncAction.Conflict],
        [WasFile, ChangedFile, DirChangedSinceSeen, FileChangedOnClientDirChangedOnServer, SyncAction.Conflict],
        [WasFile, ChangedFile, Gone, FileChangedOnClientDeletedOnServer, SyncAction.Conflict],
        [WasFile, SparseFile, OtherFile, FileSparseOnClientChangedOnServer, SyncAction.In],
        [WasFile, SparseFile, Gone, FileSparseOnClientDeletedOnServer, SyncAction.DeleteClient],
        [WasFile, SparseFile, SameDir, FileSparseOnClientDirOnServer, SyncAction.ReplaceClient],
        [WasFile, SparseFile, DirChangedSinceSeen, FileSparseOnClientDirChangedOnServer, SyncAction.ReplaceClient],
        [NoBaseline, CreatedDir, Gone, DirCreatedOnClientNoServerCopy, SyncAction.Out],
        [NoBaseline, CreatedDir, SameDir, DirCreatedOnClientDirOnServer, SyncAction.Merge],
        [NoBaseline, CreatedDir, OtherFile, DirCreatedOnClientFileOnServer, SyncAction.Conflict],
        [WasFile, ReplacingDir, SameFile, DirCreatedOnClientFileOnServer, SyncAction.Conflict],
        [WasFile, ReplacingDir, OtherFile, DirCreatedOnClientFileChangedOnServer, SyncAction.Conflict],
        [WasDir, ReplacingDir, OtherDir, DirCreatedOnClientDirChangedOnServer, SyncAction.Merge],
        [WasFile, ReplacingDir, Gone, DirCreatedOnClientDeletedOnServer, SyncAction.Conflict],
        [WasDir, ChangedDir, FileSeenBefore, DirChangedOnClientFileOnServer, SyncAction.Conflict],
        [WasDir, ChangedDir, OtherFile, DirChangedOnClientFileChangedOnServer, SyncAction.Conflict],
        [WasDir, ChangedDir, OtherDir, DirChangedOnClientChangedOnServer, SyncAction.Merge],
        [WasDir, ChangedDir, Gone, DirChangedOnClientDeletedOnServer, SyncAction.Prune],
        [WasDir, DirtyBelow, Gone, DirChangedOnClientDeletedOnServer, SyncAction.Prune],
        [NoBaseline, NoCopy, SameFile, NoClientCopyFileOnServer, SyncAction.Ghost],
        [NoBaseline, SparseFile, SameFile, NoClientCopyFileOnServer, SyncAction.Ghost],
        [NoBaseline, Deleted, SameFile, NoClientCopyFileOnServer, SyncAction.Ghost],
        [NoBaseline, NoCopy, SameDir, NoClientCopyDirOnServer, SyncAction.Ghost],
        [WasFile, NoCopy, OtherFile, NoClientCopyFileChangedOnServer, SyncAction.Ghost],
        [WasFile, NoCopy with { Pinned = true }, OtherFile, NoClientCopyFileChangedOnServer, SyncAction.In],
        [WasDir, NoCopy, OtherDir, NoClientCopyDirChangedOnServer, SyncAction.Ghost],
        [WasFile, Deleted, SameFile, DeletedOnClientFileOnServer, SyncAction.DeleteServer],
        [WasDir, Deleted, SameDir, DeletedOnClientDirOnServer, SyncAction.DeleteServer],
        [WasFile, Deleted, OtherFile, DeletedOnClientFileChangedOnServer, SyncAction.Conflict],
        [WasDir, Deleted, DirChangedBelow, DeletedOnClientDirChangedOnServer, SyncAction.Conflict],
        [WasFile, Deleted, SameDir, DeletedOnClientDirChangedOnServer, SyncAction.Conflict],
        [WasFile, SparseFile, SameFile, FileSparseOnClient, SyncAction.Fill],
        [WasFile, ChangedFile, SameFile, FileChangedOnClient, SyncAction.Out],
        [WasFile, ReplacingFile, SameFile, FileChangedOnClient, SyncAction.Out],
        [WasFile, TouchedFile, SameFile, FileChangedOnClient, SyncAction.OutMetadata],
        [WasDir, SparseDir, SameDir, DirSparseOnClient, SyncAction.Fill],
        [WasDir, ChangedDir, SameDir, DirChangedOnClient, SyncAction.OutMetadata],
        [WasFile, CleanFile, OtherFile, FileChangedOnServer, SyncAction.In],
        [WasFile, CleanFile, FileOfEqualBytes, FileChangedOnServer, SyncAction.InMetadata],
        [WasFile, TouchedFile, OtherFile, FileChangedOnServer, SyncAction.In],
        [WasFile, CleanFile, Gone, FileDeletedOnServer, SyncAction.DeleteClient],
        [WasFile, TouchedFile, Gone, FileDeletedOnServer, SyncAction.DeleteClient],
        [WasDir, CleanDir, OtherDir, DirChangedOnServer, SyncAction.InMetadata],
        [WasDir, CleanDir, Gone, DirDeletedOnServer, SyncAction.DeleteClient],
        [WasFile, ReplacedThenDeleted, SameFile, FileReplacedAndDeletedOnClientFileOnServer, SyncAction.DeleteServer],
        [WasFile, ReplacedThenDeleted, OtherFile, FileReplacedAndDeletedOnClientFileChangedOnServer, SyncAction.Conflict],
        [WasFile, ReplacedThenDeleted, SameDir, FileReplacedAndDeletedOnClientDirOnServer, SyncAction.DropDeletion],
        [WasFile, ReplacedThenDeleted, DirChangedSinceSeen, FileReplacedAndDeletedOnClientDirChangedOnServer, SyncAction.DropDeletion],
    ];

    /// <summary>Reserved by the documentation for renames, which are told here as a deletion and a creation.</summary>
    private static readonly SyncState[] Reserved = [FileRenamedOnClient, DirRenamedOnClient, FileRenamedOnServer, DirRenamedOnServer];

    private static readonly SyncState[] OffersKeepAll =
    [
        FileOnClientDirOnServer, DirOnClientFileOnServer, DirOnClientFileChangedOnServer, FileCreatedOnClientFileChangedOnServer,
        FileCreatedOnClientDirChangedOnServer, FileCreatedOnClientFileOnServer, FileCreatedOnClientDirOnServer,
        FileChangedOnClientChangedOnServer, FileChangedOnClientDirOnServer, FileChangedOnClientDirChangedOnServer,
        DirCreatedOnClientFileOnServer, DirCreatedOnClientFileChangedOnServer, DirChangedOnClientFileOnServer,
        DirChangedOnClientFileChangedOnServer,
    ];

    [TestCaseSource(nameof(Rows))]
    public void Each_condition_has_its_documented_state_and_its_action(
        object baseline, object local, object remote, object state, object action)
    {
        var decision = SyncPlanner.Decide((BaselineNode)baseline, (LocalNode)local, (RemoteNode)remote, Both);
        Assert.That((decision.State, decision.Action, decision.Withheld), Is.EqualTo(((SyncState)state, (SyncAction)action, SyncAction.None)));
    }

    [Test]
    public void Every_state_that_is_not_reserved_has_a_row() =>
        Assert.That(Rows.Select(row => row[3]).Distinct(), Is.EquivalentTo(Enum.GetValues<SyncState>().Except(Reserved)));

    [TestCaseSource(nameof(Rows))]
    public void Keeping_all_is_offered_for_the_documented_conflicts_only(
        object baseline, object local, object remote, object state, object action)
    {
        var decision = SyncPlanner.Decide((BaselineNode)baseline, (LocalNode)local, (RemoteNode)remote, Both);
        var isOffered = decision.Resolutions.HasFlag(SyncResolutions.KeepAllChanges);
        Assert.That(isOffered, Is.EqualTo((SyncAction)action == SyncAction.Conflict && OffersKeepAll.Contains((SyncState)state)));
    }

    [Test]
    public void Files_changed_on_both_sides_ask_for_a_comparison_before_anything_else()
    {
        Assert.That(SyncPlanner.Decide(WasFile, TouchedFile, UncomparedFile, Both).NeedsComparison, Is.True);
        Assert.That(SyncPlanner.Decide(WasFile, ChangedFile, UncomparedFile, Both).NeedsComparison, Is.True);
        Assert.That(SyncPlanner.Decide(WasFile, ChangedFile, OtherFile, Both).NeedsComparison, Is.False);
    }

    [TestCase(true, true, SyncAction.In)]
    [TestCase(true, false, SyncAction.Ghost)]
    [TestCase(false, true, SyncAction.Ghost)]
    public void A_new_item_on_the_server_comes_in_only_under_a_pin_that_takes_new_files(bool isPinned, bool takesNew, SyncAction action)
    {
        var options = takesNew ? Both | SyncDecisionOptions.PinNewFiles : Both;
        Assert.That(SyncPlanner.Decide(NoBaseline, NoCopy with { Pinned = isPinned }, SameFile, options).Action, Is.EqualTo(action));
    }

    [Test]
    public void Without_out_nothing_leaves_and_the_change_stays_pending()
    {
        var decision = SyncPlanner.Decide(WasFile, ChangedFile, SameFile, SyncDecisionOptions.SyncIn);
        Assert.That((decision.Action, decision.Withheld, decision.IsPending), Is.EqualTo((SyncAction.None, SyncAction.Out, true)));
    }

    [Test]
    public void Filling_needs_no_more_than_its_own_flag() =>
        Assert.That(SyncPlanner.Decide(WasFile, SparseFile, SameFile, SyncDecisionOptions.FillSparse).Action, Is.EqualTo(SyncAction.Fill));

    [Test]
    public void New_files_stay_local_when_none_may_go_out_but_changed_ones_go()
    {
        const SyncDecisionOptions NoNew = Both | SyncDecisionOptions.NoNewFilesOut;
        Assert.That(SyncPlanner.Decide(NoBaseline, CreatedFile, Gone, NoNew).Withheld, Is.EqualTo(SyncAction.Out));
        Assert.That(SyncPlanner.Decide(WasFile, ChangedFile, SameFile, NoNew).Action, Is.EqualTo(SyncAction.Out));
    }

    [Test]
    public void The_numbers_are_the_documented_ones()
    {
        Assert.That(Enum.GetValues<SyncState>().Select(state => (int)state), Is.EqualTo(Enumerable.Range(0, 54)));
        Assert.That((int)FileChangedOnClientChangedOnServer, Is.EqualTo(12));
        Assert.That((int)FileReplacedAndDeletedOnClientDirChangedOnServer, Is.EqualTo(53));
    }
}
