using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Reads the share's own clock: the stamps that a file gets which is made now.</summary>
internal static class ShareClock
{
    /// <summary>Null where nothing can be written.</summary>
    public static Int128? TryRead(DirectoryHandle directory, string name)
    {
        try
        {
            FileStatus made;
            using (var file = directory.CreateFile(name)) made = file.Status();
            // Some drivers make up the stamps until the file is closed.
            var found = directory.TryStatus(name) ?? made;
            directory.Unlink(name);
            return Int128.Min(Oldest(made), Oldest(found));
        }
        catch (DurableIoException e) when (e.Fault is not DurableIoFault.Unreachable)
        {
            directory.TryRemove(name);
            return null;
        }
    }

    private static Int128 Oldest(in FileStatus status) => Int128.Min(status.Modified, status.Changed);
}
