using Microsoft.Win32.SafeHandles;
using OfflineFiles.Sdk.Embedded.Io.Unix;
using OfflineFiles.Sdk.Embedded.Io.Windows;

namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// An open directory whose entries are reached by name, one component at a time, never through a link: what cannot be swapped
/// underneath cannot lead outside. FailureTranslator are <see cref="DurableIoException"/>.
/// </summary>
internal abstract class DirectoryHandle : IDisposable
{
    private protected DirectoryHandle(string path) => Path = path;

    /// <summary>For messages; calls go through the handle.</summary>
    public string Path { get; }

    /// <summary>What a file of this system can carry.</summary>
    public static FileAttributes SupportedAttributes => OperatingSystem.IsWindows()
        ? FileAttributes.ReadOnly | FileAttributes.Hidden | FileAttributes.System | FileAttributes.Archive
        : FileAttributes.ReadOnly;

    /// <summary>Whether the system knows <see cref="TryExchange"/> at all; a file system may still not.</summary>
    public static bool CanExchange => !OperatingSystem.IsWindows();

    /// <summary>Opens a directory by its path. The path is the user's own setting: links in it are followed.</summary>
    public static DirectoryHandle Open(string path) =>
        OperatingSystem.IsWindows() ? WindowsDirectoryHandle.OpenRoot(path) : UnixDirectoryHandle.OpenRoot(path);

    /// <summary>Opens a child; a link is refused with <see cref="DurableIoFault.Link"/>.</summary>
    public abstract DirectoryHandle OpenDirectory(string name);

    public abstract FileStatus Status();

    /// <summary>The entry itself, links not followed; null if the directory answered that it has none of that name.</summary>
    public abstract FileStatus? TryStatus(string name);

    public abstract FileStatus StatusOf(SafeFileHandle file, string name);

    /// <summary>All names but <c>.</c> and <c>..</c>, or an error.</summary>
    public abstract IReadOnlyList<DirectoryName> ListNames(CancellationToken cancellationToken);

    /// <summary>The name of the file system, for telling one from another.</summary>
    public abstract string FileSystemName();

    public abstract SafeFileHandle OpenRead(string name);

    /// <summary>Opens a file or directory so that its metadata can be set and made durable.</summary>
    public abstract SafeFileHandle OpenForMetadata(string name);

    /// <summary>Creates a file that must not exist, for writing.</summary>
    public abstract SafeFileHandle CreateFile(string name);

    /// <summary>Sets what is given; null leaves what is there.</summary>
    public abstract void SetMetadata(
        SafeFileHandle file, string name, FileAttributes? attributes, DateTime? creation, DateTime? lastWrite, DateTime? lastAccess);

    /// <summary>Makes what <see cref="SetMetadata"/> set durable.</summary>
    public abstract void FsyncMetadata(SafeFileHandle file, string name);

    /// <summary>Gives a new file what its predecessor has beside bytes, times and attributes, as far as the system lets us.</summary>
    public abstract void InheritFrom(SafeFileHandle file, string name, in FileStatus predecessor);

    public abstract void RenameNoReplace(string name, DirectoryHandle target, string newName);

    public abstract void RenameReplace(string name, DirectoryHandle target, string newName);

    /// <summary>False when the system cannot exchange, and nothing was done.</summary>
    public abstract bool TryExchange(string first, string second);

    /// <summary>Puts a file in the place of another and that one under a third, free name, as one call; false when it cannot, and nothing was done.</summary>
    public abstract bool TryReplaceSettingAside(string name, string target, string aside);

    public abstract void Unlink(string name);

    public abstract void Rmdir(string name);

    public abstract void CreateDirectory(string name);

    /// <summary>Makes renames, creations and removals in this directory durable.</summary>
    public abstract void Fsync();

    public abstract void Dispose();

    private protected string PathOf(string name) => System.IO.Path.Join(Path, name);
}

/// <summary>A name as a directory lists it. One whose bytes are no text cannot be used to reach the entry.</summary>
internal readonly record struct DirectoryName(string Text, bool IsText = true);
