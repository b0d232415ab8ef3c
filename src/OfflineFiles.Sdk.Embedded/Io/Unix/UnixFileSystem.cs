using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

internal sealed class UnixFileSystem : FileSystem
{
    // FUSE, SMB, CIFS, SMB2, 9P, VirtualBox.
    private static readonly uint[] ServedElsewhereTypes = [0x65735546, 0x517B, 0xFF534D42, 0xFE534D42, 0x01021997, 0x786F4256];

    public override FileAttributes SupportedAttributes => FileAttributes.ReadOnly;

    public override bool CanExchange => true;

    public override DirectoryHandle OpenRoot(string path) => UnixDirectoryHandle.OpenRoot(path);

    /// <summary>Whether a program or a machine that is not Linux serves the files (known on Linux only): such file systems check rights late and answer much with EIO.</summary>
    public static bool IsServedElsewhere(SafeFileHandle file)
    {
        var buffer = new byte[256];
        return !UnixConstants.IsApple
            && UnixNative.FileSystemStatus(file, buffer) == 0
            && ServedElsewhereTypes.Contains((uint)BinaryPrimitives.ReadUInt64LittleEndian(buffer));
    }
}
