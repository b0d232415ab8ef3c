namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>The texts of what can go wrong with a file.</summary>
internal static class FileErrors
{
    public static ItemNotFoundException NotAvailable(UncPath path) =>
        new(path, $"'{path}' was to be opened offline, but its content is not in the cache. Take its share online, or pin it with Fill while it is.");

    public static ItemNotFoundException NotThere(UncPath path) =>
        new(path, $"'{path}' was asked for, but there is no such file or directory. Check the path.");

    /// <summary>Asked of the cache alone: what the share holds is not known.</summary>
    public static ItemNotFoundException NotCached(UncPath path) =>
        new(path, $"'{path}' was asked for offline, but it is not in the cache. Check the path, or take its share online.");

    public static ItemNotFoundException NoDirectory(UncPath path) =>
        new(path, $"'{path}' was to be made or changed, but the directory above it is not there. Create '{path.Parent}' first.");

    public static OfflineFilesException AlreadyThere(UncPath path) =>
        new($"'{path}' was to be made new, but it is there already. Choose another name, or a mode that replaces.");

    public static OfflineFilesException IsDirectory(UncPath path) =>
        new($"'{path}' was to be used as a file, but it is a directory. Name a file.");

    public static OfflineFilesException IsFile(UncPath path) =>
        new($"'{path}' was to be used as a directory, but it is a file. Name a directory.");

    public static OfflineFilesException NotEmpty(UncPath path) =>
        new($"The directory '{path}' was to be deleted, but it is not empty. Delete what is in it first.");

    public static OfflineFilesException ChangedMeanwhile(UncPath path) =>
        new($"'{path}' was to be written, but it was changed since it was opened. Nothing was written; open it again.");

    public static OfflineFilesException IsShare(UncPath path) =>
        new($"'{path}' is a share, which cannot be made, changed, moved or deleted. Name an item in it.");

    public static OfflineFilesException Unsupported(UncPath path, string reason) =>
        new($"'{path}' was asked for, but it is not served. {reason}");
}
