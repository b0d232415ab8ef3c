using Microsoft.Win32.SafeHandles;
using OfflineFiles.Sdk.Embedded.Io.Unix;
using OfflineFiles.Sdk.Embedded.Io.Windows;

namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// The cache's own files and directories: for our account alone from their creation on, whatever the process's mask or the directory above says (0600 and
/// 0700; on Windows a list of our own). What exists is looked at before it is opened, and again through the handle: a link, a pipe or a file of another
/// account in the place of one of ours is refused and never followed, waited for or written.
/// </summary>
/// <remarks>Failures are <see cref="DurableIoException"/>: <see cref="DurableIoFault.Link"/>, <see cref="DurableIoFault.NotAFile"/>,
/// <see cref="DurableIoFault.NotADirectory"/> and <see cref="DurableIoFault.ForeignOwner"/> among them.</remarks>
internal static class PrivateFiles
{
    /// <summary>Creates one directory (its parent must exist, the name must be free) and makes the name durable.</summary>
    public static void CreateDirectory(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (OperatingSystem.IsWindows()) WindowsPrivateFiles.CreateDirectory(full);
        else UnixPrivateFiles.CreateDirectory(full);
        if (Path.GetDirectoryName(full) is { } parent) DurableIo.FsyncDirectory(parent);
    }

    /// <summary>The same with all directories above it that are missing. One that exists stays as it is; see <see cref="RequireDirectory"/>.</summary>
    public static void CreateDirectories(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Inspect(full) is not null) return;
        if (Path.GetDirectoryName(full) is { } parent && !Directory.Exists(parent)) CreateDirectories(parent);
        try
        {
            CreateDirectory(full);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
        {
            // Somebody else was as quick. Whose it is, is for who opens it to ask.
        }
    }

    /// <summary>Creates a file that must not exist, for reading and writing.</summary>
    public static SafeFileHandle Create(string path) =>
        OperatingSystem.IsWindows() ? WindowsPrivateFiles.Create(path) : UnixPrivateFiles.Create(path);

    /// <summary>Opens a file of ours. Others may open it meanwhile, and on Windows rename and delete it.</summary>
    public static SafeFileHandle Open(string path, FileAccess access) =>
        OperatingSystem.IsWindows() ? WindowsPrivateFiles.Open(path, access) : UnixPrivateFiles.Open(path, access);

    /// <summary>Opens a file of ours, or creates it, for reading and writing.</summary>
    public static SafeFileHandle OpenOrCreate(string path)
    {
        while (true)
        {
            try
            {
                return Inspect(path) is null ? Create(path) : Open(path, FileAccess.ReadWrite);
            }
            // It came or went between the look and the call.
            catch (DurableIoException e) when (e.Fault is DurableIoFault.AlreadyExists or DurableIoFault.NotFound && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            {
            }
        }
    }

    /// <summary>The same, held against every other such call, in this process and others, until the handle is closed.</summary>
    /// <exception cref="DurableIoException">Another one holds it (<see cref="DurableIoFault.InUse"/>).</exception>
    public static SafeFileHandle OpenLocked(string path) =>
        OperatingSystem.IsWindows() ? WindowsPrivateFiles.OpenLocked(path) : UnixPrivateFiles.Lock(OpenOrCreate(path), path);

    /// <summary>What stands under a path, links not followed; null if nothing does.</summary>
    public static PrivateStatus? Inspect(string path) =>
        OperatingSystem.IsWindows() ? WindowsPrivateFiles.Inspect(path) : UnixPrivateFiles.Inspect(path);

    /// <summary>Requires a directory of ours; others may have rights to it.</summary>
    public static void RequireDirectory(string path) => Require(path, FileType.Directory);

    /// <summary>Requires a file of ours; others may have rights to it.</summary>
    public static void RequireFile(string path) => Require(path, FileType.File);

    /// <summary>Takes the rights that others have to a file or directory of ours. The path must be one that <see cref="Inspect"/> tells to be ours.</summary>
    public static PrivateNarrowing Narrow(string path)
    {
        if (Inspect(path) is not { } status) throw DurableIoException.NotFound("Narrow", path);
        Require(status, path, status.Type == FileType.Directory ? FileType.Directory : FileType.File);
        if (status.IsPrivate) return PrivateNarrowing.NothingToDo;
        if (OperatingSystem.IsWindows()) WindowsPrivateFiles.Narrow(path);
        else UnixPrivateFiles.Narrow(path);
        return Inspect(path) is { IsPrivate: true } ? PrivateNarrowing.Done : PrivateNarrowing.Impossible;
    }

    /// <exception cref="DurableIoException">It is of another type, or of another account.</exception>
    internal static void Require(in PrivateStatus status, string path, FileType type)
    {
        var (fault, reason) = (status.Type, type) switch
        {
            (FileType.Link, _) => (DurableIoFault.Link, "it is a link"),
            (var found, _) when found == type => (DurableIoFault.ForeignOwner, "it belongs to another account"),
            (_, FileType.Directory) => (DurableIoFault.NotADirectory, "it is no directory"),
            _ => (DurableIoFault.NotAFile, "it is no file"),
        };
        if (status.Type != type || !status.IsOurs) throw new DurableIoException("Open", path, fault, 0, reason, 0);
    }

    private static void Require(string path, FileType type)
    {
        if (Inspect(path) is not { } status) throw DurableIoException.NotFound("Open", path);
        Require(status, path, type);
    }
}

/// <summary>What <see cref="PrivateFiles"/> asks of an entry.</summary>
internal readonly record struct PrivateStatus
{
    public required FileType Type { get; init; }

    /// <summary>Of a file, in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Whether our account owns it.</summary>
    public required bool IsOurs { get; init; }

    /// <summary>Whether anybody but the owner and the system's administrators may read it, or search it if it is a directory.</summary>
    public required bool OthersMayRead { get; init; }

    /// <summary>Whether anybody but the owner and the system's administrators may write it.</summary>
    public required bool OthersMayWrite { get; init; }

    public bool IsPrivate => !OthersMayRead && !OthersMayWrite;
}

/// <summary>What came of <see cref="PrivateFiles.Narrow"/>.</summary>
internal enum PrivateNarrowing
{
    /// <summary>Nobody else had rights.</summary>
    NothingToDo,

    /// <summary>Others had rights and have them no more.</summary>
    Done,

    /// <summary>Others have rights still: the file system keeps no permissions.</summary>
    Impossible,
}
