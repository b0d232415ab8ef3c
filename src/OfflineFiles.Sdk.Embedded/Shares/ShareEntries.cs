using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>What the file system says about an entry, in the words of a share.</summary>
internal static class ShareEntries
{
    // A file system that knows fewer of them reports fewer.
    private const FileAttributes Kept =
        FileAttributes.ReadOnly | FileAttributes.Hidden | FileAttributes.System | FileAttributes.Archive | FileAttributes.Directory;

    public static ShareEntry From(string name, in FileStatus status, ulong rootDevice)
    {
        var reason = ReasonOf(name, status, rootDevice);
        var kind = KindOf(status, reason);
        return new ShareEntry
        {
            Name = name,
            Kind = kind,
            Unsupported = reason,
            Size = status.Size,
            Attributes = AttributesOf(status),
            CreationTimeUtc = status.Created is { } created ? Timestamp.ToUtc(created) : null,
            LastWriteTimeUtc = Timestamp.ToUtc(status.Modified),
            ChangeTimeUtc = Timestamp.ToUtc(status.Changed),
            LastAccessTimeUtc = Timestamp.ToUtc(status.Accessed),
            Token = TokenOf(status, kind),
        };
    }

    /// <summary>An entry whose name cannot even be used to look at it.</summary>
    public static ShareEntry Unreachable(string name) => new()
    {
        Name = name,
        Kind = ShareEntryKind.Unsupported,
        Unsupported = UnsupportedReason.InvalidName,
        Size = 0,
        Attributes = FileAttributes.Normal,
        LastWriteTimeUtc = DateTime.UnixEpoch,
        ChangeTimeUtc = DateTime.UnixEpoch,
        LastAccessTimeUtc = DateTime.UnixEpoch,
        Token = ShareToken.ForUnsupported(0, 0),
    };

    public static ShareToken TokenOf(in FileStatus status, ulong rootDevice) =>
        TokenOf(status, KindOf(status, ReasonOf("", status, rootDevice)));

    /// <summary>Whether another file system, or another part of this one, begins here.</summary>
    public static bool IsMountPoint(in FileStatus status, ulong rootDevice) =>
        status.IsMountPoint || (status.Type == FileType.Directory && status.Device != rootDevice);

    private static ShareToken TokenOf(in FileStatus status, ShareEntryKind kind) => kind switch
    {
        ShareEntryKind.File => ShareToken.ForFile(status.Size, status.Modified, status.Changed, status.FileId),
        ShareEntryKind.Directory => ShareToken.ForDirectory(AttributesOf(status), status.FileId),
        _ => ShareToken.ForUnsupported(status.Modified, status.FileId),
    };

    private static ShareEntryKind KindOf(in FileStatus status, UnsupportedReason reason) =>
        reason != UnsupportedReason.None ? ShareEntryKind.Unsupported
        : status.Type == FileType.Directory ? ShareEntryKind.Directory
        : ShareEntryKind.File;

    private static UnsupportedReason ReasonOf(string name, in FileStatus status, ulong rootDevice) => status.Type switch
    {
        FileType.Link => UnsupportedReason.Link,
        FileType.Special => UnsupportedReason.Special,
        _ when IsMountPoint(status, rootDevice) => UnsupportedReason.MountPoint,
        _ when name.Length > 0 && SharePath.FindFault(name) is not null => UnsupportedReason.InvalidName,
        _ => UnsupportedReason.None,
    };

    private static FileAttributes AttributesOf(in FileStatus status)
    {
        var attributes = status.Attributes & Kept;
        return attributes == 0 ? FileAttributes.Normal : attributes;
    }
}
