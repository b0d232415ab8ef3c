using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>The UUID of a Linux file system (FS_IOC_GETFSUUID, Linux 6.9), with the number of the subvolume where it has some.</summary>
internal static class UnixFileSystemId
{
    private const nuint GetUuid = 0x80111500;
    private const int UuidLength = 16;

    /// <summary>Null for a file system without one, such as those over FUSE, for an older kernel, and on macOS.</summary>
    public static string? TryRead(SafeFileHandle directory, string path)
    {
        if (UnixConstants.IsApple) return null;
        // The length in one byte, then the bytes.
        var buffer = new byte[1 + UuidLength];
        if (UnixNative.Control(directory, GetUuid, buffer) != 0)
            return UnixError.FaultOf(Marshal.GetLastPInvokeError()) == DurableIoFault.Unreachable ? throw UnixError.Last("Identify", path) : null;
        if (buffer[0] != UuidLength || !buffer.AsSpan(1).ContainsAnyExcept((byte)0)) return null;
        var uuid = new Guid(buffer.AsSpan(1), bigEndian: true).ToString();
        return UnixStatus.SubvolumeOf(directory, path) is > 0 and var number ? string.Create(CultureInfo.InvariantCulture, $"{uuid}/{number}") : uuid;
    }
}
