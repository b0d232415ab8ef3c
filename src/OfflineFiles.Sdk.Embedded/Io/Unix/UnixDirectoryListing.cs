using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>Reads the names of an open directory: all of them, or an error.</summary>
internal static class UnixDirectoryListing
{
    private const int BufferLength = 64 * 1024;
    private const int LinuxNameOffset = 19;
    private const int AppleLengthOffset = 18;
    private const int AppleNameOffset = 21;

    /// <summary>The handle is a fresh one: its position is used, and it may be closed.</summary>
    public static IReadOnlyList<DirectoryName> Read(SafeFileHandle directory, string path, CancellationToken cancellationToken) =>
        UnixConstants.IsApple ? ReadApple(directory, path, cancellationToken) : ReadLinux(directory, path, cancellationToken);

    private static List<DirectoryName> ReadLinux(SafeFileHandle directory, string path, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            var names = new List<DirectoryName>();
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var length = (int)UnixNative.GetDirectoryEntries(UnixConstants.SystemCallGetDents64, directory, buffer, BufferLength);
                if (length < 0) throw UnixError.Last("List", path);
                if (length == 0) return names;
                for (var at = 0; at < length;)
                {
                    var record = BinaryPrimitives.ReadUInt16LittleEndian(buffer.AsSpan(at + 16));
                    var name = buffer.AsSpan(at + LinuxNameOffset, record - LinuxNameOffset);
                    Add(names, name[..name.IndexOf((byte)0)]);
                    at += record;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static List<DirectoryName> ReadApple(SafeFileHandle directory, string path, CancellationToken cancellationToken)
    {
        var isIntel = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        var descriptor = (int)directory.DangerousGetHandle();
        var stream = isIntel ? UnixNative.OpenStreamAppleX64(descriptor) : UnixNative.OpenStreamAppleArm(descriptor);
        if (stream == 0) throw UnixError.Last("List", path);
        // closedir closes the descriptor it was given.
        directory.SetHandleAsInvalid();
        try
        {
            var names = new List<DirectoryName>();
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var entry = isIntel ? UnixNative.ReadStreamAppleX64(stream) : UnixNative.ReadStreamAppleArm(stream);
                if (entry == 0 && Marshal.GetLastPInvokeError() != 0) throw UnixError.Last("List", path);
                if (entry == 0) return names;
                var name = new byte[(ushort)Marshal.ReadInt16(entry, AppleLengthOffset)];
                Marshal.Copy(entry + AppleNameOffset, name, 0, name.Length);
                Add(names, name);
            }
        }
        finally
        {
            _ = UnixNative.CloseStream(stream);
        }
    }

    private static void Add(List<DirectoryName> names, ReadOnlySpan<byte> name)
    {
        if (!name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8)) names.Add(UnixName.Decode(name));
    }
}
