using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Sync.Decide;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>Decides about items as they are on both sides, and once more about one that changed before what was decided could be done.</summary>
internal sealed class SyncDecider(CacheEngine engine, ShareScope scope, SyncOptions options, bool readsContent)
{
    // The numbers of the flags that a decision depends on are the same on both.
    private readonly SyncDecisionOptions _flags = (SyncDecisionOptions)options.Flags & (SyncDecisionOptions.FillSparse | SyncDecisionOptions.SyncIn
        | SyncDecisionOptions.SyncOut | SyncDecisionOptions.PinNewFiles | SyncDecisionOptions.NoNewFilesOut);

    private readonly SyncComparer _comparer = new(engine, scope, readsContent);

    /// <summary>What is decided about a file that is on both sides what it was: nothing is to be done, whatever the flags and the pins.</summary>
    public static SyncState AsItWas { get; } =
        SyncPlanner.Decide(new BaselineNode(NodeKind.File), new LocalNode(NodeKind.File), new RemoteNode(NodeKind.File), SyncDecisionOptions.None).State;

    public async Task<(SyncNode Node, SyncDecision Decision)> DecideAsync(SyncNode node, CancellationToken cancellationToken)
    {
        node = await _comparer.LookAsync(node, cancellationToken).ConfigureAwait(false);
        var decision = node.Decide(_flags);
        if (decision.Action == SyncAction.Prune && !await _comparer.IsNeededAsync(node.Path, _flags, cancellationToken).ConfigureAwait(false))
            return (node, SyncFlagRules.Apply(decision with { Action = SyncAction.DeleteClient }, _flags));
        if (!decision.NeedsComparison) return (node, decision);
        node = await _comparer.CompareAsync(node, cancellationToken).ConfigureAwait(false);
        return (node, node.Decide(_flags));
    }

    /// <summary>Looks at both sides of an item again; null when there is nothing left to decide.</summary>
    public async Task<(SyncNode Node, SyncDecision Decision)?> AgainAsync(SyncNode node, CancellationToken cancellationToken)
    {
        _comparer.Forget(node.Path);
        var row = await engine.Store.FindAsync(node.Path, cancellationToken).ConfigureAwait(false);
        var entry = await scope.Share.StatAsync(scope.At(row?.Path ?? node.Path), cancellationToken).ConfigureAwait(false);
        return (row, entry) is (null, null) || entry is not null && Fetcher.WhyUnsupported(entry) is not null
            ? null
            : await DecideAsync(new SyncNode(row?.Path ?? node.Path, row, entry, node.Inherited), cancellationToken).ConfigureAwait(false);
    }
}
