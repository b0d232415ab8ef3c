namespace OfflineFiles.Sdk;

/// <summary>Specifies members of an <see cref="OfflineFilesItem"/>: those that a row holds, or that a query selects.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemMembers>))]
[Flags]
public enum ItemMembers
{
    /// <summary>No member.</summary>
    None = 0,

    /// <summary><see cref="OfflineFilesItem.ItemPath"/>, the key: always loaded.</summary>
    ItemPath = 1 << 0,

    /// <summary><see cref="OfflineFilesItem.ParentItemPath"/>.</summary>
    ParentItemPath = 1 << 1,

    /// <summary><see cref="OfflineFilesItem.ItemName"/>.</summary>
    ItemName = 1 << 2,

    /// <summary><see cref="OfflineFilesItem.ItemType"/>.</summary>
    ItemType = 1 << 3,

    /// <summary><see cref="OfflineFilesItem.FileSysInfo"/>.</summary>
    FileSysInfo = 1 << 4,

    /// <summary><see cref="OfflineFilesItem.PinInfo"/>.</summary>
    PinInfo = 1 << 5,

    /// <summary><see cref="OfflineFilesItem.ChangeInfo"/>.</summary>
    ChangeInfo = 1 << 6,

    /// <summary><see cref="OfflineFilesItem.ConnectionInfo"/>.</summary>
    ConnectionInfo = 1 << 7,

    /// <summary><see cref="OfflineFilesItem.SuspendInfo"/>.</summary>
    SuspendInfo = 1 << 8,

    /// <summary><see cref="OfflineFilesItem.DirtyInfo"/>.</summary>
    DirtyInfo = 1 << 9,

    /// <summary><see cref="OfflineFilesItem.Encrypted"/>.</summary>
    Encrypted = 1 << 10,

    /// <summary><see cref="OfflineFilesItem.Sparse"/>.</summary>
    Sparse = 1 << 11,

    /// <summary><see cref="OfflineFilesItem.InConflict"/>.</summary>
    InConflict = 1 << 12,

    /// <summary>Every member.</summary>
    All = (1 << 13) - 1,
}
