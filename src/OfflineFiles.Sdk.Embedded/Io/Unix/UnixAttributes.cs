using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>Extended attributes of Linux, access lists among them.</summary>
internal static class UnixAttributes
{
    public const string AccessList = "system.posix_acl_access";
    public const string DefaultAccessList = "system.posix_acl_default";
    private const int NoData = 61;
    private const int TooSmall = 34;
    private const int MostAtOnce = 64 * 1024;

    // What they sign is the old bytes.
    private static readonly string[] BoundToBytes = ["security.ima", "security.evm"];

    /// <summary>The access lists of some servers. Where they are more than another form of the mode they are as good as the system lets us keep them.</summary>
    private static readonly string[] OfServers = ["system.nfs4_acl", "system.cifs_acl", "system.richacl"];

    /// <summary>Copies what is kept with the bytes of a file, as far as we may.</summary>
    /// <param name="from">The file that has it.</param>
    /// <param name="to">The new file.</param>
    /// <param name="isSameOwner">Whether owner and group are the same: else nothing is copied that gives rights to a program or by a server's list.</param>
    /// <param name="path">For messages.</param>
    public static void Copy(SafeFileHandle from, SafeFileHandle to, bool isSameOwner, string path)
    {
        if (!AreKept(from, path)) return;
        foreach (var name in List(from, path).Where(name => IsCopied(name, isSameOwner)).Concat(isSameOwner ? OfServers : []))
            if (TryGet(from, name, path) is { } value) _ = TrySet(to, name, value, path);
    }

    /// <summary>Null if the file has none of that name, or we may not know.</summary>
    public static byte[]? TryGet(SafeFileHandle file, string name, string path)
    {
        if (IsApple) return null;
        var native = UnixName.Encode(name, "Read attribute");
        var buffer = new byte[256];
        while (true)
        {
            var length = UnixNative.GetAttribute(file, native, buffer, buffer.Length);
            if (length >= 0) return buffer[..(int)length];
            if (Marshal.GetLastPInvokeError() == TooSmall && buffer.Length < MostAtOnce) buffer = new byte[MostAtOnce];
            else return WhenRefused(file, "Read attribute", path) ? null : throw UnixError.Last("Read attribute", path);
        }
    }

    /// <summary>False when we may not, or the file system cannot.</summary>
    public static bool TrySet(SafeFileHandle file, string name, byte[] value, string path) =>
        !IsApple
        && (UnixNative.SetAttribute(file, UnixName.Encode(name, "Keep attribute"), value, value.Length, 0) == 0
            || (WhenRefused(file, "Keep attribute", path) ? false : throw UnixError.Last("Keep attribute", path)));

    /// <summary>False when the file has it still.</summary>
    public static bool TryRemove(SafeFileHandle file, string name, string path) =>
        IsApple
        || UnixNative.RemoveAttribute(file, UnixName.Encode(name, "Remove attribute")) == 0
        || TryGet(file, name, path) is null;

    private static string[] List(SafeFileHandle file, string path)
    {
        if (IsApple) return [];
        var buffer = new byte[MostAtOnce];
        var length = UnixNative.ListAttributes(file, buffer, buffer.Length);
        if (length >= 0) return Encoding.UTF8.GetString(buffer, 0, (int)length).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return WhenRefused(file, "List attributes", path) ? [] : throw UnixError.Last("List attributes", path);
    }

    private static bool IsCopied(string name, bool isSameOwner) =>
        !BoundToBytes.Contains(name)
        && (name.StartsWith("user.", StringComparison.Ordinal)
            || name.StartsWith("trusted.", StringComparison.Ordinal)
            || (name.StartsWith("security.", StringComparison.Ordinal) && (isSameOwner || name != "security.capability")));

    /// <summary>Whether the file system knows attributes at all. One that does not may break when they are listed (smbnetfs), and not when one is read.</summary>
    private static bool AreKept(SafeFileHandle file, string path) =>
        UnixNative.GetAttribute(file, UnixName.Encode("user.offlinefiles", "Read attribute"), [], 0) >= 0
        || Marshal.GetLastPInvokeError() == NoData
        || UnixError.Last("Read attribute", path).Fault == DurableIoFault.AccessDenied
        || !WhenRefused(file, "Read attribute", path);

    /// <summary>Whether the last call was refused, or there was nothing; else it failed.</summary>
    private static bool WhenRefused(SafeFileHandle file, string operation, string path)
    {
        var error = UnixError.Last(operation, path);
        var isRefused = error.NativeError == NoData
            || UnixError.IsUnknownCall(error.NativeError)
            || error.Fault is DurableIoFault.AccessDenied or DurableIoFault.TooLarge or DurableIoFault.NotFound
            || (error.Fault == DurableIoFault.Unreachable && UnixFileSystem.IsServedElsewhere(file));
        // Whoever calls reports the error by its number.
        Marshal.SetLastPInvokeError(error.NativeError);
        return isRefused;
    }
}
