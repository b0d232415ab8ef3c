using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>A file or directory, seen through the cache. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record CachedFileEntry
{
    /// <summary>The path.</summary>
    public required UncPath Path { get; init; }

    /// <summary>
    /// The type: <see cref="OfflineFilesItemType.File"/>, <see cref="OfflineFilesItemType.Directory"/> or <see cref="OfflineFilesItemType.Share"/>.
    /// </summary>
    public required OfflineFilesItemType ItemType { get; init; }

    /// <summary>The size in bytes; 0 for a directory.</summary>
    public long Size { get; init; }

    /// <summary>The time of the last change of data, UTC.</summary>
    public DateTimeOffset LastWriteTime { get; init; }

    /// <summary>The attributes.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<FileAttributes>))]
    public FileAttributes Attributes { get; init; }

    /// <summary>True if the whole content is in the cache, so that it can be read offline.</summary>
    public bool IsAvailableOffline { get; init; }

    /// <summary>True if there are changes that are not on the server yet.</summary>
    public bool IsDirty { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() =>
        ReadableText.Of($"{ItemType} {Path}{(ItemType == OfflineFilesItemType.File ? $", {Size} bytes" : "")}{(IsDirty ? ", dirty" : "")}");
}
