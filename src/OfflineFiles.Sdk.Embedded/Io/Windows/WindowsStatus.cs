using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Windows.WindowsNative;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>Reads and sets what is beside the bytes of an open entry.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsStatus
{
    private const FileAttributes Settable = FileAttributes.ReadOnly | FileAttributes.Hidden | FileAttributes.System | FileAttributes.Archive;

    public static FileStatus Of(SafeFileHandle file, string path)
    {
        if (!GetBasicInfo(file, FileBasicInfoClass, out var basic, (uint)Unsafe.SizeOf<FileBasicInfo>())
            || !GetStandardInfo(file, FileStandardInfoClass, out var standard, (uint)Unsafe.SizeOf<FileStandardInfo>()))
            throw WindowsError.Last("Status", path);
        var attributes = (FileAttributes)basic.FileAttributes;
        var type = TypeOf(file, attributes);
        var (device, id) = IdentityOf(file, path);
        return new FileStatus
        {
            Type = type,
            Device = device,
            FileId = id,
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

    /// <summary>Sets attributes, creation and last write to those of another look, if they differ.</summary>
    public static void Restore(SafeFileHandle file, string path, in FileStatus wanted)
    {
        var found = Of(file, path);
        if ((found.Attributes & Settable) == (wanted.Attributes & Settable) && found.Created == wanted.Created && found.Modified == wanted.Modified) return;
        SetMetadata(
            file, path, wanted.Attributes, wanted.Created is { } created ? Timestamp.ToUtc(created) : null, Timestamp.ToUtc(wanted.Modified), null);
    }

    private static FileType TypeOf(SafeFileHandle file, FileAttributes attributes)
    {
        if (!attributes.HasFlag(FileAttributes.ReparsePoint))
            return attributes.HasFlag(FileAttributes.Directory) ? FileType.Directory
                : attributes.HasFlag(FileAttributes.Device) ? FileType.Special
                : FileType.File;
        // A reparse point that cannot be told may be a link: it is not followed.
        return GetAttributeTagInfo(file, FileAttributeTagInfoClass, out var tag, (uint)Unsafe.SizeOf<FileAttributeTagInfo>())
            ? ReparseTag.TypeOf(tag.ReparseTag, attributes)
            : FileType.Link;
    }

    /// <summary>
    /// The 128-bit number, which ReFS needs; where the file system or its server does not know that question (Samba, FAT, exFAT, WSL,
    /// Windows 7), the 64-bit one.
    /// </summary>
    private static (ulong Device, UInt128 FileId) IdentityOf(SafeFileHandle file, string path)
    {
        if (GetIdInfo(file, FileIdInfoClass, out var id, (uint)Unsafe.SizeOf<FileIdInfo>()))
            return (id.VolumeSerialNumber, new UInt128(id.FileIdHigh, id.FileIdLow));
        if (!WindowsError.IsUnknownCall(Marshal.GetLastPInvokeError()) || !GetFileInformation(file, out var information))
            throw WindowsError.Last("Status", path);
        return (information.VolumeSerialNumber, ((ulong)information.FileIndexHigh << 32) | information.FileIndexLow);
    }
}
