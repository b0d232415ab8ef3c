using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary><c>syncfs(2)</c>, which tells of failed writes since Linux 5.8.</summary>
internal sealed class UnixFileSystemSync : FileSystemSync
{
    private const int StatusLength = 256;

    private static readonly Version TellsOfErrors = new(5, 8);

    // The numbers of statfs(2), of file systems that the kernel itself writes to a disk. Over FUSE, or to a server, the call may do nothing.
    private static readonly uint[] OnDisk =
    [
        0xEF53, // ext2, ext3, ext4
        0x58465342, // XFS
        0x9123683E, // Btrfs
        0xF2F52010, // F2FS
        0x01021994, // tmpfs
    ];

    private readonly SafeFileHandle _directory;
    private readonly string _path;

    private UnixFileSystemSync(SafeFileHandle directory, string path) => (_directory, _path) = (directory, path);

    public static new UnixFileSystemSync? TryOpen(string directory)
    {
        if (Environment.OSVersion.Version < TellsOfErrors) return null;
        var handle = UnixDurableIo.Open(UnixDurableIo.Anywhere, directory, OpenReadOnly | DirectoryOnly, "Open directory", directory);
        var status = new byte[StatusLength];
        // The number is the first field, of the size of a register.
        if (UnixNative.FileSystemStatus(handle, status) == 0 && OnDisk.Contains((uint)BinaryPrimitives.ReadUInt64LittleEndian(status)))
            return new UnixFileSystemSync(handle, directory);
        handle.Dispose();
        return null;
    }

    public override void Run()
    {
        if (UnixNative.SyncFileSystem(_directory) != 0) throw UnixError.Last("Sync of the file system", _path);
    }

    public override void Dispose() => _directory.Dispose();
}
