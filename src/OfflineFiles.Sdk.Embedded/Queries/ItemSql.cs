namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>What each property of an item is in SQL. Where it does not apply to the type of the item the expression is NULL.</summary>
internal static class ItemSql
{
    public const string From = "FROM items i LEFT JOIN scopes s ON s.id = i.scope_id";

    private static readonly Dictionary<string, string> Expressions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ItemPath"] = "i.path",
        ["ParentItemPath"] = "i.parent_path",
        ["ItemName"] = "i.name",
        ["ItemType"] = "i.item_type",
        ["Encrypted"] = "i.encrypted",
        ["Sparse"] = "i.sparse",
        ["FileSysInfo"] = "i.local_attributes",
        ["FileSysInfo.LocalAttributes"] = "i.local_attributes",
        ["FileSysInfo.LocalSize"] = "i.local_size",
        ["FileSysInfo.LocalCreationTime"] = "i.local_creation",
        ["FileSysInfo.LocalLastWriteTime"] = "i.local_write",
        ["FileSysInfo.LocalChangeTime"] = "i.local_change",
        ["FileSysInfo.LocalLastAccessTime"] = "i.local_access",
        ["FileSysInfo.OriginalAttributes"] = "i.original_attributes",
        ["FileSysInfo.OriginalSize"] = "i.original_size",
        ["FileSysInfo.OriginalCreationTime"] = "i.original_creation",
        ["FileSysInfo.OriginalLastWriteTime"] = "i.original_write",
        ["FileSysInfo.OriginalChangeTime"] = "i.original_change",
        ["FileSysInfo.OriginalLastAccessTime"] = "i.original_access",
        // The server's copy is not asked for: the properties are reserved and NULL.
        ["FileSysInfo.RemoteAttributes"] = "NULL",
        ["FileSysInfo.RemoteSize"] = "NULL",
        ["FileSysInfo.RemoteCreationTime"] = "NULL",
        ["FileSysInfo.RemoteLastWriteTime"] = "NULL",
        ["FileSysInfo.RemoteChangeTime"] = "NULL",
        ["FileSysInfo.RemoteLastAccessTime"] = "NULL",
        ["PinInfo"] = "i.pinned",
        ["PinInfo.Pinned"] = "i.pinned",
        ["PinInfo.PinnedForUser"] = "i.pin_user",
        ["PinInfo.PinnedForUserByPolicy"] = "i.pin_user_policy",
        ["PinInfo.PinnedForComputer"] = "i.pin_computer",
        ["PinInfo.PinnedForFolderRedirection"] = "i.pin_redirection",
        ["ChangeInfo"] = "i.dirty",
        ["ChangeInfo.Dirty"] = "i.dirty",
        ["ChangeInfo.DeletedOffline"] = "i.deleted_offline",
        ["ChangeInfo.CreatedOffline"] = "i.created_offline",
        ["ChangeInfo.ModifiedData"] = "i.modified_data",
        ["ChangeInfo.ModifiedAttributes"] = "i.modified_attributes",
        ["ChangeInfo.ModifiedTime"] = "i.modified_time",
        ["ConnectionInfo"] = "s.connect_state",
        ["ConnectionInfo.ConnectState"] = ConnectStateSql,
        ["ConnectionInfo.OfflineReason"] = OfflineReasonSql,
        ["SuspendInfo"] = "i.suspended",
        ["SuspendInfo.Suspended"] = "i.suspended",
        ["SuspendInfo.SuspendedRoot"] = "i.suspended_root",
        ["DirtyInfo"] = "i.local_dirty_bytes",
        ["DirtyInfo.LocalDirtyByteCount"] = "i.local_dirty_bytes",
        ["DirtyInfo.RemoteDirtyByteCount"] = "i.remote_dirty_bytes",
    };

    private static readonly Dictionary<string, string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ItemPath"] = "i.path_key",
        ["ParentItemPath"] = "i.parent_key",
        ["ItemName"] = "i.name_key",
    };

    // The numbers are those of ConnectState and OfflineReason: 1 offline, 2 online, 5 needs to be synchronised.
    private const string ConnectStateSql = "CASE WHEN s.connect_state = 2 AND i.conflict_state IS NOT NULL THEN 1 ELSE s.connect_state END";

    private const string OfflineReasonSql = "CASE WHEN s.connect_state = 2 AND i.conflict_state IS NOT NULL THEN 5 ELSE s.offline_reason END";

    public static string? Find(string property) => Expressions.GetValueOrDefault(property);

    /// <summary>The folded column of a string property, for comparisons.</summary>
    public static string? FindKey(string property) => Keys.GetValueOrDefault(property);
}
