using System.Globalization;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>
/// Keeps the content of a cache whose database is lost: nothing tells any more which of it the shares have. It is moved to a folder of its own in the
/// cache directory, with what stands in the place of the database, and never removed.
/// </summary>
internal static class CacheRescue
{
    public const string Folder = "rescue";

    /// <summary>Moves content away that no database of ours knows.</summary>
    /// <returns>What was moved; null if there was no need.</returns>
    public static RescuedContent? Run(string directory, DateTimeOffset now) => DatabaseFile.StateOf(directory) switch
    {
        DatabaseState.Ours => null,
        DatabaseState.Missing when LeftLog(directory) => Move(directory, now, "its database was missing"),
        _ when !ContentStore.BlobsIn(directory).Any() => null,
        DatabaseState.Missing => Move(directory, now, "its database was missing"),
        DatabaseState.Empty => Move(directory, now, "its database was empty"),
        DatabaseState.NoDatabase => Move(directory, now, "its database was no database"),
        _ => Move(directory, now, "its database was one of another application"),
    };

    /// <summary>Moves a damaged database away, and all content.</summary>
    public static RescuedContent SetAside(string directory, DateTimeOffset now) => Move(directory, now, "its database was damaged");

    // The log can hold all that was written last.
    private static bool LeftLog(string directory) => new FileInfo(Path.Join(directory, DatabaseFile.Name + "-wal")) is { Exists: true, Length: > 0 };

    private static RescuedContent Move(string directory, DateTimeOffset now, string reason)
    {
        var folder = NewFolder(Path.Join(directory, Folder), now);
        var count = ContentStore.BlobsIn(directory).Count();
        // The content last: as long as it is here, an opening that was cut off is repeated.
        foreach (var name in DatabaseFile.Names) MoveIfThere(Path.Join(directory, name), Path.Join(folder, name));
        if (Directory.Exists(Path.Join(directory, ContentStore.Name)))
            DurableIo.RenameNoReplace(Path.Join(directory, ContentStore.Name), Path.Join(folder, ContentStore.Name));
        DurableIo.FsyncDirectory(folder);
        DurableIo.FsyncDirectory(directory);
        return new RescuedContent(folder, count, reason);
    }

    private static string NewFolder(string parent, DateTimeOffset now)
    {
        if (!Directory.Exists(parent)) PrivateFiles.CreateDirectory(parent);
        var name = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        for (var i = 1; ; i++)
        {
            var folder = Path.Join(parent, i == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{i}"));
            if (Directory.Exists(folder)) continue;
            PrivateFiles.CreateDirectory(folder);
            return folder;
        }
    }

    private static void MoveIfThere(string file, string target)
    {
        if (File.Exists(file)) DurableIo.RenameNoReplace(file, target);
    }
}
