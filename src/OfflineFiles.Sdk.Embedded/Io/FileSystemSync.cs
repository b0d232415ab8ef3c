using OfflineFiles.Sdk.Embedded.Io.Unix;

namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// Puts all that was written to a file system on the disk in one call. To be opened before the first of it is written: from then on it hears of every
/// write that failed.
/// </summary>
internal abstract class FileSystemSync : IDisposable
{
    /// <summary>Null where one call does not do it for certain: there each file and each directory has to be synced.</summary>
    public static FileSystemSync? TryOpen(string directory) => OperatingSystem.IsLinux() ? UnixFileSystemSync.TryOpen(directory) : null;

    /// <exception cref="DurableIoException">Nobody knows what of it is on the disk.</exception>
    public abstract void Run();

    public abstract void Dispose();
}
