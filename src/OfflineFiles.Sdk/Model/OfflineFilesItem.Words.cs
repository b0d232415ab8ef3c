namespace OfflineFiles.Sdk;

/// <content>
/// The states of an item in words, for people: a list, a message, a dump. They never throw and run nothing. A program decides by
/// <see cref="PinInfo"/>, <see cref="ConnectionInfo"/> and <see cref="ChangeInfo"/>; the words may become better ones.
/// </content>
public sealed partial class OfflineFilesItem
{
    /// <summary>Why the item is always available offline, in words; null if it is not pinned. A row without <see cref="PinInfo"/> says so.</summary>
    /// <remarks>In a query it is read in the caller, from whole items: <c>Where(i => i.PinInfo.Pinned)</c> is the query for pinned items.</remarks>
    public string? WhyPinned => Has(ItemMembers.PinInfo) ? ItemWords.WhyPinned(_pinInfo) : ItemWords.NotLoaded(ItemMembers.PinInfo);

    /// <summary>Why the item is offline, in words; null if it is online. A row without <see cref="ConnectionInfo"/> says so.</summary>
    /// <remarks>In a query it is read in the caller, from whole items; ask for <see cref="OfflineReason"/> there.</remarks>
    public string? WhyOffline => Has(ItemMembers.ConnectionInfo)
        ? ItemWords.WhyOffline(_connectionInfo, Has(ItemMembers.SuspendInfo) ? _suspendInfo : null)
        : ItemWords.NotLoaded(ItemMembers.ConnectionInfo);

    /// <summary>What waits for a synchronisation, in words; null if nothing does. A row without <see cref="ChangeInfo"/> says so.</summary>
    /// <remarks>In a query it is read in the caller, from whole items: <c>Where(i => i.ChangeInfo.Dirty)</c> is the query for dirty items.</remarks>
    public string? WhyDirty => Has(ItemMembers.ChangeInfo)
        ? ItemWords.WhyDirty(_changeInfo, Has(ItemMembers.DirtyInfo) ? _dirtyInfo : null)
        : ItemWords.NotLoaded(ItemMembers.ChangeInfo);

    /// <summary>
    /// Why the item is in the cache, in words: one of the four reasons to pin, or that it was cached automatically. A row without
    /// <see cref="PinInfo"/> or <see cref="ItemType"/> says so.
    /// </summary>
    public string WhyCached => Has(ItemMembers.PinInfo) && Has(ItemMembers.ItemType)
        ? ItemWords.WhyPinned(_pinInfo) ?? ItemWords.WhyCached(
            _itemType, Has(ItemMembers.ChangeInfo) ? _changeInfo : null, Has(ItemMembers.Sparse) ? _sparse : null)
        : ItemWords.NotLoaded((ItemMembers.PinInfo | ItemMembers.ItemType) & ~LoadedMembers);

    /// <summary>Whether a property that shows the item says anything: it has no words, or the members that they are made of are here.</summary>
    internal bool HasWords(string property) => (property switch
    {
        nameof(WhyPinned) => ItemMembers.PinInfo,
        nameof(WhyOffline) => ItemMembers.ConnectionInfo,
        nameof(WhyDirty) => ItemMembers.ChangeInfo,
        nameof(WhyCached) => ItemMembers.PinInfo | ItemMembers.ItemType,
        _ => ItemMembers.None,
    } & ~LoadedMembers) == 0;
}
