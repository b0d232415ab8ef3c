namespace OfflineFiles.Sdk.Model.Schema;

/// <summary>
/// Properties that people expect of the classes and that are called otherwise: from scripts, from the COM interfaces and csccmd, from Explorer, and
/// from the files of other classes. A table of mistakes, not of spellings.
/// </summary>
internal static class InventedProperties
{
    private static readonly Dictionary<string, string> OfItem = new(StringComparer.OrdinalIgnoreCase)
    {
        // The item.
        ["Path"] = "ItemPath",
        ["FullName"] = "ItemPath",
        ["FullPath"] = "ItemPath",
        ["FilePath"] = "ItemPath",
        ["UncPath"] = "ItemPath",
        ["ServerPath"] = "ItemPath",
        ["RemotePath"] = "ItemPath",
        ["Name"] = "ItemName",
        ["FileName"] = "ItemName",
        ["Caption"] = "ItemName",
        ["BaseName"] = "ItemName",
        ["Parent"] = "ParentItemPath",
        ["ParentPath"] = "ParentItemPath",
        ["ParentItem"] = "ParentItemPath",
        ["Directory"] = "ParentItemPath",
        ["DirectoryName"] = "ParentItemPath",
        ["Folder"] = "ParentItemPath",
        ["Type"] = "ItemType",
        ["Kind"] = "ItemType",
        ["FileType"] = "ItemType",
        ["IsFile"] = "ItemType = 0",
        ["IsDirectory"] = "ItemType = 1",
        ["IsFolder"] = "ItemType = 1",
        ["PSIsContainer"] = "ItemType = 1",
        ["IsShare"] = "ItemType = 2",
        ["IsServer"] = "ItemType = 3",
        ["IsEncrypted"] = "Encrypted",
        ["IsSparse"] = "Sparse",

        // What is not synchronized yet.
        ["DirtyInCache"] = "ChangeInfo.Dirty",
        ["IsDirty"] = "ChangeInfo.Dirty",
        ["Modified"] = "ChangeInfo.Dirty",
        ["IsModified"] = "ChangeInfo.Dirty",
        ["Changed"] = "ChangeInfo.Dirty",
        ["HasChanges"] = "ChangeInfo.Dirty",
        ["PendingSync"] = "ChangeInfo.Dirty",
        ["NeedsSync"] = "ChangeInfo.Dirty",
        ["SyncStatus"] = "ChangeInfo.Dirty",
        ["SyncState"] = "ChangeInfo.Dirty",
        ["IsDeletedOffline"] = "ChangeInfo.DeletedOffline",
        ["DeletedLocally"] = "ChangeInfo.DeletedOffline",
        ["IsCreatedOffline"] = "ChangeInfo.CreatedOffline",
        ["CreatedLocally"] = "ChangeInfo.CreatedOffline",
        ["IsLocallyModifiedData"] = "ChangeInfo.ModifiedData",
        ["IsLocallyModifiedAttributes"] = "ChangeInfo.ModifiedAttributes",
        ["IsLocallyModifiedTime"] = "ChangeInfo.ModifiedTime",
        ["DirtyByteCount"] = "DirtyInfo.LocalDirtyByteCount",
        ["DirtyBytes"] = "DirtyInfo.LocalDirtyByteCount",
        ["DirtySize"] = "DirtyInfo.LocalDirtyByteCount",

        // Why it is kept.
        ["PinState"] = "PinInfo.Pinned",
        ["PinStatus"] = "PinInfo.Pinned",
        ["IsPinned"] = "PinInfo.Pinned",
        ["Pin"] = "PinInfo.Pinned",
        ["PinCount"] = "PinInfo.Pinned",
        ["AvailableOffline"] = "PinInfo.Pinned",
        ["AlwaysAvailableOffline"] = "PinInfo.Pinned",
        ["OfflineAvailability"] = "PinInfo.Pinned",
        ["IsPinnedForUser"] = "PinInfo.PinnedForUser",
        ["IsPinnedForUserByPolicy"] = "PinInfo.PinnedForUserByPolicy",
        ["PinnedByPolicy"] = "PinInfo.PinnedForUserByPolicy",
        ["IsPinnedForComputer"] = "PinInfo.PinnedForComputer",
        ["PinnedForAll"] = "PinInfo.PinnedForComputer",
        ["IsPinnedForFolderRedirection"] = "PinInfo.PinnedForFolderRedirection",
        ["PinnedForRedir"] = "PinInfo.PinnedForFolderRedirection",

        // Whether it is reached.
        ["ConnectionState"] = "ConnectionInfo.ConnectState",
        ["ConnectionStatus"] = "ConnectionInfo.ConnectState",
        ["OfflineStatus"] = "ConnectionInfo.ConnectState",
        ["OnlineStatus"] = "ConnectionInfo.ConnectState",
        ["Status"] = "ConnectionInfo.ConnectState",
        ["State"] = "ConnectionInfo.ConnectState",
        ["Offline"] = "ConnectionInfo.ConnectState = 1",
        ["IsOffline"] = "ConnectionInfo.ConnectState = 1",
        ["Online"] = "ConnectionInfo.ConnectState = 2",
        ["IsOnline"] = "ConnectionInfo.ConnectState = 2",
        ["IsTransparentlyCached"] = "ConnectionInfo.ConnectState = 3",
        ["Reason"] = "ConnectionInfo.OfflineReason",
        ["Conflict"] = "InConflict",
        ["IsInConflict"] = "InConflict",
        ["HasConflict"] = "InConflict",
        ["IsSuspended"] = "SuspendInfo.Suspended",
        ["IsSuspendedRoot"] = "SuspendInfo.SuspendedRoot",

        // The cached copy.
        ["Size"] = "FileSysInfo.LocalSize",
        ["FileSize"] = "FileSysInfo.LocalSize",
        ["Length"] = "FileSysInfo.LocalSize",
        ["Attributes"] = "FileSysInfo.LocalAttributes",
        ["FileAttributes"] = "FileSysInfo.LocalAttributes",
        ["Hidden"] = "FileSysInfo.LocalAttributes",
        ["ReadOnly"] = "FileSysInfo.LocalAttributes",
        ["CreationDate"] = "FileSysInfo.LocalCreationTime",
        ["CreationTime"] = "FileSysInfo.LocalCreationTime",
        ["LastAccessed"] = "FileSysInfo.LocalLastAccessTime",
        ["LastAccessTime"] = "FileSysInfo.LocalLastAccessTime",
        ["ChangeTime"] = "FileSysInfo.LocalChangeTime",
        ["LastModified"] = "FileSysInfo.LocalLastWriteTime",
        ["LastWrite"] = "FileSysInfo.LocalLastWriteTime",
        ["LastWriteTime"] = "FileSysInfo.LocalLastWriteTime",
        ["DateModified"] = "FileSysInfo.LocalLastWriteTime",
        ["ModifiedDate"] = "FileSysInfo.LocalLastWriteTime",
    };

    private static readonly Dictionary<string, string> OfCache = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Path"] = "Location",
        ["CachePath"] = "Location",
        ["CacheLocation"] = "Location",
        ["CacheDirectory"] = "Location",
        ["Directory"] = "Location",
        ["IsEnabled"] = "Enabled",
        ["IsActive"] = "Active",
        ["Running"] = "Active",
        ["IsRunning"] = "Active",
        ["Started"] = "Active",
    };

    private static readonly Dictionary<string, string> OfDocumentedItem = new(StringComparer.OrdinalIgnoreCase)
    {
        ["InConflict"] = "ConnectionInfo.OfflineReason = 5",
    };

    private static readonly Dictionary<string, string> None = [];

    /// <summary>The test of the documented class that comes nearest to a property that only the library tells.</summary>
    public static string DocumentedFor(CimPropertySchema own) => OfDocumentedItem[own.Name];

    /// <summary>The mistakes about a class: what people write, and the property they mean, or a test where no property says the same.</summary>
    public static IReadOnlyDictionary<string, string> Of(CimClassSchema schema) =>
        schema == OfflineFilesSchema.Item ? OfItem : schema == OfflineFilesSchema.Cache ? OfCache : None;
}
