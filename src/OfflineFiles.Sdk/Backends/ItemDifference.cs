using System.Globalization;

namespace OfflineFiles.Sdk.Backends;

/// <summary>In what two versions of an item differ. Asked for every item of a snapshot, most of which are equal: nothing is allocated.</summary>
internal static class ItemDifference
{
    private static readonly PinInfo NoPins = new();
    private static readonly ItemProperty[] PinReasons =
        [.. ItemProperties.Instance.All.Where(property => property is { IsEmbedded: true, Member: ItemMembers.PinInfo })];

    public static ItemMembers Between(OfflineFilesItem previous, OfflineFilesItem current) => ItemProperties.Instance.Differences(previous, current);

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
        if (Equals(previous?.PinInfo ?? NoPins, current.PinInfo ?? NoPins)) return null;
        var hasMore = Array.Exists(PinReasons, reason => Strength(reason, current) > Strength(reason, previous));
        return hasMore ? CacheChangeKind.ItemPinned : CacheChangeKind.ItemUnpinned;
    }

    // How much an item is pinned for one of the reasons: true and the states of a pin count as their numbers.
    private static long Strength(ItemProperty reason, OfflineFilesItem? item) =>
        item is null ? 0 : Convert.ToInt64(reason.Read(item), CultureInfo.InvariantCulture);

    private static bool IsShare(OfflineFilesItem item) =>
        (item.LoadedMembers & ItemMembers.ItemType) != 0 && item.ItemType == OfflineFilesItemType.Share;
}
