using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>Asks for rights before they are used.</summary>
internal static class UnixRights
{
    public static void RequireRemovable(SafeFileHandle directory, string directoryPath, string name, string path)
    {
        Ask(directory, ".", MayWrite | MayExecute, directoryPath);
        var parent = UnixStatus.Of(directory, directoryPath);
        if (parent.IsImmutable) throw Denied(directoryPath, "the directory is immutable or append-only");
        if (UnixStatus.TryOf(directory, name, directoryPath) is not { } status) return;
        if (status.IsImmutable) throw Denied(path, "it is immutable or append-only");
        var user = UnixAccount.User;
        if ((parent.Mode & StickyBit) != 0 && user != status.Owner && user != parent.Owner && !UnixAccount.PassesAsOwner)
            throw Denied(path, "it belongs to another account, in a directory in which everybody may replace only what is his own");
    }

    public static void RequireWritable(SafeFileHandle directory, string directoryPath, string name, string path)
    {
        RequireRemovable(directory, directoryPath, name, path);
        if (UnixStatus.TryOf(directory, name, directoryPath) is not { Type: FileType.File } status) return;
        if ((status.Mode & (WriteBits | OwnerRead)) == OwnerRead && status.Owner == UnixAccount.User) return;
        Ask(directory, name, MayWrite, path);
        // What the system says of rights is its own opinion there.
        if (UnixFileSystem.IsServedElsewhere(directory)) Open(directory, name, path);
    }

    private static void Ask(SafeFileHandle directory, string name, int access, string path)
    {
        if (TryAsk(directory, UnixName.Encode(name, "Ask for access"), access)) return;
        var error = UnixError.Last("Write", path);
        // A kernel without the call, or a sandbox that knows it as little and says EPERM: opening tells. A directory has its names written later.
        if (error.Fault != DurableIoFault.NotSupported && error.NativeError != UnixError.NotPermitted) throw error;
        if (name != ".") Open(directory, name, path);
        else if (!IsApple && UnixNative.AccessAt(directory, UnixName.Encode(name, "Ask for access"), access, 0) != 0) throw UnixError.Last("Write", path);
    }

    private static bool TryAsk(SafeFileHandle directory, byte[] name, int access) => IsApple
        ? UnixNative.AccessAt(directory, name, access, EffectiveAccessAt) == 0
        : UnixNative.AccessAt2(SystemCallFAccessAt2, directory, name, access, EffectiveAccessAt | NoFollowAt) == 0;

    private static void Open(SafeFileHandle directory, string name, string path)
    {
        try
        {
            using var file = UnixDurableIo.Open(directory, name, OpenWriteOnly | NoFollow | NonBlocking, "Write", path);
        }
        // A program that runs, a lease of another reader: not a matter of rights, and not in the way of a rename.
        catch (DurableIoException e) when (e.Fault == DurableIoFault.InUse)
        {
        }
    }

    private static DurableIoException Denied(string path, string reason) =>
        new("Write", path, DurableIoFault.AccessDenied, UnixError.NotPermitted, reason, UnixError.NotPermitted);
}
