using Microsoft.Win32.SafeHandles;

namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// The few calls that make a change durable or atomic, and that report when they could not. Every failure is a
/// <see cref="DurableIoException"/>. A rename is durable once the directories it touched were given to <see cref="FsyncDirectory"/>.
/// </summary>
internal static class DurableIo
{
    /// <summary>Puts a file's bytes and metadata on the disk. The path is for the message only.</summary>
    public static void Fsync(SafeFileHandle handle, string path) => throw new NotImplementedException();

    /// <summary>Puts the names in a directory on the disk. Does nothing on Windows, whose renames are written through.</summary>
    public static void FsyncDirectory(string path) => throw new NotImplementedException();

    /// <summary>Renames; refuses when the destination exists (<see cref="DurableIoFault.AlreadyExists"/>), also when it appears meanwhile.</summary>
    public static void RenameNoReplace(string source, string destination) => throw new NotImplementedException();

    /// <summary>Renames over whatever file the destination is, in one step.</summary>
    public static void RenameReplace(string source, string destination) => throw new NotImplementedException();

    /// <summary>Exchanges two entries in one step; false when the file system or the operating system cannot, and nothing was done.</summary>
    public static bool TryExchange(string first, string second) => throw new NotImplementedException();

    /// <summary>Removes a file's name.</summary>
    public static void Unlink(string path) => throw new NotImplementedException();

    /// <summary>Removes an empty directory.</summary>
    public static void Rmdir(string path) => throw new NotImplementedException();

    /// <summary>Creates one directory (its parent must exist, the name must be free) and makes the name durable.</summary>
    public static void CreateDirectory(string path) => throw new NotImplementedException();
}
