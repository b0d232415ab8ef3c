using System.Runtime.Versioning;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

[SupportedOSPlatform("windows")]
internal sealed class WindowsFileSystem : FileSystem
{
    public override FileAttributes SupportedAttributes =>
        FileAttributes.ReadOnly | FileAttributes.Hidden | FileAttributes.System | FileAttributes.Archive;

    public override bool CanExchange => false;

    public override DirectoryHandle OpenRoot(string path) => WindowsDirectoryHandle.OpenRoot(path);
}
