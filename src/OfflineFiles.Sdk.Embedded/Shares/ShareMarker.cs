using System.Text;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// The file at the root of a share that tells it from every other, where the system does not tell which file system it is. Whoever comes first makes it;
/// all engines read the same one, and a backup brings it along.
/// </summary>
internal static class ShareMarker
{
    private const string Note = "\nThis file tells the offline caches of this share that it is the one they know. Please leave it where it is.\n";
    private const int IdLength = 32;

    /// <summary>Null when the file is missing or cannot be read.</summary>
    public static string? Read(DirectoryHandle root)
    {
        if (root.TryStatus(TemporaryName.RootMarker) is not { Type: FileType.File }) return null;
        try
        {
            using var file = root.OpenRead(TemporaryName.RootMarker);
            var id = new byte[IdLength];
            var read = 0;
            while (read < IdLength && file.Read(id.AsSpan(read), read) is > 0 and var count) read += count;
            return Guid.TryParseExact(Encoding.ASCII.GetString(id, 0, read), "N", out var guid) ? guid.ToString("N") : null;
        }
        catch (DurableIoException e) when (e.Fault is not DurableIoFault.Unreachable)
        {
            return null;
        }
    }

    /// <summary>Makes the file if it is missing; null where nothing can be written.</summary>
    public static string? Establish(DirectoryHandle root, string temporary)
    {
        if (Read(root) is { } known) return known;
        try
        {
            var id = Guid.NewGuid().ToString("N");
            Write(root, temporary, id);
            // One that says nothing, of a crash, is replaced.
            if (root.TryStatus(TemporaryName.RootMarker) is { Type: FileType.File, Size: < IdLength })
                root.RenameReplace(temporary, root, TemporaryName.RootMarker);
            else root.RenameNoReplace(temporary, root, TemporaryName.RootMarker);
            root.Fsync();
        }
        catch (DurableIoException e) when (e.Fault is not DurableIoFault.Unreachable)
        {
            // Somebody was quicker, or nothing can be written here.
            root.TryRemove(temporary);
        }

        return Read(root);
    }

    private static void Write(DirectoryHandle root, string temporary, string id)
    {
        root.TryRemove(temporary);
        var text = Encoding.ASCII.GetBytes(id + Note);
        using (var file = root.CreateFile(temporary))
        {
            file.Write(text, 0);
            // Other accounts have caches of the share, too.
            root.GiveAccess(file, predecessor: null);
            file.Fsync();
        }

        root.ReadBack(temporary, text.Length);
    }
}
