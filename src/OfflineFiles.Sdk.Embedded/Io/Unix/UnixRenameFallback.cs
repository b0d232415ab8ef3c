using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>A rename that refuses to replace, on file systems whose kernel driver does not offer one (most of those over FUSE).</summary>
internal static class UnixRenameFallback
{
    public static void RenameNoReplace(SafeFileHandle from, string name, SafeFileHandle to, string newName, string path)
    {
        var source = UnixStatus.TryOf(from, name, path) ?? throw UnixError.From(UnixError.NoEntry, "Rename without replacing", path);
        if (source.Type == FileType.Directory) MoveOverOwnDirectory(from, name, to, newName, path);
        else if (!TryLink(from, name, to, newName, path)) MoveOverReservation(from, name, to, newName, path);
    }

    // rename(2) replaces a directory only while that is empty, so one that somebody fills meanwhile is safe.
    private static void MoveOverOwnDirectory(SafeFileHandle from, string name, SafeFileHandle to, string newName, string path)
    {
        UnixDurableIo.CreateDirectory(to, newName, path);
        try
        {
            UnixDurableIo.RenameReplace(from, name, to, newName, path);
        }
        catch (DurableIoException)
        {
            UnixDurableIo.Rmdir(to, newName, path);
            throw;
        }
    }

    private static bool TryLink(SafeFileHandle from, string name, SafeFileHandle to, string newName, string path)
    {
        var native = UnixName.Encode(name, "Link");
        if (UnixNative.LinkAt(from, native, to, UnixName.Encode(newName, "Link"), 0) == 0)
        {
            UnixDurableIo.Unlink(from, name, path);
            return true;
        }

        // EPERM and EIO are what SMB over FUSE answers when there are no links; real faults come back from the next step.
        var errno = Marshal.GetLastPInvokeError();
        return UnixError.IsUnknownCall(errno) || UnixError.FaultOf(errno) is DurableIoFault.AccessDenied or DurableIoFault.Unreachable
            ? false
            : throw UnixError.Last("Rename without replacing", path);
    }

    // The exclusive creation is what refuses; the rename then goes over our own empty file, if it still is ours and empty.
    internal static void MoveOverReservation(SafeFileHandle from, string name, SafeFileHandle to, string newName, string path)
    {
        FileStatus reserved;
        using (var reservation = UnixDurableIo.Open(
            to, newName, OpenReadWrite | Create | Exclusive | NoFollow, "Rename without replacing", path, NewFileMode))
            reserved = UnixStatus.Of(reservation, path);
        EnsureStillReserved(reserved, to, newName, path);
        try
        {
            UnixDurableIo.RenameReplace(from, name, to, newName, path);
        }
        catch (DurableIoException)
        {
            EnsureStillReserved(reserved, to, newName, path);
            UnixDurableIo.Unlink(to, newName, path);
            throw;
        }
    }

    private static void EnsureStillReserved(in FileStatus reserved, SafeFileHandle to, string newName, string path)
    {
        var found = UnixStatus.TryOf(to, newName, path);
        if (found is not { Size: 0 } || found.Value.FileId != reserved.FileId || found.Value.Modified != reserved.Modified)
            throw UnixError.From(UnixError.Exists, "Rename without replacing", path);
    }
}
