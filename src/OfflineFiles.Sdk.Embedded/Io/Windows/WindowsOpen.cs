using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Windows.WindowsNative;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>Opens entries. A look follows no link and brings nothing from where a placeholder keeps its bytes.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsOpen
{
    public const uint ShareAll = ShareRead | ShareWrite | ShareDelete;

    // BACKUP_SEMANTICS is what opens directories.
    private const uint LookFlags = FlagBackupSemantics | FlagOpenReparsePoint | FlagOpenNoRecall;

    /// <summary>Opens the entry itself, whatever it is.</summary>
    public static SafeFileHandle Look(string path, uint access, string operation, uint share = ShareAll) =>
        Open(path, access, share, LookFlags, operation);

    /// <summary>Opens the directory behind a path that is the user's own setting.</summary>
    public static SafeFileHandle Following(string path, uint access, uint share, string operation) =>
        Open(path, access, share, FlagBackupSemantics, operation);

    /// <summary>Creates a file for reading and writing, or with <see cref="OpenAlways"/> opens what is there.</summary>
    public static SafeFileHandle Make(string path, uint disposition, uint share, nint securityAttributes) => Checked(
        CreateFile(WindowsPath.Extend(path), GenericRead | GenericWrite, share, securityAttributes, disposition, FlagOpenReparsePoint, 0),
        path,
        "Create");

    /// <summary>
    /// Opens a file for its bytes. Through a handle of a look those of a deduplicated file or a placeholder are not the file's, even where the
    /// system hides that it is one: so they come through a second handle, which would follow a link. While it is opened the first one keeps
    /// the name from being given to another entry.
    /// </summary>
    /// <exception cref="DurableIoException">It is a link (<see cref="DurableIoFault.Link"/>).</exception>
    public static SafeFileHandle ForBytes(string path, uint access)
    {
        var look = Look(path, GenericRead, "Open", ShareRead | ShareWrite);
        var seen = Seen(look, path);
        // Whoever asked looks at it himself and refuses.
        if (seen.Type != FileType.File) return look;
        using (look)
        {
            var file = Open(path, access, ShareAll, 0, "Open");
            var opened = Seen(file, path);
            if ((opened.FileId, opened.Device) == (seen.FileId, seen.Device)) return file;
            file.Dispose();
            throw WindowsError.From(WindowsErrorCode.SharingViolation, "Open", path);
        }
    }

    /// <summary>The path of an open entry without the links that led to it; null where the system does not tell.</summary>
    public static unsafe string? TryPlaceOf(SafeFileHandle handle, uint form = 0)
    {
        const int Longest = 32768;
        var buffer = new char[Longest];
        fixed (char* path = buffer)
        {
            var length = GetFinalPathName(handle, path, Longest, form | FileNameOpened);
            return length is 0 or >= Longest ? null : new string(path, 0, (int)length);
        }
    }

    /// <exception cref="DurableIoException">It is a link (<see cref="DurableIoFault.Link"/>); the handle is closed.</exception>
    public static FileStatus Seen(SafeFileHandle handle, string path)
    {
        try
        {
            var status = WindowsStatus.Of(handle, path);
            return status.Type != FileType.Link ? status : throw new DurableIoException("Open", WindowsPath.Shown(path), DurableIoFault.Link, 0, "it is a link", 0);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static SafeFileHandle Open(string path, uint access, uint share, uint flags, string operation) => WindowsSharing.Patiently(
        () => Checked(CreateFile(WindowsPath.Extend(path), access, share, 0, OpenExisting, flags, 0), path, operation));

    private static SafeFileHandle Checked(SafeFileHandle handle, string path, string operation)
    {
        if (!handle.IsInvalid) return handle;
        var error = WindowsError.Last(operation, path);
        handle.Dispose();
        throw error;
    }
}
