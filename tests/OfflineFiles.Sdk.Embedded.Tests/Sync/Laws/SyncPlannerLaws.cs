using CsCheck;
using OfflineFiles.Sdk.Embedded.Sync.Decide;

namespace OfflineFiles.Sdk.Embedded.Tests.Sync.Laws;

/// <summary>What holds for every combination of baseline, client, server and flags, the nonsensical ones included.</summary>
[TestFixture]
internal sealed class SyncPlannerLaws
{
    private const SyncDecisionOptions Both = SyncDecisionOptions.SyncIn | SyncDecisionOptions.SyncOut;
    private const LocalChanges AnyChange = LocalChanges.Created | LocalChanges.Deleted | LocalChanges.Replaced | LocalChanges.Data
        | LocalChanges.Attributes | LocalChanges.Time | LocalChanges.Below;

    private static readonly Gen<NodeKind> Kinds = OneOf(Enum.GetValues<NodeKind>());

    private static readonly Gen<BaselineNode> Baselines = Kinds.Select(kind => new BaselineNode(kind));

    private static readonly Gen<LocalNode> Locals = Gen.Select(
        Kinds, Gen.Int[0, (int)AnyChange], Gen.Bool, Gen.Bool, (kind, changes, sparse, pinned) => new LocalNode(kind, (LocalChanges)changes, sparse, pinned));

    private static readonly Gen<RemoteNode> Remotes = Gen.Select(
        Kinds,
        Gen.Bool,
        Gen.Bool,
        OneOf(Enum.GetValues<Sighting>()),
        OneOf(Enum.GetValues<Sameness>()),
        (kind, changed, below, sighting, sameness) => new RemoteNode(kind, changed, below, sighting, sameness));

    private static readonly Gen<SyncDecisionOptions> Options = Gen.Select(
        Gen.Int[0, 15], Gen.Bool, (flags, noNew) => (SyncDecisionOptions)flags | (noNew ? SyncDecisionOptions.NoNewFilesOut : 0));

    private static readonly Gen<(BaselineNode B, LocalNode L, RemoteNode R, SyncDecisionOptions O)> All =
        Gen.Select(Baselines, Locals, Remotes, Options);

    [Test]
    public void Every_combination_has_a_decision_and_none_is_a_reserved_state() => All.Sample(
        x => SyncPlanner.Decide(x.B, x.L, x.R, x.O).State
            is not (SyncState.FileRenamedOnClient or SyncState.DirRenamedOnClient or SyncState.FileRenamedOnServer or SyncState.DirRenamedOnServer),
        iter: LawBudget.Of(100_000));

    [Test]
    public void Flags_hold_back_and_change_nothing_else() => All.Sample(
        x =>
        {
            var free = SyncPlanner.Decide(x.B, x.L, x.R, Both | (x.O & SyncDecisionOptions.PinNewFiles));
            var held = SyncPlanner.Decide(x.B, x.L, x.R, x.O);
            return held.State == free.State
                && held.Resolutions == free.Resolutions
                && (held.IsPending ? held.Withheld == free.Action && held.Action == SyncAction.None : held.Action == free.Action);
        },
        iter: LawBudget.Of(100_000));

    [Test]
    public void Without_a_direction_nothing_goes_that_way() => All.Sample(
        x =>
        {
            var action = SyncPlanner.Decide(x.B, x.L, x.R, x.O).Action;
            var goesOut = action is SyncAction.Out or SyncAction.OutMetadata or SyncAction.DeleteServer;
            var comesIn = action is SyncAction.In or SyncAction.InMetadata or SyncAction.DeleteClient or SyncAction.ReplaceClient or SyncAction.Ghost;
            return (!goesOut || x.O.HasFlag(SyncDecisionOptions.SyncOut)) && (!comesIn || x.O.HasFlag(SyncDecisionOptions.SyncIn));
        },
        iter: LawBudget.Of(100_000));

    [Test]
    public void A_conflict_is_found_whatever_the_flags() => All
        .Where(x => SyncPlanner.Decide(x.B, x.L, x.R, Both).Action == SyncAction.Conflict)
        .Sample(x => SyncPlanner.Decide(x.B, x.L, x.R, SyncDecisionOptions.None).Action == SyncAction.Conflict, iter: LawBudget.Of(20_000));

    [Test]
    public void Nothing_is_deleted_without_a_baseline() => All
        .Where(x => x.B.Kind == NodeKind.Absent)
        .Sample(
            x => SyncPlanner.Decide(x.B, x.L, x.R, x.O).Action
                is not (SyncAction.DeleteClient or SyncAction.DeleteServer or SyncAction.ReplaceClient or SyncAction.Prune),
            iter: LawBudget.Of(50_000));

    [Test]
    public void A_change_on_the_clients_side_only_never_conflicts() => Gen.Select(Kinds.Where(k => k != NodeKind.Absent), Locals)
        .Where(x => x.Item2.Kind == x.Item1 || (x.Item2.Kind == NodeKind.Absent && x.Item2.Changes.HasFlag(LocalChanges.Deleted)))
        .Sample(
            x => SyncPlanner.Decide(new BaselineNode(x.Item1), x.Item2, new RemoteNode(x.Item1), Both).Action != SyncAction.Conflict,
            iter: LawBudget.Of(20_000));

    [Test]
    public void A_change_on_the_servers_side_only_never_conflicts() => Gen
        .Select(Kinds.Where(k => k != NodeKind.Absent), Remotes, Gen.Bool)
        .Where(x => x.Item2.Kind == x.Item1 || x.Item2.Kind == NodeKind.Absent)
        .Sample(
            x => SyncPlanner.Decide(new BaselineNode(x.Item1), new LocalNode(x.Item1, Sparse: x.Item3), x.Item2, Both).Action != SyncAction.Conflict,
            iter: LawBudget.Of(20_000));

    [Test]
    public void What_one_side_deleted_and_the_other_left_alone_goes_away() => Kinds.Where(k => k != NodeKind.Absent).Sample(
        kind => SyncPlanner.Decide(new(kind), new(NodeKind.Absent, LocalChanges.Deleted), new(kind), Both).Action == SyncAction.DeleteServer
            && SyncPlanner.Decide(new(kind), new(kind), new(NodeKind.Absent), Both).Action == SyncAction.DeleteClient);

    [Test]
    public void What_is_evicted_is_never_deleted_on_the_server() => All
        .Where(x => x.L.Kind == NodeKind.Absent && !x.L.Changes.HasFlag(LocalChanges.Deleted))
        .Sample(x => SyncPlanner.Decide(x.B, x.L, x.R, x.O).Action is not (SyncAction.DeleteServer or SyncAction.Conflict), iter: LawBudget.Of(20_000));

    [Test]
    public void Files_changed_on_both_sides_conflict_unless_their_bytes_are_equal() => Gen
        .Select(OneOf(LocalChanges.Data, LocalChanges.Replaced, LocalChanges.Data | LocalChanges.Time), OneOf(Enum.GetValues<Sameness>()))
        .Sample(x =>
        {
            var remote = new RemoteNode(NodeKind.File, Changed: true, Sameness: x.Item2);
            var decision = SyncPlanner.Decide(new(NodeKind.File), new(NodeKind.File, x.Item1), remote, Both);
            return (decision.Action == SyncAction.Conflict) == (x.Item2 is Sameness.Different or Sameness.Unknown)
                && decision.NeedsComparison == (x.Item2 == Sameness.Unknown);
        });

    /// <summary>The bytes of a changed file are never given up without a choice.</summary>
    [Test]
    public void Changed_bytes_are_never_overwritten_or_deleted_without_a_choice() => All
        .Where(x => x.L.Kind == NodeKind.File && (x.L.Changes & (LocalChanges.Data | LocalChanges.Created | LocalChanges.Replaced)) != 0)
        .Sample(
            x => SyncPlanner.Decide(x.B, x.L, x.R, x.O).Action
                is not (SyncAction.In or SyncAction.DeleteClient or SyncAction.ReplaceClient or SyncAction.Fill or SyncAction.Ghost),
            iter: LawBudget.Of(50_000));

    [Test]
    public void Swapping_the_sides_of_a_known_file_mirrors_the_decision() => Gen
        .Select(OneOf(Side.Same, Side.Changed, Side.Deleted), OneOf(Side.Same, Side.Changed, Side.Deleted))
        .Sample(x => Decide(x.Item1, x.Item2) == Mirror(Decide(x.Item2, x.Item1)));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private enum Side
    {
        Same,
        Changed,
        Deleted,
    }

    private static SyncAction Decide(Side local, Side remote) => SyncPlanner.Decide(
        new(NodeKind.File),
        local switch
        {
            Side.Same => new(NodeKind.File),
            Side.Changed => new(NodeKind.File, LocalChanges.Data),
            _ => new(NodeKind.Absent, LocalChanges.Deleted),
        },
        remote switch
        {
            Side.Same => new(NodeKind.File),
            Side.Changed => new(NodeKind.File, Changed: true, Sameness: Sameness.Different),
            _ => new(NodeKind.Absent),
        },
        Both).Action;

    private static SyncAction Mirror(SyncAction action) => action switch
    {
        SyncAction.In => SyncAction.Out,
        SyncAction.Out => SyncAction.In,
        SyncAction.DeleteClient => SyncAction.DeleteServer,
        SyncAction.DeleteServer => SyncAction.DeleteClient,
        _ => action,
    };
}
