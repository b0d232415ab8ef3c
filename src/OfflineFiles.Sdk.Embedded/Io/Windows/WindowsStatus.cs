using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Windows.WindowsNative;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>Opens entries without following them, and reads and sets what is beside their bytes.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsStatus
{
    private const FileAttributes Settable = FileAttributes.ReadOnly | FileAttributes.Hidden | FileAttributes.System | FileAttributes.Archive;

    public static SafeFileHandle Open(
        string path, uint access, string operation, uint share = ShareRead | ShareWrite | ShareDelete, uint disposition = OpenExisting) =>
        Checked(
            CreateFile(WindowsPath.Extend(path), access, share, 0, disposition, FlagBackupSemantics | FlagOpenReparsePoint, 0), path, operation);

    private static SafeFileHandle Checked(SafeFileHandle handle, string path, string operation)
    {
        if (!handle.IsInvalid) return handle;
        var error = WindowsError.Last(operation, path);
        handle.Dispose();
        throw error;
    }

    /// <summary>Opens the directory behind a path that is the user's own setting.</summary>
    public static SafeFileHandle OpenFollowing(string path, uint access, uint share, string operation) =>
        Checked(CreateFile(WindowsPath.Extend(path), access, share, 0, OpenExisting, FlagBackupSemantics, 0), path, operation);

    public static FileStatus Of(SafeFileHandle file, string path)
    {
        if (!GetBasicInfo(file, FileBasicInfoClass, out var basic, (uint)Unsafe.SizeOf<FileBasicInfo>())
            || !GetStandardInfo(file, FileStandardInfoClass, out var standard, (uint)Unsafe.SizeOf<FileStandardInfo>())
            || !GetIdInfo(file, FileIdInfoClass, out var id, (uint)Unsafe.SizeOf<FileIdInfo>()))
            throw WindowsError.Last("Status", path);
        var attributes = (FileAttributes)basic.FileAttributes;
        var type = TypeOf(attributes);
        return new FileStatus
        {
            Type = type,
            Device = id.VolumeSerialNumber,
            FileId = new UInt128(id.FileIdHigh, id.FileIdLow),
            Size = type == FileType.File ? standard.EndOfFile : 0,
            Attributes = attributes,
            Modified = Timestamp.FromFileTime(basic.LastWriteTime),
            Changed = Timestamp.FromFileTime(basic.ChangeTime),
            Accessed = Timestamp.FromFileTime(basic.LastAccessTime),
            Created = Timestamp.FromFileTime(basic.CreationTime),
        };
    }

    public static void SetMetadata(
        SafeFileHandle file, string path, FileAttributes? attributes, DateTime? creation, DateTime? lastWrite, DateTime? lastAccess)
    {
        var information = default(FileBasicInfo); // 0 leaves a field as it is
        if (attributes is { } wanted)
        {
            var kept = Of(file, path).Attributes & ~(Settable | FileAttributes.Normal);
            var all = kept | (wanted & Settable);
            information.FileAttributes = (uint)(all == 0 ? FileAttributes.Normal : all);
        }

        if (creation is { } c) information.CreationTime = Timestamp.ToFileTime(c);
        if (lastWrite is { } w) information.LastWriteTime = Timestamp.ToFileTime(w);
        if (lastAccess is { } a) information.LastAccessTime = Timestamp.ToFileTime(a);
        if (!SetBasicInfo(file, FileBasicInfoClass, information, (uint)Unsafe.SizeOf<FileBasicInfo>()))
            throw WindowsError.Last("Set attributes", path);
    }

    private static FileType TypeOf(FileAttributes attributes) =>
        attributes.HasFlag(FileAttributes.ReparsePoint) ? FileType.Link
        : attributes.HasFlag(FileAttributes.Directory) ? FileType.Directory
        : attributes.HasFlag(FileAttributes.Device) ? FileType.Special
        : FileType.File;
}
