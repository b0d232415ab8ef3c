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
        WindowsSharing.Patiently(() =>
        {
            // Without MOVEFILE_COPY_ALLOWED a move to another volume fails instead of becoming a copy.
            if (!WindowsNative.MoveFile(WindowsPath.Extend(source), WindowsPath.Extend(destination), flags))
                throw WindowsError.Last("Rename", source);
        });
    }

    /// <summary>False when nothing was done: the system could not, or the target is gone. Replacing in steps tells which.</summary>
    /// <remarks>
    /// The system merges creation time, attributes, access and streams of the old file into the new one. Access and streams are to be kept; the
    /// others were decided when the new file was written, and are set again. Merge errors are ignored: the new file was made with the access of
    /// the old one, so that none of them gives anybody more.
    /// </remarks>
    public static bool TryReplaceSettingAside(string source, string target, string aside) =>
        WindowsSharing.Patiently(() => TryReplaceAtOnce(source, target, aside));

    public static void Delete(string path) => WindowsSharing.Patiently(() => DeleteAtOnce(path));

    public static void RemoveDirectory(string path) => WindowsSharing.Patiently(() =>
    {
        if (!WindowsNative.RemoveDirectory(WindowsPath.Extend(path))) throw WindowsError.Last("Remove directory", path);
    });

    public static void CreateDirectory(string path, nint securityAttributes = 0)
    {
        if (!WindowsNative.CreateDirectory(WindowsPath.Extend(path), securityAttributes)) throw WindowsError.Last("Create directory", path);
    }

    private static bool TryReplaceAtOnce(string source, string target, string aside)
    {
        FileStatus wanted;
        using (var written = WindowsOpen.Look(source, WindowsNative.ReadAttributes, "Replace")) wanted = WindowsStatus.Of(written, source);
        if (WindowsNative.ReplaceFile(
            WindowsPath.Extend(target), WindowsPath.Extend(source), WindowsPath.Extend(aside), WindowsNative.ReplaceIgnoreMergeErrors, 0, 0))
        {
            Restore(target, wanted);
            return true;
        }

        var error = Marshal.GetLastPInvokeError();
        // The one failure that leaves the target under the other name: put it back before reporting.
        if (error == (int)WindowsErrorCode.UnableToMoveReplacement2) Move(aside, target, replace: false);
        Restore(source, wanted);
        return WindowsError.FaultOf(error) is DurableIoFault.NotSupported or DurableIoFault.AccessDenied or DurableIoFault.NotFound
            || WindowsError.IsUnknownCall(error)
            ? false
            : throw WindowsError.From(error, "Replace", target);
    }

    private static void DeleteAtOnce(string path)
    {
        var extended = WindowsPath.Extend(path);
        if (WindowsNative.DeleteFile(extended)) return;
        var error = Marshal.GetLastPInvokeError();
        // A read-only file is refused until the attribute is gone.
        if (WindowsError.FaultOf(error) != DurableIoFault.AccessDenied || !TrySetReadOnly(path, false)) throw WindowsError.From(error, "Delete", path);
        if (WindowsNative.DeleteFile(extended)) return;
        var failure = WindowsError.Last("Delete", path);
        TrySetReadOnly(path, true);
        throw failure;
    }

    /// <summary>Should another file stand there by now, it is left as it is.</summary>
    private static void Restore(string path, in FileStatus wanted)
    {
        try
        {
            using var file = WindowsOpen.Look(path, WindowsNative.ReadAttributes | WindowsNative.WriteAttributes, "Set attributes");
            if (WindowsStatus.Of(file, path).FileId == wanted.FileId) WindowsStatus.Restore(file, path, wanted);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.NotFound)
        {
            // Whoever asked looks for it next, and misses it.
        }
    }

    private static bool TrySetReadOnly(string path, bool isReadOnly)
    {
        using var file = WindowsOpen.Look(path, WindowsNative.ReadAttributes | WindowsNative.WriteAttributes, "Delete");
        var attributes = WindowsStatus.Of(file, path).Attributes;
        if (attributes.HasFlag(FileAttributes.ReadOnly) == isReadOnly) return false;
        WindowsStatus.SetMetadata(file, path, attributes ^ FileAttributes.ReadOnly, null, null, null);
        return true;
    }
}
