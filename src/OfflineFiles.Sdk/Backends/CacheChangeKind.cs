namespace OfflineFiles.Sdk;

/// <summary>Specifies the kind of a <see cref="CacheChange"/>.</summary>
/// <remarks>A kind for which Offline Files has an event has its number (Microsoft Learn: cscobj.h, OFFLINEFILES_EVENTS).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CacheChangeKind>))]
public enum CacheChangeKind
{
    /// <summary>A synchronisation started (<c>SyncBegin</c>).</summary>
    SyncBegin = 5,

    /// <summary>A synchronisation finished with an item (<c>SyncFileResult</c>).</summary>
    SyncItemResult = 6,

    /// <summary>A conflict was recorded (<c>SyncConflictRecAdded</c>).</summary>
    ConflictAdded = 7,

    /// <summary>A recorded conflict changed (<c>SyncConflictRecUpdated</c>).</summary>
    ConflictUpdated = 8,

    /// <summary>A recorded conflict was resolved (<c>SyncConflictRecRemoved</c>).</summary>
    ConflictRemoved = 9,

    /// <summary>A synchronisation ended (<c>SyncEnd</c>).</summary>
    SyncEnd = 10,

    /// <summary>
    /// A scope went offline (<c>ItemDisconnected</c>); the item is the share. An item in it whose connection changes with it is told as
    /// <see cref="ItemModified"/> after it.
    /// </summary>
    ItemDisconnected = 15,

    /// <summary>A scope came online (<c>ItemReconnected</c>); the item is the share, as for <see cref="ItemDisconnected"/>.</summary>
    ItemReconnected = 16,

    /// <summary>An item was pinned, or pinned for another reason (<c>ItemPinned</c>).</summary>
    ItemPinned = 19,

    /// <summary>An item lost its last pin, or a pin of several (<c>ItemNotPinned</c>).</summary>
    ItemUnpinned = 20,

    /// <summary>An item changed; <see cref="CacheChange.ChangedMembers"/> says what (<c>ItemModified</c>).</summary>
    ItemModified = 21,

    /// <summary>An item was added to the cache (<c>ItemAddedToCache</c>).</summary>
    ItemAdded = 22,

    /// <summary>An item was removed from the cache (<c>ItemDeletedFromCache</c>).</summary>
    ItemRemoved = 23,

    /// <summary>The path of an item changed (<c>ItemRenamed</c>).</summary>
    ItemRenamed = 24,

    /// <summary>Changes were lost before this one: what a subscriber has built up may be out of date; read it again (<c>DataLost</c>).</summary>
    Gap = 25,
}
