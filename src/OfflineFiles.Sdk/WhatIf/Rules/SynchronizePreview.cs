namespace OfflineFiles.Sdk.WhatIf.Rules;

/// <summary>
/// What a synchronisation does follows from the item here and the item on the server, and only the first is known. What is certain is said, with what
/// it hangs on; what hangs on the server alone is unknown.
/// </summary>
internal sealed class SynchronizePreview(SyncOptions options) : PreviewRules
{
    private readonly bool _in = options.Flags.HasFlag(SyncControlFlags.SyncIn);
    private readonly bool _out = options.Flags.HasFlag(SyncControlFlags.SyncOut);
    private readonly ConflictPreview _conflicts = new(options);
    private readonly HashSet<UncPath> _inConflict = [];
    private readonly HashSet<UncPath> _sent = [];

    public override OfflineFilesOperation Operation => OfflineFilesOperation.Synchronize;

    public override IEnumerable<string> Unknown
    {
        get
        {
            yield return "Nothing moves while the server cannot be reached or a file is in use on either side.";
            if (_in) yield return "What is new, changed or deleted on the server would be brought here: only the server knows.";
            yield return options.ConflictPolicy == SyncConflictPolicy.Log
                ? "What changed on both sides, or is a file on one and a directory on the other, would be recorded as a conflict and not be overwritten, "
                    + "in whatever direction: only the server knows."
                : $"What changed on both sides would be settled by {options.ConflictPolicy}: only the server knows.";
        }
    }

    public override PreviewItem Missing(UncPath path) => new()
    {
        Path = path,
        Verdict = PreviewVerdict.Unknown,
        Reason = _in && options.Flags.HasFlag(SyncControlFlags.PinNewFiles)
            ? "It is not in the cache. It would be brought here if the server has it and the directory above it is pinned; it fails if nobody has it."
            : "It is not in the cache. It would stay where it is if the server has it, and fail otherwise.",
    };

    public override PreviewItem Judge(OfflineFilesItem item)
    {
        if (item.ItemType == OfflineFilesItemType.Server) return Would(PreviewVerdict.Unchanged, item);
        if (item.SuspendInfo?.Suspended == true && options.Flags.HasFlag(SyncControlFlags.SkipSuspendedDirs) && item.ItemType != OfflineFilesItemType.Share)
            return Would(PreviewVerdict.WouldBeSpared, item, "It is suspended, and SkipSuspendedDirs spares suspended trees.");
        if (ConflictPreview.WhyConflict(item) is { } conflict)
        {
            _inConflict.Add(item.Path);
            if (_out && item.ChangeInfo is not { DeletedOffline: true }) _sent.Add(item.Path);
            var (settled, how) = _conflicts.Judge(item);
            return settled == PreviewVerdict.WouldChange && WhyUnreached(item) is { } unreached
                ? Would(PreviewVerdict.Unknown, item, $"{conflict} {unreached}")
                : Would(settled, item, $"{conflict} {how}");
        }

        if (WhyUnreached(item) is { } reason) return Would(PreviewVerdict.Unknown, item, reason);
        if (item.ItemType == OfflineFilesItemType.Share) return Would(PreviewVerdict.Unchanged, item);
        if (item.ChangeInfo is { Dirty: true } change) return JudgeDirty(item, change);
        // SyncIn includes FillSparse.
        if (item.Sparse == true && (_in || options.Flags.HasFlag(SyncControlFlags.FillSparse)))
            return Would(PreviewVerdict.WouldChange, item, "Its content would be fetched.");
        return _in ? Would(PreviewVerdict.Unknown, item, "Only the server knows whether it changed.") : Would(PreviewVerdict.Unchanged, item);
    }

    /// <summary>A directory that was made offline is made on the server before what is in it, though only that was asked for.</summary>
    public override bool ReachesAbove(OfflineFilesItem item) => item.ChangeInfo is { CreatedOffline: true, DeletedOffline: false };

    public override PreviewItem JudgeAbove(OfflineFilesItem item) => ItemOrigin.HasOrigin(item)
        ? Would(PreviewVerdict.Unknown, item, "If the server has it no more, it would be made there for what is in it.")
        : Judge(item);

    /// <summary>Below a conflict nothing is done; and a directory that the server lost meanwhile is made there again for what is new in it.</summary>
    public override IEnumerable<PreviewItem> Settle(IReadOnlyCollection<PreviewItem> items)
    {
        var needed = new HashSet<UncPath>(_sent.SelectMany(Above));
        return items.Select(item =>
            Above(item.Path).Any(_inConflict.Contains) ? item with { Verdict = _conflicts.Below, Reason = "It lies below a conflict, and nothing below it changes before that is settled." }
            : item.Verdict == PreviewVerdict.Unchanged && item.ItemType == OfflineFilesItemType.Directory && needed.Contains(item.Path)
                ? item with { Verdict = PreviewVerdict.Unknown, Reason = "If the server has it no more, it would be made there again for what is new in it." }
            : item);
    }

    private PreviewItem JudgeDirty(OfflineFilesItem item, ChangeInfo change)
    {
        if (!_out && ItemOrigin.IsDirectoryAgain(item))
            return Would(PreviewVerdict.WouldChange, item, "It was deleted and made again here. If the server still has the directory, the two are one again.");
        if (!_out) return Would(PreviewVerdict.WouldBeSpared, item, "Its changes go to the server only with SyncOut.");
        if (change is { CreatedOffline: true, DeletedOffline: false })
        {
            if (options.Flags.HasFlag(SyncControlFlags.NoNewFilesOut) && item.ItemType == OfflineFilesItemType.File)
                return ItemOrigin.HasOrigin(item)
                    ? Would(PreviewVerdict.Unknown, item, "NoNewFilesOut keeps what exists only here; this took the place of what the server had, and goes there if it still has that.")
                    : Would(PreviewVerdict.WouldBeSpared, item, "It exists only here, and NoNewFilesOut keeps such files.");
            _sent.Add(item.Path);
        }

        var what = change.DeletedOffline ? "deletion" : change.CreatedOffline ? "creation" : "changes";
        return Would(PreviewVerdict.WouldChange, item, $"Its {what} would go to the server, {_conflicts.Hedge}");
    }

    // A slow server is reached, an explicit synchronisation takes suspended trees, and a conflict keeps nothing but its item offline.
    private static string? WhyUnreached(OfflineFilesItem item) => item.ConnectionInfo switch
    {
        { ConnectState: not ConnectState.Offline } or null => null,
        { OfflineReason: OfflineReason.SlowConnection or OfflineReason.ItemSuspended or OfflineReason.NeedToSyncItem } => null,
        { OfflineReason: OfflineReason.WorkingOffline } =>
            "It is offline because it was asked to be. Take its share online first: whether it is synchronised before that is the backend's to say.",
        { OfflineReason: OfflineReason.NetDisconnected } => "It is offline because its server could not be reached. It is synchronised only if that has ended.",
        var connection => $"It is offline ({connection.OfflineReason}). Whether its server is reached is known when it is tried.",
    };

    private static IEnumerable<UncPath> Above(UncPath path)
    {
        for (var above = path.Parent; above is not null; above = above.Parent) yield return above;
    }
}
