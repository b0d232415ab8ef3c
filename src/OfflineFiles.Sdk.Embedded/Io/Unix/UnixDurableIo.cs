using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>The durable calls over libc, relative to an open directory.</summary>
internal static class UnixDurableIo
{
    /// <summary>Stands for "the path as it is" where a directory is asked for.</summary>
    public static readonly SafeFileHandle Anywhere = new(CurrentDirectory, ownsHandle: false);

    public static SafeFileHandle Open(SafeFileHandle directory, string name, int flags, string operation, string path, uint mode = 0)
    {
        Span<byte> native = stackalloc byte[UnixName.MostOnStack];
        native = UnixName.Encode(name, operation, native);
        flags |= CloseOnExec;
        while (true)
        {
            var descriptor = IsApple && RuntimeInformation.ProcessArchitecture == Architecture.Arm64
                ? UnixNative.OpenAtAppleArm(directory, native, flags, 0, 0, 0, 0, 0, (nint)mode)
                : UnixNative.OpenAt(directory, native, flags, mode);
            if (descriptor >= 0) return new SafeFileHandle(descriptor, ownsHandle: true);
            if (Marshal.GetLastPInvokeError() != UnixError.Interrupted) throw UnixError.Last(operation, path);
        }
    }

    public static void Fsync(SafeFileHandle file, string path)
    {
        // macOS' fsync stops at the drive's cache. File systems without the full form fall back to it.
        if (IsApple && UnixNative.Fcntl(file, AppleFullFsync) >= 0) return;
        if (UnixNative.Fsync(file) != 0) throw UnixError.Last("Fsync", path);
    }

    public static void FsyncDirectory(SafeFileHandle directory, string path)
    {
        if (UnixNative.Fsync(directory) == 0) return;
        // EINVAL: a file system (as some over FUSE) without directory sync. Its renames are as durable as they get.
        if (!UnixError.IsUnknownCall(Marshal.GetLastPInvokeError())) throw UnixError.Last("Fsync of directory", path);
    }

    public static void RenameReplace(SafeFileHandle from, string name, SafeFileHandle to, string newName, string path)
    {
        if (UnixNative.RenameAt(from, UnixName.Encode(name, "Rename"), to, UnixName.Encode(newName, "Rename")) != 0)
            throw UnixError.Last("Rename", path);
    }

    /// <summary>False when the kernel or the file system has no such rename.</summary>
    public static bool TryRenameNoReplace(SafeFileHandle from, string name, SafeFileHandle to, string newName, string path) =>
        TryRenameFlagged(from, name, to, newName, exchange: false, path);

    /// <summary>False when the file system has no hard links, or not for us.</summary>
    public static bool TryLink(SafeFileHandle from, string name, SafeFileHandle to, string newName, string path)
    {
        if (UnixNative.LinkAt(from, UnixName.Encode(name, "Link"), to, UnixName.Encode(newName, "Link"), 0) == 0) return true;
        // EPERM and EIO are what SMB over FUSE answers when there are no links; real faults come back from the next step.
        var error = UnixError.Last("Link", path);
        return UnixError.IsUnknownCall(error.NativeError) || error.Fault is DurableIoFault.AccessDenied or DurableIoFault.Unreachable
            ? false
            : throw error;
    }

    public static bool TryExchange(SafeFileHandle from, string name, SafeFileHandle to, string newName, string path) =>
        TryRenameFlagged(from, name, to, newName, exchange: true, path);

    public static void Unlink(SafeFileHandle directory, string name, string path)
    {
        if (UnixNative.UnlinkAt(directory, UnixName.Encode(name, "Delete"), 0) != 0) throw UnixError.Last("Delete", path);
    }

    public static void Rmdir(SafeFileHandle directory, string name, string path)
    {
        if (UnixNative.UnlinkAt(directory, UnixName.Encode(name, "Remove directory"), RemoveDirectoryAt) != 0)
            throw UnixError.Last("Remove directory", path);
    }

    public static void CreateDirectory(SafeFileHandle directory, string name, string path, uint mode = NewDirectoryMode)
    {
        if (UnixNative.MakeDirectoryAt(directory, UnixName.Encode(name, "Create directory"), mode) != 0)
            throw UnixError.Last("Create directory", path);
    }

    /// <summary>False when the kernel or the file system does not know the flag.</summary>
    private static bool TryRenameFlagged(
        SafeFileHandle from, string name, SafeFileHandle to, string newName, bool exchange, string path)
    {
        var operation = exchange ? "Exchange" : "Rename without replacing";
        var native = UnixName.Encode(name, operation);
        var newNative = UnixName.Encode(newName, operation);
        var result = IsApple
            ? UnixNative.RenameAtApple(from, native, to, newNative, exchange ? AppleRenameSwap : AppleRenameExclusive)
            : UnixNative.RenameAt2(
                SystemCallRenameAt2, from, native, to, newNative, exchange ? RenameExchangeFlag : RenameNoReplaceFlag);
        if (result == 0) return true;
        return UnixError.IsUnknownCall(Marshal.GetLastPInvokeError()) ? false : throw UnixError.Last(operation, path);
    }
}
