using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

[SupportedOSPlatform("windows")]
internal sealed class WindowsFile(SafeFileHandle handle, string path) : HandleFile(handle, path)
{
    public override FileStatus Status() => WindowsStatus.Of(Handle, Path);

    public override void SetMetadata(FileAttributes? attributes, DateTime? creation, DateTime? lastWrite, DateTime? lastAccess) =>
        WindowsStatus.SetMetadata(Handle, Path, attributes, creation, lastWrite, lastAccess);

    // Flushing asks for write access, which a read-only file refuses; NTFS journals what is set here.
    public override void FsyncMetadata()
    {
    }
}
