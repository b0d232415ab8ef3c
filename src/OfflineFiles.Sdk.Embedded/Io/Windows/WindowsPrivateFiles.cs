using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Windows.WindowsNative;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>Files and directories for the account, the system and the administrators.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsPrivateFiles
{
    public static void CreateDirectory(string path) =>
        WindowsAccess.With(WindowsAccess.Private(isDirectory: true), attributes =>
        {
            WindowsDurableIo.CreateDirectory(path, attributes);
            return true;
        });

    public static SafeFileHandle Create(string path) => Made(path, CreateNew, ShareRead | ShareDelete);

    public static SafeFileHandle Open(string path, FileAccess access)
    {
        var file = WindowsOpen.ForBytes(path, RightsOf(access));
        Require(file, path);
        return file;
    }

    public static SafeFileHandle OpenLocked(string path)
    {
        var file = Made(path, OpenAlways, ShareNothing);
        Require(file, path);
        return file;
    }

    public static PrivateStatus? Inspect(string path)
    {
        try
        {
            using var entry = WindowsOpen.Look(path, ReadAttributes | ReadControl, "Open");
            return StatusOf(entry, path);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.NotFound)
        {
            return null;
        }
    }

    public static void Narrow(string path)
    {
        using var entry = WindowsOpen.Look(path, ReadAttributes | ReadControl | WriteDac, "Narrow");
        var isDirectory = WindowsStatus.Of(entry, path).Type == FileType.Directory;
        PrivateFiles.Require(StatusOf(entry, path), path, isDirectory ? FileType.Directory : FileType.File);
        if (WindowsAccess.TryRead(entry, path) is null) return;
        var list = WindowsAccess.Private(isDirectory).DiscretionaryAcl!;
        if (isDirectory) WindowsAccess.WriteDown(entry, path, list);
        else WindowsAccess.Write(entry, path, list);
    }

    private static SafeFileHandle Made(string path, uint disposition, uint share) =>
        WindowsAccess.With(WindowsAccess.Private(isDirectory: false), attributes => WindowsOpen.Make(path, disposition, share, attributes));

    private static uint RightsOf(FileAccess access) =>
        (access.HasFlag(FileAccess.Read) ? GenericRead : 0) | (access.HasFlag(FileAccess.Write) ? GenericWrite : 0);

    /// <summary>Closes the handle if the file is not ours.</summary>
    private static void Require(SafeFileHandle file, string path)
    {
        try
        {
            PrivateFiles.Require(StatusOf(file, path), path, FileType.File);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static PrivateStatus StatusOf(SafeFileHandle entry, string path)
    {
        var status = WindowsStatus.Of(entry, path);
        var length = status.Type == FileType.File ? status.Size : 0;
        return WindowsAccess.TryRead(entry, path, OwnerInformation | DaclInformation) is { } read
            ? new PrivateStatus
            {
                Type = status.Type,
                Length = length,
                IsOurs = read.Owner is null || WindowsAccess.IsTrusted(read.Owner),
                OthersMayRead = WindowsAccess.OthersMay(read.DiscretionaryAcl, WindowsAccess.AnyRead),
                OthersMayWrite = WindowsAccess.OthersMay(read.DiscretionaryAcl, WindowsAccess.AnyChange),
            }
            // FAT and its like: nobody owns a file, and everybody may do everything.
            : new PrivateStatus { Type = status.Type, Length = length, IsOurs = true, OthersMayRead = true, OthersMayWrite = true };
    }
}
