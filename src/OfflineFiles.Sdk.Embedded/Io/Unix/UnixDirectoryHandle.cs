using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;
using Native = OfflineFiles.Sdk.Embedded.Io.Unix.UnixDurableIo;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>A directory descriptor and the calls relative to it. Names of any length of path can be reached, as no path is ever spelled out.</summary>
internal sealed class UnixDirectoryHandle : DirectoryHandle
{
    private readonly SafeFileHandle _directory;

    private UnixDirectoryHandle(SafeFileHandle directory, string path)
        : base(path) => _directory = directory;

    /// <summary>Stands for no directory: names are paths as they are.</summary>
    public static UnixDirectoryHandle Anywhere { get; } = new(Native.Anywhere, "");

    public static UnixDirectoryHandle OpenRoot(string path) =>
        new(Native.Open(Native.Anywhere, path, OpenReadOnly | DirectoryOnly, "Open directory", path), path);

    public override DirectoryHandle OpenDirectory(string name)
    {
        var path = PathOf(name);
        try
        {
            return new UnixDirectoryHandle(
                Native.Open(_directory, name, OpenReadOnly | DirectoryOnly | NoFollow, "Open directory", path), path);
        }
        // Linux answers "not a directory" for a link here: say what it is.
        catch (DurableIoException e) when (e.Fault == DurableIoFault.NotADirectory && TryStatus(name)?.Type == FileType.Link)
        {
            throw new DurableIoException("Open directory", path, DurableIoFault.Link, e.NativeError, "it is a link", e.HResult);
        }
    }

    public override bool IsInNobodysWay => true;

    public override DirectoryHandle Reopen() =>
        new UnixDirectoryHandle(Native.Open(_directory, ".", OpenReadOnly | DirectoryOnly, "Open directory", Path), Path);

    public override FileStatus Status() => UnixStatus.Of(_directory, Path);

    public override FileStatus? TryStatus(string name) => UnixStatus.TryOf(_directory, name, Path);

    public override IReadOnlyList<DirectoryName> ListNames(CancellationToken cancellationToken)
    {
        using var fresh = Native.Open(_directory, ".", OpenReadOnly | DirectoryOnly, "List", Path);
        return UnixDirectoryListing.Read(fresh, Path, cancellationToken);
    }

    public override string FileSystemName()
    {
        try
        {
            return new DriveInfo(Path).DriveFormat;
        }
        catch (Exception e) when (DurableIoException.TryFrom(e, "File system status", Path) is { } failure)
        {
            throw failure;
        }
    }

    public override string? FileSystemId() => UnixFileSystemId.TryRead(_directory, Path);

    // Non-blocking, so that a pipe put in the place of a file cannot hang us.
    public override OpenFile OpenRead(string name) => Opened(name, OpenReadOnly | NoFollow | NonBlocking, "Open");

    // A file that its owner may only write is one, too.
    public override OpenFile OpenForMetadata(string name) => ForMetadata(name);

    public override OpenFile CreateFile(string name) => Opened(name, OpenReadWrite | Create | Exclusive | NoFollow, "Create", PrivateFileMode);

    public override void GiveAccess(OpenFile file, string? predecessor)
    {
        var made = (UnixFile)file;
        if (predecessor is null)
        {
            UnixAccess.GiveNew(made, _directory);
            return;
        }

        try
        {
            using var old = ForMetadata(predecessor);
            UnixAccess.Inherit(made, old);
        }
        // The commit will notice. Nobody gets anything until then.
        catch (DurableIoException e) when (e.Fault is DurableIoFault.NotFound or DurableIoFault.Link)
        {
        }
    }

    public override void RequireWritable(string name) => UnixRights.RequireWritable(_directory, Path, name, PathOf(name));

    public override void RequireRemovable(string name) => UnixRights.RequireRemovable(_directory, Path, name, PathOf(name));

    public override bool TryRenameNoReplace(string name, DirectoryHandle target, string newName) =>
        Native.TryRenameNoReplace(_directory, name, Of(target), newName, PathOf(name));

    public override bool TryLink(string name, DirectoryHandle target, string newName) =>
        Native.TryLink(_directory, name, Of(target), newName, PathOf(name));

    public override void RenameReplace(string name, DirectoryHandle target, string newName) =>
        Native.RenameReplace(_directory, name, Of(target), newName, PathOf(name));

    public override bool TryExchange(string first, string second) =>
        Native.TryExchange(_directory, first, _directory, second, PathOf(first));

    public override bool TryReplaceSettingAside(string name, string target, string aside) => false;

    public override void Unlink(string name) => Native.Unlink(_directory, name, PathOf(name));

    public override void Rmdir(string name) => Native.Rmdir(_directory, name, PathOf(name));

    public override void CreateDirectory(string name) => Native.CreateDirectory(_directory, name, PathOf(name));

    public override void Fsync() => Native.FsyncDirectory(_directory, Path);

    public override void Dispose() => _directory.Dispose();

    private static SafeFileHandle Of(DirectoryHandle handle) => ((UnixDirectoryHandle)handle)._directory;

    private UnixFile ForMetadata(string name)
    {
        try
        {
            return Opened(name, OpenReadOnly | NoFollow | NonBlocking, "Open");
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AccessDenied && TryStatus(name)?.Type == FileType.File)
        {
            return Opened(name, OpenWriteOnly | NoFollow | NonBlocking, "Open");
        }
    }

    private UnixFile Opened(string name, int flags, string operation, uint mode = 0)
    {
        var path = PathOf(name);
        return new UnixFile(Native.Open(_directory, name, flags, operation, path, mode), path);
    }
}
