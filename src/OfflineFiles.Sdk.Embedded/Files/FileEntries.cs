using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>Makes the public entry of a row or of what the share holds.</summary>
internal static class FileEntries
{
    public static CachedFileEntry Of(ItemRow row) => new()
    {
        Path = row.Path,
        ItemType = row.ItemType,
        Size = row.ItemType == OfflineFilesItemType.File ? row.Local?.Size ?? 0 : 0,
        LastWriteTime = row.Local is { } local ? new DateTimeOffset(local.LastWrite.Ticks, TimeSpan.Zero) : default,
        Attributes = row.Local?.Attributes ?? FileAttributes.Directory,
        IsAvailableOffline = IsAvailable(row),
        IsDirty = row.Dirty,
    };

    public static CachedFileEntry Of(UncPath path, ShareEntry entry, ItemRow? row) => new()
    {
        Path = path,
        ItemType = entry.Kind == ShareEntryKind.File ? OfflineFilesItemType.File
            : path.Depth == 2 ? OfflineFilesItemType.Share
            : OfflineFilesItemType.Directory,
        Size = entry.Size,
        LastWriteTime = new DateTimeOffset(entry.LastWriteTimeUtc.Ticks, TimeSpan.Zero),
        Attributes = entry.Attributes,
        IsAvailableOffline = row is not null && IsAvailable(row),
        IsDirty = row?.Dirty ?? false,
    };

    /// <summary>Whether an item can be used while its scope is offline.</summary>
    public static bool IsAvailable(ItemRow row) => !row.DeletedOffline && (row.IsContainer || row.BlobId is not null);
}

/// <summary>The row of an item and which side serves it.</summary>
internal readonly record struct FileView(ItemRow? Row, bool IsLocal)
{
    public static FileView Read(StoreConnection connection, ShareScope scope, UncPath path)
    {
        var row = connection.Find(path);
        return new FileView(row, !scope.IsOnline || HasOwnChanges(connection, row, path));
    }

    /// <summary>The item differs here, or it would be in a directory that does.</summary>
    public static bool IsOwn(ItemRow row) => row.Dirty || row.ConflictState is not null;

    private static bool HasOwnChanges(StoreConnection connection, ItemRow? row, UncPath path)
    {
        if (row is not null) return IsOwn(row);
        for (var above = path.Parent; above is not null; above = above.Parent)
            if (connection.Find(above) is { } container) return container.DeletedOffline || container.CreatedOffline || container.ReplacedOffline;
        return false;
    }
}
