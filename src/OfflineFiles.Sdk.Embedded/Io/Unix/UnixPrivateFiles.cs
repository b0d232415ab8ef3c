using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>Files and directories of 0600 and 0700.</summary>
internal static class UnixPrivateFiles
{
    private static SafeFileHandle Anywhere => UnixDurableIo.Anywhere;

    public static void CreateDirectory(string path)
    {
        UnixDurableIo.CreateDirectory(Anywhere, path, path, PrivateDirectoryMode);
        // A mask that takes from ourselves as well would keep us from opening it.
        if (UnixStatus.TryOf(Anywhere, path, "") is { Type: FileType.Directory, Mode: var mode } && (mode & PrivateDirectoryMode) != PrivateDirectoryMode)
            _ = UnixNative.ChangeModeAt(Anywhere, UnixName.Encode(path, "Create directory"), PrivateDirectoryMode, 0);
        using var directory = UnixDurableIo.Open(Anywhere, path, OpenReadOnly | DirectoryOnly | NoFollow, "Open directory", path);
        if (!StatusOf(UnixStatus.Of(directory, path)).IsOurs) throw UnixError.From(UnixError.Exists, "Create directory", path);
        Narrow(new UnixFile(directory, path), PrivateDirectoryMode);
    }

    public static SafeFileHandle Create(string path)
    {
        var file = UnixDurableIo.Open(Anywhere, path, OpenReadWrite | UnixConstants.Create | Exclusive | NoFollow, "Create", path, PrivateFileMode);
        try
        {
            // A mask may have taken from us, and a directory may hand down rights.
            Narrow(new UnixFile(file, path), PrivateFileMode);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public static SafeFileHandle Open(string path, FileAccess access)
    {
        // Opening a device can set it going, so the look comes first; the file that was opened is looked at again.
        if (Inspect(path) is { } found) PrivateFiles.Require(found, path, FileType.File);
        var flags = access == FileAccess.Read ? OpenReadOnly : access == FileAccess.Write ? OpenWriteOnly : OpenReadWrite;
        var file = UnixDurableIo.Open(Anywhere, path, flags | NoFollow | NonBlocking, "Open", path);
        try
        {
            PrivateFiles.Require(StatusOf(UnixStatus.Of(file, path)), path, FileType.File);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Takes the file over, also when it fails.</summary>
    public static SafeFileHandle Lock(SafeFileHandle file, string path)
    {
        if (UnixNative.Lock(file, LockExclusive | LockNonBlocking) == 0) return file;
        var error = UnixError.Last("Lock", path);
        // Without locks in the file system the directory's privacy is what there is.
        if (UnixError.IsUnknownCall(error.NativeError)) return file;
        file.Dispose();
        throw error;
    }

    public static PrivateStatus? Inspect(string path) => UnixStatus.TryOf(Anywhere, path, "") is { } status ? StatusOf(status) : null;

    /// <param name="directory">The directory.</param>
    /// <param name="native">A path in it, with a NUL at its end.</param>
    /// <param name="path">The path of the directory, for the message only.</param>
    public static PrivateStatus? Inspect(SafeFileHandle directory, ReadOnlySpan<byte> native, string path) =>
        UnixStatus.TryOf(directory, native, path) is { } status ? StatusOf(status) : null;

    public static void Narrow(string path)
    {
        using var entry = UnixDurableIo.Open(Anywhere, path, OpenReadOnly | NoFollow | NonBlocking, "Narrow", path);
        var status = UnixStatus.Of(entry, path);
        var wanted = status.Type == FileType.Directory ? FileType.Directory : FileType.File;
        PrivateFiles.Require(StatusOf(status), path, wanted);
        Narrow(new UnixFile(entry, path), status.Mode & ~(OthersMask | SetIdBits));
    }

    private static void Narrow(UnixFile entry, uint mode)
    {
        // The mask of a list is among the bits that go; what is made in a directory gets that one's list for new entries.
        UnixAttributes.TryRemove(entry.Handle, UnixAttributes.AccessList, entry.Path);
        UnixAttributes.TryRemove(entry.Handle, UnixAttributes.DefaultAccessList, entry.Path);
        if (entry.Status().Mode != mode) _ = entry.TryChangeMode(mode);
    }

    private static PrivateStatus StatusOf(in FileStatus status) => new()
    {
        Type = status.Type,
        Length = status.Type == FileType.File ? status.Size : 0,
        IsOurs = status.Owner == UnixAccount.User,
        // Search is as good as reading for who knows a name.
        OthersMayRead = (status.Mode & OthersMask & ~OthersWriteBits) != 0,
        OthersMayWrite = (status.Mode & OthersWriteBits) != 0,
    };
}
