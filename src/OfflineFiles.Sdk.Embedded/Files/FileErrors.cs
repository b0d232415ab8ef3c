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

    /// <summary>Other bytes are there than when a writer was opened.</summary>
    public static OfflineFilesException ChangedMeanwhile(UncPath path, Exception? cause = null) =>
        new($"'{path}' was to be written, but it was changed since it was opened. The other version stays; open it again and write anew.", cause);

    /// <summary>Something else is on the share than a moment ago.</summary>
    public static OfflineFilesException ChangedOnShare(UncPath path, string operation, Exception cause) =>
        new($"{operation} was asked of '{path}', but it was changed on the share at the same moment. What is there now stays; look at it and try again.", cause);

    /// <summary>Each version of it that was begun to be read was written over before it was read whole.</summary>
    public static OfflineFilesBackendException Unsettled(UncPath path, string operation, Exception cause) =>
        new($"{operation} was asked of '{path}', but it is being written on the share all the time. Nothing was changed; try again.", cause)
        {
            Operation = operation,
            Path = path.ToString(),
            IsTransient = true,
        };

    public static OfflineFilesException IsShare(UncPath path) =>
        new($"'{path}' is a share, which cannot be made, changed, moved or deleted. Name an item in it.");

    public static OfflineFilesException Unsupported(UncPath path, string reason) =>
        new($"'{path}' was asked for, but it is not served. {reason}");

    /// <summary>The engine keeps such names for itself, and shows none of them.</summary>
    public static OfflineFilesException IsReserved(UncPath path, string name) =>
        new($"'{path}' was to be made, but the name '{name}' is one of those that the engine gives to its own temporary files. Choose another name.");

    /// <summary>The share went away between the opening and the commit of a writer.</summary>
    public static OfflineFilesBackendException NotKept(UncPath path, string? why) =>
        new($"'{path}' was to be written, but its share cannot be reached ({why}) and the directory above it is not in the cache. Nothing was written; "
            + "the writer keeps the data: commit it again when the share is back.")
        {
            Operation = "Write",
            Path = path.ToString(),
            IsTransient = true,
        };

    /// <summary>The cached bytes are gone, and the share has them.</summary>
    public static OfflineFilesBackendException ContentMissing(UncPath path) =>
        new($"'{path}' was to be read, but its content is missing from the cache directory, or damaged. Take its share online to read it there, or synchronise to "
            + "fetch it again.")
        { Operation = "Read", Path = path.ToString() };

    /// <summary>The cached bytes are gone, and nobody else has them.</summary>
    public static OfflineFilesBackendException ChangeMissing(UncPath path) =>
        new($"'{path}' was to be read, but its content, which the share does not have, is missing from the cache directory, or damaged. Restore the file "
            + "of the cache from a backup, write the item anew, or delete it.")
        { Operation = "Read", Path = path.ToString() };
}
