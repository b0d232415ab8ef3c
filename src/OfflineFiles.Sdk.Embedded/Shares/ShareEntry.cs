using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

internal enum UnsupportedReason
{
    None,

    /// <summary>A symbolic link, a junction or another reparse point.</summary>
    Link,

    /// <summary>Another file system, or another part of this one, is mounted here.</summary>
    MountPoint,

    /// <summary>A device, a pipe or a socket.</summary>
    Special,

    /// <summary>The name holds what a UNC path cannot name: a backslash, or bytes that are no text.</summary>
    InvalidName,
}

/// <summary>An entry of a directory on the share. Times are UTC, rounded down to 100 ns; the token keeps what the side measures.</summary>
internal sealed record ShareEntry
{
    /// <summary>The name as the share spells it.</summary>
    public required string Name { get; init; }

    public required ShareEntryKind Kind { get; init; }

    public UnsupportedReason Unsupported { get; init; }

    /// <summary>Another entry of the directory has the same name in other case. Known in listings only.</summary>
    public bool NameClash { get; init; }

    /// <summary>In bytes; 0 for anything but a file.</summary>
    public required long Size { get; init; }

    public required FileAttributes Attributes { get; init; }

    /// <summary>Null where the side does not keep it.</summary>
    public DateTime? CreationTimeUtc { get; init; }

    public required DateTime LastWriteTimeUtc { get; init; }

    public required DateTime ChangeTimeUtc { get; init; }

    public required DateTime LastAccessTimeUtc { get; init; }

    public required ShareToken Token { get; init; }
}
