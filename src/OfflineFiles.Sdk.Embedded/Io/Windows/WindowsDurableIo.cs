using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>The durable calls over Win32. Paths get the extended prefix, so that their length and their trailing dots are taken literally.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsDurableIo
{
    public static void Fsync(SafeFileHandle file, string path)
    {
        if (!WindowsNative.FlushFileBuffers(file)) throw WindowsError.Last("Flush", path);
    }

    public static void Move(string source, string destination, bool replace)
    {
        var flags = WindowsNative.MoveWriteThrough | (replace ? WindowsNative.MoveReplaceExisting : 0);
        // Without MOVEFILE_COPY_ALLOWED a move to another volume fails instead of becoming a copy.
        if (!WindowsNative.MoveFile(WindowsPath.Extend(source), WindowsPath.Extend(destination), flags))
            throw WindowsError.Last("Rename", source);
    }

    /// <summary>False when nothing was done because the system could not.</summary>
    public static bool TryReplaceSettingAside(string source, string target, string aside)
    {
        if (WindowsNative.ReplaceFile(
            WindowsPath.Extend(target), WindowsPath.Extend(source), WindowsPath.Extend(aside), WindowsNative.ReplaceIgnoreMergeErrors, 0, 0))
            return true;
        var error = Marshal.GetLastPInvokeError();
        // The one failure that leaves the target under the other name: put it back before reporting.
        if (error == WindowsError.UnableToMoveReplacementLeftAside) Move(aside, target, replace: false);
        return WindowsError.FaultOf(error) is DurableIoFault.NotSupported or DurableIoFault.AccessDenied
            ? false
            : throw WindowsError.From(error, "Replace", target);
    }

    public static void Delete(string path)
    {
        var extended = WindowsPath.Extend(path);
        if (WindowsNative.DeleteFile(extended)) return;
        var error = Marshal.GetLastPInvokeError();
        // A read-only file is refused until the attribute is gone.
        if (WindowsError.FaultOf(error) != DurableIoFault.AccessDenied || !TryClearReadOnly(path)) throw WindowsError.From(error, "Delete", path);
        if (!WindowsNative.DeleteFile(extended)) throw WindowsError.Last("Delete", path);
    }

    public static void RemoveDirectory(string path)
    {
        if (!WindowsNative.RemoveDirectory(WindowsPath.Extend(path))) throw WindowsError.Last("Remove directory", path);
    }

    public static void CreateDirectory(string path)
    {
        if (!WindowsNative.CreateDirectory(WindowsPath.Extend(path), 0)) throw WindowsError.Last("Create directory", path);
    }

    private static bool TryClearReadOnly(string path)
    {
        using var file = WindowsStatus.Open(path, WindowsNative.ReadAttributes | WindowsNative.WriteAttributes, "Delete");
        var status = WindowsStatus.Of(file, path);
        if (!status.Attributes.HasFlag(FileAttributes.ReadOnly)) return false;
        WindowsStatus.SetMetadata(file, path, status.Attributes & ~FileAttributes.ReadOnly, null, null, null);
        return true;
    }
}
