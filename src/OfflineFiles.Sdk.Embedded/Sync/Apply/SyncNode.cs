using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Sync.Decide;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>One item as it is on both sides now.</summary>
/// <param name="Path">In the spelling of the row, else of the share.</param>
/// <param name="Row">Null when it is not in the cache.</param>
/// <param name="Entry">Null when a whole listing of the directory above does not hold it.</param>
/// <param name="Inherited">The pins a new item gets from the directory it is in.</param>
internal sealed record SyncNode(UncPath Path, ItemRow? Row, ShareEntry? Entry, PinSet Inherited)
{
    /// <summary>What was found out about local and remote being the same.</summary>
    public Sameness Sameness { get; init; }

    /// <summary>
    /// The share's version is another than the one last equal: of a file by its bytes, as far as they are known, of a directory by its attributes.
    /// </summary>
    public bool RemoteChanged { get; init; }

    /// <summary>SHA-256 of the share's file, if it was read.</summary>
    public string? RemoteHash { get; init; }

    /// <summary>Whether a change of the share's file after it was looked at would show in its hint.</summary>
    public bool RemoteIsFirm { get; init; }

    /// <summary>How the share's entry, of another kind than the one last equal, compares with what an earlier synchronisation saw.</summary>
    public Sighting Sighting { get; init; }

    /// <summary>The row before what the share says of a version that is the same was taken into it; null when nothing was.</summary>
    public ItemRow? BeforeRebase { get; init; }

    /// <summary>The share's directory holds something new or changed, at any depth.</summary>
    public bool RemoteChangedBelow { get; init; }

    /// <summary>Something in the cached directory waits, at any depth.</summary>
    public bool LocalChangedBelow { get; init; }

    public BaselineNode Baseline => new(KindOf(Row?.BaseKind ?? ItemKind.Absent));

    public LocalNode Local => Row is null
        ? new LocalNode(NodeKind.Absent, Pinned: Inherited.IsPinned)
        : new LocalNode(Row.DeletedOffline ? NodeKind.Absent : KindOf(Row.Kind), Changes(Row), Row.Sparse, Row.Pins.IsPinned || Inherited.IsPinned);

    public RemoteNode Remote => Entry is null
        ? new RemoteNode(NodeKind.Absent)
        : new RemoteNode(
            Entry.Kind == ShareEntryKind.Directory ? NodeKind.Directory : NodeKind.File,
            Changed: RemoteChanged,
            ChangedBelow: RemoteChangedBelow,
            Sighting: Sighting,
            Sameness: Sameness);

    /// <summary>The bytes here are those last equal, however they came to be so.</summary>
    public bool IsReverted => Row is { DeletedOffline: false, BaseKind: ItemKind.File, Hash: { } hash } && hash == Row.BaseHash;

    public SyncDecision Decide(SyncDecisionOptions options)
    {
        var decision = SyncPlanner.Decide(Baseline, Local, Remote, options);
        return decision.NeedsComparison ? decision : Settlement.Apply(decision, Row?.ConflictState, Baseline, Local, Remote, options);
    }

    private static NodeKind KindOf(ItemKind kind) => kind switch
    {
        ItemKind.File => NodeKind.File,
        ItemKind.Directory => NodeKind.Directory,
        _ => NodeKind.Absent,
    };

    // State, not history: what was edited and put back is no change.
    private LocalChanges Changes(ItemRow row) => IsReverted ? row.ModifiedAttributes ? LocalChanges.Attributes : 0
        : (row.CreatedOffline ? LocalChanges.Created : 0)
        | (row.DeletedOffline ? LocalChanges.Deleted : 0)
        | (row.ReplacedOffline ? LocalChanges.Replaced : 0)
        | (row.ModifiedData ? LocalChanges.Data : 0)
        | (row.ModifiedAttributes ? LocalChanges.Attributes : 0)
        | (row.ModifiedTime ? LocalChanges.Time : 0)
        | (LocalChangedBelow ? LocalChanges.Below : 0);
}
