using OfflineFiles.Sdk.Embedded.Io.Unix;
using OfflineFiles.Sdk.Embedded.Io.Windows;

namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>What can stand under a share: the file system of this machine, or one that a test makes up.</summary>
internal abstract class FileSystem
{
    /// <summary>That of the operating system.</summary>
    public static FileSystem Real { get; } = OperatingSystem.IsWindows() ? new WindowsFileSystem() : new UnixFileSystem();

    /// <summary>What a file can carry.</summary>
    public abstract FileAttributes SupportedAttributes { get; }

    /// <summary>Whether <see cref="DirectoryHandle.TryExchange"/> is known at all; one of the mounted file systems may still not do it.</summary>
    public abstract bool CanExchange { get; }

    /// <summary>Opens a directory by its path. The path is the user's own setting: links in it are followed.</summary>
    /// <exception cref="DurableIoException">It cannot be opened.</exception>
    public abstract DirectoryHandle OpenRoot(string path);
}
