using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>A file or directory as seen through the cache. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CachedFileEntry
{
    /// <summary>The path.</summary>
    public required UncPath Path { get; init; }

    /// <summary>
    /// <see cref="OfflineFilesItemType.File"/>, <see cref="OfflineFilesItemType.Directory"/> or <see cref="OfflineFilesItemType.Share"/>.
    /// </summary>
    public required OfflineFilesItemType ItemType { get; init; }

    /// <summary>Size in bytes; 0 for a directory.</summary>
    public long Size { get; init; }

    /// <summary>Time of the last change of data, UTC.</summary>
    public DateTimeOffset LastWriteTime { get; init; }

    /// <summary>Attributes.</summary>
    public FileAttributes Attributes { get; init; }

    /// <summary>Whether its content is in the cache, whole: it can be read offline.</summary>
    public bool IsAvailableOffline { get; init; }

    /// <summary>Whether it has changes that the server has not.</summary>
    public bool IsDirty { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() =>
        $"{ItemType} {Path}{(ItemType == OfflineFilesItemType.File ? $", {Size} bytes" : "")}{(IsDirty ? ", dirty" : "")}";
}
