namespace OfflineFiles.Sdk.WhatIf.Rules;

/// <summary>What becomes of a conflict under a policy.</summary>
internal sealed class ConflictPreview(SyncOptions options)
{
    private readonly bool _in = options.Flags.HasFlag(SyncControlFlags.SyncIn);
    private readonly bool _out = options.Flags.HasFlag(SyncControlFlags.SyncOut);

    /// <summary>What becomes of the items below one.</summary>
    public PreviewVerdict Below => options.ConflictPolicy == SyncConflictPolicy.Log ? PreviewVerdict.WouldBeSpared : PreviewVerdict.Unknown;

    /// <summary>The end of the sentence about a change that may turn out to be a conflict.</summary>
    public string Hedge => options.ConflictPolicy switch
    {
        SyncConflictPolicy.KeepLocal => "and KeepLocal means that it does so if it changed there too.",
        SyncConflictPolicy.KeepRemote => "unless it changed there too: then KeepRemote takes the server's state, and what changed here is lost.",
        SyncConflictPolicy.KeepLatest => "unless it changed there too: then KeepLatest keeps the later change of the two.",
        _ => "unless it changed there too: then a conflict would be recorded.",
    };

    /// <summary>Why an item is in conflict, as a sentence; null if it is not as far as the cache knows.</summary>
    public static string? WhyConflict(OfflineFilesItem item)
    {
        if (IsRecorded(item)) return "It is a recorded conflict.";
        // While the whole share is offline nothing is found out.
        if (item.ConnectionInfo is { ConnectState: ConnectState.Offline }) return null;
        if (item.ChangeInfo is not { CreatedOffline: true, DeletedOffline: false } || !ItemOrigin.HasOrigin(item)) return null;
        return (item.ItemType, ItemOrigin.WasDirectory(item)) switch
        {
            (OfflineFilesItemType.File, true) => "It is a file here and a directory on the server, which is a conflict.",
            (OfflineFilesItemType.Directory, false) => "It is a directory here and a file on the server, which is a conflict.",
            _ => null,
        };
    }

    // A backend that was written before items told it gives the reason alone.
    private static bool IsRecorded(OfflineFilesItem item) =>
        item.InConflict ?? item.ConnectionInfo is { ConnectState: ConnectState.Offline, OfflineReason: OfflineReason.NeedToSyncItem };

    public (PreviewVerdict Verdict, string How) Judge(OfflineFilesItem item)
    {
        var mine = item.ChangeInfo is { DeletedOffline: true } ? "the deletion here" : "what is here";
        return options.ConflictPolicy switch
        {
            SyncConflictPolicy.KeepLocal => _out
                ? (PreviewVerdict.WouldChange, $"KeepLocal would bring {mine} to the server, over what changed there.")
                : (PreviewVerdict.Unknown, $"KeepLocal would bring {mine} to the server, but without SyncOut nothing is said to go there."),
            SyncConflictPolicy.KeepRemote => _in
                ? (PreviewVerdict.WouldChange, "KeepRemote would bring the server's state here, and what changed here would be lost.")
                : (PreviewVerdict.Unknown, "KeepRemote would bring the server's state here, but without SyncIn nothing is said to come."),
            SyncConflictPolicy.KeepLatest => _in && _out
                ? (PreviewVerdict.WouldChange, "KeepLatest would keep the later change and lose the other; a change here wins over a deletion on the server.")
                : (PreviewVerdict.Unknown, "KeepLatest would keep the later change, but only SyncIn and SyncOut together let it go either way."),
            _ => (PreviewVerdict.WouldBeSpared, "Log leaves both sides as they are, unless they have come to agree: settle it on one side and synchronise again."),
        };
    }
}

/// <summary>What a cached item was when it was last the same on both sides.</summary>
internal static class ItemOrigin
{
    // The first year of the times of Windows: what has never been synchronised has no time, or that one.
    private const int NoYear = 1601;

    /// <summary>Whether the server is known to have had something at the path.</summary>
    public static bool HasOrigin(OfflineFilesItem item) => item.FileSysInfo is { OriginalLastWriteTime.Year: > NoYear };

    /// <summary>Whether it is a directory made in the place of one that was deleted here.</summary>
    public static bool IsDirectoryAgain(OfflineFilesItem item) =>
        item is { ItemType: OfflineFilesItemType.Directory, ChangeInfo: { CreatedOffline: true, DeletedOffline: false } } && HasOrigin(item) && WasDirectory(item);

    public static bool WasDirectory(OfflineFilesItem item) => item.FileSysInfo?.OriginalAttributes.HasFlag(FileAttributes.Directory) == true;
}
