namespace OfflineFiles.Sdk.Embedded.Io;

internal enum FileType
{
    File,
    Directory,

    /// <summary>A symbolic link, a junction or another reparse point.</summary>
    Link,
    Special,
}

/// <summary>What the file system says about one entry, without following it. Times are nanoseconds since 1970-01-01 UTC.</summary>
internal readonly record struct FileStatus
{
    public required FileType Type { get; init; }

    public required ulong Device { get; init; }

    public required UInt128 FileId { get; init; }

    public required long Size { get; init; }

    public required FileAttributes Attributes { get; init; }

    public required Int128 Modified { get; init; }

    public required Int128 Changed { get; init; }

    public required Int128 Accessed { get; init; }

    /// <summary>Null where the side does not keep it.</summary>
    public Int128? Created { get; init; }

    /// <summary>Known on Linux; elsewhere a differing <see cref="Device"/> tells.</summary>
    public bool IsMountPoint { get; init; }

    /// <summary>Linux: marked as immutable or append-only, so that nobody may replace or remove it, nor names in it.</summary>
    public bool IsImmutable { get; init; }

    /// <summary>Permission bits, Unix only.</summary>
    public uint Mode { get; init; }

    public uint Owner { get; init; }

    public uint Group { get; init; }
}
