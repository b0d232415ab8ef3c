namespace OfflineFiles.Sdk.Backends;

/// <summary>In what two versions of an item differ. Asked for every item of a snapshot, most of which are equal: nothing is allocated.</summary>
internal static class ItemDifference
{
    private static readonly PinInfo NoPins = new();

    public static ItemMembers Between(OfflineFilesItem previous, OfflineFilesItem current)
    {
        var loaded = previous.LoadedMembers & current.LoadedMembers;
        var members = previous.ItemPath == current.ItemPath ? ItemMembers.None : ItemMembers.ItemPath;
        if (Has(ItemMembers.ParentItemPath) && previous.ParentItemPath != current.ParentItemPath) members |= ItemMembers.ParentItemPath;
        if (Has(ItemMembers.ItemName) && previous.ItemName != current.ItemName) members |= ItemMembers.ItemName;
        if (Has(ItemMembers.ItemType) && previous.ItemType != current.ItemType) members |= ItemMembers.ItemType;
        if (Has(ItemMembers.FileSysInfo) && previous.FileSysInfo != current.FileSysInfo) members |= ItemMembers.FileSysInfo;
        if (Has(ItemMembers.PinInfo) && previous.PinInfo != current.PinInfo) members |= ItemMembers.PinInfo;
        if (Has(ItemMembers.ChangeInfo) && previous.ChangeInfo != current.ChangeInfo) members |= ItemMembers.ChangeInfo;
        if (Has(ItemMembers.ConnectionInfo) && previous.ConnectionInfo != current.ConnectionInfo) members |= ItemMembers.ConnectionInfo;
        if (Has(ItemMembers.SuspendInfo) && previous.SuspendInfo != current.SuspendInfo) members |= ItemMembers.SuspendInfo;
        if (Has(ItemMembers.DirtyInfo) && previous.DirtyInfo != current.DirtyInfo) members |= ItemMembers.DirtyInfo;
        if (Has(ItemMembers.Encrypted) && previous.Encrypted != current.Encrypted) members |= ItemMembers.Encrypted;
        if (Has(ItemMembers.Sparse) && previous.Sparse != current.Sparse) members |= ItemMembers.Sparse;
        return members;

        bool Has(ItemMembers member) => (loaded & member) != 0;
    }

    /// <summary>Whether a share went offline or came online. What lies below it has no connection of its own.</summary>
    public static CacheChangeKind? Connection(OfflineFilesItem previous, OfflineFilesItem current, ItemMembers differences)
    {
        if (!differences.HasFlag(ItemMembers.ConnectionInfo) || !IsShare(previous) || !IsShare(current)) return null;
        return (previous.ConnectionInfo?.ConnectState, current.ConnectionInfo?.ConnectState) switch
        {
            (not null and not ConnectState.Offline, ConnectState.Offline) => CacheChangeKind.ItemDisconnected,
            (ConnectState.Offline, not null and not ConnectState.Offline and not ConnectState.Unknown) => CacheChangeKind.ItemReconnected,
            _ => null,
        };
    }

    /// <summary>Whether a reason to be pinned came or grew, or else whether one went or shrank.</summary>
    public static CacheChangeKind? Pins(OfflineFilesItem? previous, OfflineFilesItem current)
    {
        var loaded = current.LoadedMembers & (previous?.LoadedMembers ?? ItemMembers.All);
        if ((loaded & ItemMembers.PinInfo) == 0) return null;
        var (before, after) = (previous?.PinInfo ?? NoPins, current.PinInfo ?? NoPins);
        if (before == after) return null;
        var hasMore = (after.Pinned && !before.Pinned)
            || after.PinnedForUser > before.PinnedForUser
            || after.PinnedForUserByPolicy > before.PinnedForUserByPolicy
            || after.PinnedForComputer > before.PinnedForComputer
            || after.PinnedForFolderRedirection > before.PinnedForFolderRedirection;
        return hasMore ? CacheChangeKind.ItemPinned : CacheChangeKind.ItemUnpinned;
    }

    private static bool IsShare(OfflineFilesItem item) =>
        (item.LoadedMembers & ItemMembers.ItemType) != 0 && item.ItemType == OfflineFilesItemType.Share;
}
