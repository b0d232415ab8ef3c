using Microsoft.Win32.SafeHandles;
using OfflineFiles.Sdk.Embedded.Io.Unix;
using OfflineFiles.Sdk.Embedded.Io.Windows;

namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// The few calls that make a change durable or atomic, and that report when they could not. Every failure is a
/// <see cref="DurableIoException"/>. A rename is durable once the directories it touched were given to <see cref="FsyncDirectory"/>.
/// </summary>
internal static class DurableIo
{
    /// <summary>Has the system begin to write what a file has in memory, where it can be told to; nothing is durable by that, and no error comes of it.</summary>
    public static void StartWriting(SafeFileHandle file, long from, long length)
    {
        if (OperatingSystem.IsLinux()) _ = UnixNative.SyncFileRange(file, from, length, UnixConstants.StartWriting);
    }

    /// <summary>Puts a file's bytes and metadata on the disk. The path is for the message only.</summary>
    public static void Fsync(SafeFileHandle handle, string path)
    {
        if (OperatingSystem.IsWindows()) WindowsDurableIo.Fsync(handle, path);
        else UnixDurableIo.Fsync(handle, path);
    }

    /// <summary>Puts the names in a directory on the disk. Does nothing on Windows, whose renames are written through.</summary>
    public static void FsyncDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        using var directory = FileSystem.Real.OpenRoot(path);
        directory.Fsync();
    }

    /// <summary>Renames; refuses when the destination exists (<see cref="DurableIoFault.AlreadyExists"/>), also when it appears meanwhile.</summary>
    public static void RenameNoReplace(string source, string destination)
    {
        if (OperatingSystem.IsWindows()) WindowsDurableIo.Move(source, destination, replace: false);
        else UnixDirectoryHandle.Anywhere.RenameNoReplace(source, UnixDirectoryHandle.Anywhere, destination);
    }

    /// <summary>Renames over whatever file the destination is, in one step.</summary>
    public static void RenameReplace(string source, string destination)
    {
        if (OperatingSystem.IsWindows()) WindowsDurableIo.Move(source, destination, replace: true);
        else UnixDurableIo.RenameReplace(UnixDurableIo.Anywhere, source, UnixDurableIo.Anywhere, destination, source);
    }

    /// <summary>Exchanges two entries in one step; false when the file system or the operating system cannot, and nothing was done.</summary>
    public static bool TryExchange(string first, string second) =>
        !OperatingSystem.IsWindows()
        && UnixDurableIo.TryExchange(UnixDurableIo.Anywhere, first, UnixDurableIo.Anywhere, second, first);

    /// <summary>Removes a file's name.</summary>
    public static void Unlink(string path)
    {
        if (OperatingSystem.IsWindows()) WindowsDurableIo.Delete(path);
        else UnixDurableIo.Unlink(UnixDurableIo.Anywhere, path, path);
    }

    /// <summary>Removes an empty directory.</summary>
    public static void Rmdir(string path)
    {
        if (OperatingSystem.IsWindows()) WindowsDurableIo.RemoveDirectory(path);
        else UnixDurableIo.Rmdir(UnixDurableIo.Anywhere, path, path);
    }
}
