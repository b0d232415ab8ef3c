using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Sync.Decide;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>Carries out what was decided about one item.</summary>
internal sealed class SyncApplier(CacheEngine engine, ShareScope scope, SyncOptions options, DeletionGuard guard, Guid syncId, Action<int> moved)
{
    private readonly HashSet<UncPath> _created = [];
    private readonly SyncInbound _inbound = new(engine, scope, options, guard, syncId, moved);
    private readonly SyncOutbound _outbound = new(engine, scope, guard, syncId, moved);

    /// <summary>Whether a directory came to be in this synchronisation, on one side or the other.</summary>
    public bool WasCreated(UncPath path) => _created.Contains(path);

    public async Task<ItemOutcome> ApplyAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken)
    {
        if (decision.Action == SyncAction.Conflict) return await ConflictAsync(node, decision).ConfigureAwait(false);
        if (!decision.SettlesRecord) node = await SettleAsync(node).ConfigureAwait(false);
        if (decision.IsPending)
            return ItemOutcomes.Skipped(node.Path, $"The flags of this synchronisation hold {decision.Withheld} back; it waits.");
        return decision.Action switch
        {
            SyncAction.None or SyncAction.Ghost => ItemOutcomes.Unchanged(node.Path),
            SyncAction.AdoptBaseline => await _inbound.AdoptAsync(node).ConfigureAwait(false),
            SyncAction.In or SyncAction.Fill => Created(node, await _inbound.InAsync(node, cancellationToken).ConfigureAwait(false)),
            SyncAction.ReplaceClient => Created(node, await _inbound.ReplaceAsync(node, cancellationToken).ConfigureAwait(false)),
            SyncAction.DropDeletion => Created(node, await _inbound.ReplaceAsync(node, cancellationToken).ConfigureAwait(false)),
            SyncAction.InMetadata => await _inbound.AdoptAsync(node).ConfigureAwait(false) with { Action = SyncOperation.SyncToClient },
            SyncAction.Out => Created(node, await _outbound.OutAsync(node, cancellationToken).ConfigureAwait(false)),
            SyncAction.OutMetadata => await _outbound.MetadataAsync(node, cancellationToken).ConfigureAwait(false),
            SyncAction.Merge => await MergeAsync(node, cancellationToken).ConfigureAwait(false),
            // The share's directory is gone, but something new in the cached one needs it.
            SyncAction.Prune => Created(node, await _outbound.OutAsync(node, cancellationToken).ConfigureAwait(false)),
            _ => throw new InvalidOperationException($"{decision.Action} of '{ReadableText.Of(node.Path.ToString())}' is not carried out here."),
        };
    }

    /// <summary>Whether an item that comes in can be committed together with others: nothing else of it changes, and nothing has to make room.</summary>
    public static bool IsPlainInbound(SyncNode node, SyncDecision decision) =>
        decision is { Action: SyncAction.In or SyncAction.Fill, IsPending: false, SettlesRecord: false }
        && (node.Row is not { } row || row.ConflictState is null && row.IsContainer == (node.Entry!.Kind == ShareEntryKind.Directory));

    /// <summary>Whether nothing is to be done about an item, not even to a record of it.</summary>
    public static bool IsIdle(SyncNode node, SyncDecision decision) =>
        node.Row is not { ConflictState: not null } && (decision.IsPending || decision.Action is SyncAction.None or SyncAction.Ghost);

    /// <summary>What comes in and is committed with a batch.</summary>
    public SyncInbound Inbound => _inbound;

    /// <summary>A deletion that was put off to the end, when what was in the directory has been dealt with.</summary>
    public async Task<ItemOutcome> DeleteAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken)
    {
        node = await SettleAsync(node).ConfigureAwait(false);
        return decision.Action == SyncAction.DeleteServer
            ? await _outbound.DeleteAsync(node, cancellationToken).ConfigureAwait(false)
            : await _inbound.DeleteAsync(node, cancellationToken).ConfigureAwait(false);
    }

    private ItemOutcome Created(SyncNode node, ItemOutcome outcome)
    {
        if (outcome.Status == OutcomeStatus.Done) _created.Add(node.Path);
        return outcome;
    }

    /// <summary>The item is no longer in conflict: its record goes. What waits here is not touched by it.</summary>
    public async Task<SyncNode> SettleAsync(SyncNode node)
    {
        if (node.Row is not { ConflictState: not null } row) return node;
        var settled = row with { ConflictState = null, ConflictTime = null, SeenToken = null };
        await engine.Store.WriteAsync(
            transaction =>
            {
                transaction.SyncId = syncId;
                if (transaction.IsStill(node.Path, row)) transaction.Update(row, settled, isNote: true);
            },
            CancellationToken.None).ConfigureAwait(false);
        return node with { Row = settled };
    }

    /// <summary>Neither side changes. One record for each path; the item stays readable, and dirty.</summary>
    private async Task<ItemOutcome> ConflictAsync(SyncNode node, SyncDecision decision)
    {
        await engine.Store.WriteAsync(
            transaction =>
            {
                transaction.SyncId = syncId;
                if (node.Row is not { } row || !transaction.IsStill(node.Path, row)) throw new ChangedHereException();
                var isKnown = row.ConflictState == decision.State && scope.Share.Traits.SameVersion(row.SeenToken, node.Entry?.Token);
                if (isKnown) return;
                transaction.Update(
                    row,
                    row with
                    {
                        ConflictState = decision.State,
                        ConflictTime = row.ConflictState is null ? engine.TimeProvider.GetUtcNow() : row.ConflictTime,
                        SeenToken = node.Entry?.Token,
                    },
                    isNote: true);
            },
            CancellationToken.None).ConfigureAwait(false);
        return new ItemOutcome
        {
            Path = node.Path,
            Status = OutcomeStatus.Conflict,
            Action = SyncOperation.Prepare,
            State = decision.State,
            Message = "It was changed on both sides. Nothing was overwritten; settle it on one side and synchronise again.",
        };
    }

    /// <summary>Attributes that differ while nothing else does: the side whose change is later has the say, if the flags let it.</summary>
    private async Task<ItemOutcome> MergeAsync(SyncNode node, CancellationToken cancellationToken)
    {
        var isLocalLater = node.Row is { ModifiedAttributes: true, Local: { } local } && local.Change > node.Entry!.ChangeTimeUtc;
        if (isLocalLater && options.Flags.HasFlag(SyncControlFlags.SyncOut))
            return await _outbound.MetadataAsync(node, cancellationToken).ConfigureAwait(false);
        if (node.Row!.ModifiedAttributes && !options.Flags.HasFlag(SyncControlFlags.SyncIn))
            return ItemOutcomes.Skipped(node.Path, "Its attributes differ, and the flags of this synchronisation hold the later ones back.");
        return await _inbound.AdoptAsync(node).ConfigureAwait(false);
    }
}
