using System.Runtime.InteropServices;
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

    public override FileStatus Status() => UnixStatus.Of(_directory, Path);

    public override FileStatus? TryStatus(string name) => UnixStatus.TryOf(_directory, name, PathOf(name));

    public override FileStatus StatusOf(SafeFileHandle file, string name) => UnixStatus.Of(file, PathOf(name));

    public override IReadOnlyList<DirectoryName> ListNames(CancellationToken cancellationToken)
    {
        using var fresh = Native.Open(_directory, ".", OpenReadOnly | DirectoryOnly, "List", Path);
        return UnixDirectoryListing.Read(fresh, Path, cancellationToken);
    }

    public override string FileSystemName() => new DriveInfo(Path).DriveFormat;

    // Non-blocking, so that a pipe put in the place of a file cannot hang us.
    public override SafeFileHandle OpenRead(string name) =>
        Native.Open(_directory, name, OpenReadOnly | NoFollow | NonBlocking, "Open", PathOf(name));

    public override SafeFileHandle OpenForMetadata(string name) => OpenRead(name);

    public override SafeFileHandle CreateFile(string name) =>
        Native.Open(_directory, name, OpenReadWrite | Create | Exclusive | NoFollow, "Create", PathOf(name), NewFileMode);

    public override void SetMetadata(
        SafeFileHandle file, string name, FileAttributes? attributes, DateTime? creation, DateTime? lastWrite, DateTime? lastAccess)
    {
        if (attributes is { } wanted)
        {
            var mode = UnixStatus.Of(file, PathOf(name)).Mode;
            var isReadOnly = (mode & WriteBits) == 0;
            if (wanted.HasFlag(FileAttributes.ReadOnly) && !isReadOnly) ChangeMode(file, name, mode & ~WriteBits);
            else if (!wanted.HasFlag(FileAttributes.ReadOnly) && isReadOnly) ChangeMode(file, name, mode | OwnerWrite);
        }

        if (lastWrite is null && lastAccess is null) return;
        if (UnixNative.SetTimes(file, [TimeOf(lastAccess), TimeOf(lastWrite)]) != 0) throw UnixError.Last("Set times", PathOf(name));
    }

    public override void FsyncMetadata(SafeFileHandle file, string name) => Native.Fsync(file, PathOf(name));

    public override void InheritFrom(SafeFileHandle file, string name, in FileStatus predecessor)
    {
        var own = UnixStatus.Of(file, PathOf(name));
        // Only root may give a file away: a user keeps the group if that is allowed, and owns what he wrote.
        if ((own.Owner != predecessor.Owner || own.Group != predecessor.Group)
            && UnixNative.ChangeOwner(file, predecessor.Owner, predecessor.Group) != 0
            && UnixError.FaultOf(Marshal.GetLastPInvokeError()) != DurableIoFault.AccessDenied)
            throw UnixError.Last("Keep owner", PathOf(name));
        if (own.Mode != predecessor.Mode) ChangeMode(file, name, predecessor.Mode);
    }

    public override void RenameNoReplace(string name, DirectoryHandle target, string newName) =>
        Native.RenameNoReplace(_directory, name, Of(target), newName, PathOf(name));

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

    private static UnixNative.TimeSpec TimeOf(DateTime? time)
    {
        if (time is null) return new UnixNative.TimeSpec { Nanoseconds = (nint)OmitTime };
        var (seconds, nanoseconds) = Timestamp.ToUnix(time.Value);
        return new UnixNative.TimeSpec { Seconds = (nint)seconds, Nanoseconds = (nint)nanoseconds };
    }

    private void ChangeMode(SafeFileHandle file, string name, uint mode)
    {
        if (UnixNative.ChangeMode(file, mode) != 0) throw UnixError.Last("Set attributes", PathOf(name));
    }
}
