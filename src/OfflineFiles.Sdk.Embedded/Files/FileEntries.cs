using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

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
