using System.IO.Enumeration;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Windows.WindowsNative;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>
/// A directory held open without the right to rename or delete it, and so are the ones above it up to the root: while we work with
/// paths, nobody can put a link in the place of one of them. For that time nobody can rename or delete these directories at all.
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
    private readonly string _place;

    private WindowsDirectoryHandle(WindowsDirectoryHandle? parent, SafeFileHandle self, string path, string place)
        : base(path)
    {
        _self = self;
        _place = place;
        _above = parent is null ? [] : [.. parent._above, parent._self];
        // A counted reference keeps a handle open after its owner let go of it.
        var taken = false;
        foreach (var handle in _above) handle.DangerousAddRef(ref taken);
    }

    public static WindowsDirectoryHandle OpenRoot(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var handle = WindowsOpen.Following(full, ListDirectory | ReadAttributes, ShareRead | ShareWrite, "Open directory");
        // The setting may lead through links, which nothing pins: calls go where it led when the root was opened.
        return Of(null, handle, full, WindowsPath.Extend(WindowsOpen.TryPlaceOf(handle) ?? full));
    }

    public override DirectoryHandle OpenDirectory(string name)
    {
        var path = Checked(name, "Open directory");
        var handle = WindowsOpen.Look(path, ListDirectory | ReadAttributes, "Open directory", ShareRead | ShareWrite);
        return Of(this, handle, PathOf(name), path);
    }

    public override FileStatus Status() => WindowsStatus.Of(_self, Path);

    public override FileStatus? TryStatus(string name)
    {
        var path = Checked(name, "Status");
        try
        {
            using var handle = WindowsOpen.Look(path, ReadAttributes, "Status");
            return WindowsStatus.Of(handle, path);
        }
        catch (DurableIoException e) when (e.NativeError == (int)WindowsErrorCode.FileNotFound)
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
                _place, static (ref entry) => entry.FileName.ToString(), Everything))
            {
                cancellationToken.ThrowIfCancellationRequested();
                names.Add(new DirectoryName(name, WindowsPath.FindFault(name) is null));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && e is not DurableIoException)
        {
            throw WindowsError.From(e, "List", Path);
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

    // The serial number is made with the file system and goes with it. A volume's GUID is this machine's name for a partition, which
    // survives that another file system is made there; but only local volumes have one.
    public override string? FileSystemId()
    {
        var isLocal = WindowsOpen.TryPlaceOf(_self, VolumeNameGuid) is not null;
        return isLocal && Status().Device is > 0 and var serial ? $"{FileSystemName()}:{serial:x}" : null;
    }

    public override OpenFile OpenRead(string name)
    {
        var path = Checked(name, "Open");
        return new WindowsFile(WindowsOpen.ForBytes(path, GenericRead), PathOf(name));
    }

    public override OpenFile OpenForMetadata(string name)
    {
        var path = Checked(name, "Open");
        var handle = WindowsOpen.Look(path, ReadAttributes | WriteAttributes, "Open");
        WindowsOpen.Seen(handle, path);
        return new WindowsFile(handle, PathOf(name));
    }

    public override OpenFile CreateFile(string name) => CreateFile(name, null);

    public override OpenFile CreateFile(string name, string? predecessor)
    {
        var path = Checked(name, "Create");
        var access = predecessor is null ? null : WindowsAccess.Like(Checked(predecessor, "Create"));
        return new WindowsFile(WindowsAccess.With(access, attributes => WindowsOpen.Make(path, CreateNew, ShareNothing, attributes)), PathOf(name));
    }

    // Streams are merged by ReplaceFileW. Creation time and attributes are, too, but not where it is done in steps.
    public override void GiveAccess(OpenFile file, string? predecessor)
    {
        if (predecessor is null || TryStatus(predecessor) is not { } old) return;
        WindowsAccess.Copy(Checked(predecessor, "Keep access"), Checked(System.IO.Path.GetFileName(file.Path), "Keep access"));
        file.SetMetadata(old.Attributes, old.Created is { } created ? Timestamp.ToUtc(created) : null, null, null);
    }

    public override void RequireWritable(string name)
    {
        if (TryStatus(name) is not { } status) return;
        // A read-only file refuses bytes to everybody, so the question is asked of what else a writer may change.
        if (status.Type != FileType.File) Ask(name, DeleteAccess);
        else Ask(name, DeleteAccess | (status.Attributes.HasFlag(FileAttributes.ReadOnly) ? WriteAttributes | WriteExtendedAttributes : WriteData));
    }

    public override void RequireRemovable(string name)
    {
        if (TryStatus(name) is not null) Ask(name, DeleteAccess);
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

    private static WindowsDirectoryHandle Of(WindowsDirectoryHandle? parent, SafeFileHandle handle, string path, string place)
    {
        try
        {
            return WindowsStatus.Of(handle, path).Type switch
            {
                FileType.Directory => new WindowsDirectoryHandle(parent, handle, path, place),
                FileType.Link => throw new DurableIoException("Open directory", path, DurableIoFault.Link, 0, "it is a link", 0),
                _ => throw WindowsError.From(WindowsErrorCode.Directory, "Open directory", path),
            };
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private void Ask(string name, uint access) => WindowsOpen.Look(Checked(name, "Write"), access, "Write").Dispose();

    private string Checked(string name, string operation) => System.IO.Path.Join(_place, WindowsPath.Checked(name, operation));
}
