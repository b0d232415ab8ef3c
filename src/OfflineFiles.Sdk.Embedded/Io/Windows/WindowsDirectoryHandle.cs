using System.IO.Enumeration;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Windows.WindowsNative;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>
/// A directory held open without the right to rename or delete it, and so are the ones above it up to the root: while we work with
/// paths, nobody can put a link in the place of one of them.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsDirectoryHandle : DirectoryHandle
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
    };

    private readonly SafeFileHandle[] _above;
    private readonly SafeFileHandle _self;

    private WindowsDirectoryHandle(WindowsDirectoryHandle? parent, SafeFileHandle self, string path)
        : base(path)
    {
        _self = self;
        _above = parent is null ? [] : [.. parent._above, parent._self];
        // A counted reference keeps a handle open after its owner let go of it.
        var taken = false;
        foreach (var handle in _above) handle.DangerousAddRef(ref taken);
    }

    public static WindowsDirectoryHandle OpenRoot(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        return Of(null, WindowsStatus.OpenFollowing(full, ListDirectory | ReadAttributes, ShareRead | ShareWrite, "Open directory"), full);
    }

    public override DirectoryHandle OpenDirectory(string name)
    {
        var path = Checked(name, "Open directory");
        return Of(this, WindowsStatus.Open(path, ListDirectory | ReadAttributes, "Open directory", ShareRead | ShareWrite), path);
    }

    public override FileStatus Status() => WindowsStatus.Of(_self, Path);

    public override FileStatus? TryStatus(string name)
    {
        var path = Checked(name, "Status");
        try
        {
            using var handle = WindowsStatus.Open(path, ReadAttributes, "Status");
            return WindowsStatus.Of(handle, path);
        }
        catch (DurableIoException e) when (e.NativeError == WindowsError.FileNotFound)
        {
            return null;
        }
    }

    public override IReadOnlyList<DirectoryName> ListNames(CancellationToken cancellationToken)
    {
        var names = new List<DirectoryName>();
        try
        {
            foreach (var name in new FileSystemEnumerable<string>(
                WindowsPath.Extend(Path), static (ref entry) => entry.FileName.ToString(), Everything))
            {
                cancellationToken.ThrowIfCancellationRequested();
                names.Add(new DirectoryName(name, WindowsPath.FindFault(name) is null));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && e is not DurableIoException)
        {
            throw WindowsError.From(e is UnauthorizedAccessException ? 5 : e.HResult & 0xFFFF, "List", Path);
        }

        return names;
    }

    public override string FileSystemName()
    {
        const int Characters = 64;
        var name = new byte[Characters * sizeof(char)];
        if (!GetVolumeInformation(_self, 0, 0, 0, 0, 0, name, Characters)) throw WindowsError.Last("Volume information", Path);
        var text = MemoryMarshal.Cast<byte, char>(name);
        return text[..text.IndexOf('\0')].ToString();
    }

    public override OpenFile OpenRead(string name) => Opened(name, GenericRead, "Open");

    public override OpenFile OpenForMetadata(string name) => Opened(name, ReadAttributes | WriteAttributes, "Open");

    public override OpenFile CreateFile(string name) => Opened(name, GenericRead | GenericWrite, "Create", ShareRead, CreateNew);

    // ReplaceFileW keeps security and streams by itself.
    public override void GiveAccess(OpenFile file, string? predecessor)
    {
    }

    public override bool TryRenameNoReplace(string name, DirectoryHandle target, string newName)
    {
        WindowsDurableIo.Move(Checked(name, "Rename"), ((WindowsDirectoryHandle)target).Checked(newName, "Rename"), replace: false);
        return true;
    }

    public override bool TryLink(string name, DirectoryHandle target, string newName) => false;

    public override void RenameReplace(string name, DirectoryHandle target, string newName) =>
        WindowsDurableIo.Move(Checked(name, "Rename"), ((WindowsDirectoryHandle)target).Checked(newName, "Rename"), replace: true);

    public override bool TryExchange(string first, string second) => false;

    public override bool TryReplaceSettingAside(string name, string target, string aside) =>
        WindowsDurableIo.TryReplaceSettingAside(Checked(name, "Replace"), Checked(target, "Replace"), Checked(aside, "Replace"));

    public override void Unlink(string name) => WindowsDurableIo.Delete(Checked(name, "Delete"));

    public override void Rmdir(string name) => WindowsDurableIo.RemoveDirectory(Checked(name, "Remove directory"));

    public override void CreateDirectory(string name) => WindowsDurableIo.CreateDirectory(Checked(name, "Create directory"));

    // Renames are written through, one by one.
    public override void Fsync()
    {
    }

    public override void Dispose()
    {
        if (_self.IsClosed) return;
        _self.Dispose();
        foreach (var handle in _above) handle.DangerousRelease();
    }

    private static WindowsDirectoryHandle Of(WindowsDirectoryHandle? parent, SafeFileHandle handle, string path)
    {
        try
        {
            return WindowsStatus.Of(handle, path).Type switch
            {
                FileType.Directory => new WindowsDirectoryHandle(parent, handle, path),
                FileType.Link => throw new DurableIoException("Open directory", path, DurableIoFault.Link, 0, "it is a link", 0),
                _ => throw WindowsError.From(WindowsError.NotADirectory, "Open directory", path),
            };
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private WindowsFile Opened(
        string name, uint access, string operation, uint share = ShareRead | ShareWrite | ShareDelete, uint disposition = OpenExisting)
    {
        var path = Checked(name, operation);
        return new WindowsFile(WindowsStatus.Open(path, access, operation, share, disposition), path);
    }

    private string Checked(string name, string operation) => System.IO.Path.Join(Path, WindowsPath.Checked(name, operation));
}
