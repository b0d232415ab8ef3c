namespace OfflineFiles.Sdk.WhatIf.Rules;

internal sealed class SynchronizePreview(SyncOptions options) : PreviewRules
{
    private readonly bool _in = options.Flags.HasFlag(SyncControlFlags.SyncIn);
    private readonly bool _out = options.Flags.HasFlag(SyncControlFlags.SyncOut);

    public override OfflineFilesOperation Operation => OfflineFilesOperation.Synchronize;

    public override IEnumerable<string> Unknown
    {
        get
        {
            yield return "Nothing moves while the server cannot be reached or a file is in use on either side.";
            if (_in) yield return "What is new, changed or deleted on the server would be brought here: only the server knows.";
            if (_out)
            {
                yield return options.ConflictPolicy == SyncConflictPolicy.Log
                    ? "What changed on both sides would be recorded as a conflict and not be overwritten: only the server knows."
                    : $"What changed on both sides would be settled by {options.ConflictPolicy}: only the server knows.";
            }
        }
    }

    public override PreviewItem Judge(OfflineFilesItem item)
    {
        if (item.ItemType is OfflineFilesItemType.Server or OfflineFilesItemType.Share) return Would(PreviewVerdict.Unchanged, item);
        if (item.SuspendInfo?.Suspended == true && options.Flags.HasFlag(SyncControlFlags.SkipSuspendedDirs))
            return Would(PreviewVerdict.WouldBeSpared, item, "It is suspended, and SkipSuspendedDirs spares suspended trees.");
        if (item.ChangeInfo is { Dirty: true } change) return JudgeDirty(item, change);
        // SyncIn includes FillSparse.
        if (item.Sparse == true && (_in || options.Flags.HasFlag(SyncControlFlags.FillSparse)))
            return Would(PreviewVerdict.WouldChange, item, "Its content would be fetched.");
        return _in ? Would(PreviewVerdict.Unknown, item, "Only the server knows whether it changed.") : Would(PreviewVerdict.Unchanged, item);
    }

    private PreviewItem JudgeDirty(OfflineFilesItem item, ChangeInfo change)
    {
        if (!_out) return Would(PreviewVerdict.WouldBeSpared, item, "Its changes go to the server only with SyncOut.");
        if (change.CreatedOffline && options.Flags.HasFlag(SyncControlFlags.NoNewFilesOut) && item.ItemType == OfflineFilesItemType.File)
            return Would(PreviewVerdict.WouldBeSpared, item, "It exists only here, and NoNewFilesOut keeps such files.");
        var what = change.DeletedOffline ? "deletion" : change.CreatedOffline ? "creation" : "changes";
        return Would(PreviewVerdict.WouldChange, item, $"Its {what} would go to the server, unless it changed there too.");
    }
}
