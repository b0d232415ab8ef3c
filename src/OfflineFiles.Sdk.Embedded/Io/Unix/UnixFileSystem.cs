namespace OfflineFiles.Sdk.Embedded.Io.Unix;

internal sealed class UnixFileSystem : FileSystem
{
    public override FileAttributes SupportedAttributes => FileAttributes.ReadOnly;

    public override bool CanExchange => true;

    public override DirectoryHandle OpenRoot(string path) => UnixDirectoryHandle.OpenRoot(path);
}
