using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The sizes, attributes and times of a directory or file: as cached, as last synchronised, and on the server.</summary>
/// <remarks>
/// Immutable. All times have offset zero; a server may leave any of them NULL. <c>Win32_OfflineFilesFileSysInfo</c> (Microsoft Learn:
/// Win32_OfflineFilesFileSysInfo).
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record FileSysInfo
{
    /// <summary>The attributes (<c>FILE_ATTRIBUTE_*</c>) of the cached copy.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<FileAttributes>))]
    public FileAttributes LocalAttributes { get; init; }

    /// <summary>The size in bytes of the cached copy.</summary>
    public long LocalSize { get; init; }

    /// <summary>The creation time, UTC, of the cached copy; null if not known.</summary>
    public DateTimeOffset? LocalCreationTime { get; init; }

    /// <summary>The time of the last change of data, UTC, of the cached copy; null if not known.</summary>
    public DateTimeOffset? LocalLastWriteTime { get; init; }

    /// <summary>The time of the last change of data or attributes, UTC, of the cached copy; null if not known.</summary>
    public DateTimeOffset? LocalChangeTime { get; init; }

    /// <summary>The time of the last read or write, UTC, of the cached copy; null if not known.</summary>
    public DateTimeOffset? LocalLastAccessTime { get; init; }

    /// <summary>The attributes (<c>FILE_ATTRIBUTE_*</c>) of the copy as of the last synchronisation.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<FileAttributes>))]
    public FileAttributes OriginalAttributes { get; init; }

    /// <summary>The size in bytes of the copy as of the last synchronisation.</summary>
    public long OriginalSize { get; init; }

    /// <summary>The creation time, UTC, of the copy as of the last synchronisation; null if not known.</summary>
    public DateTimeOffset? OriginalCreationTime { get; init; }

    /// <summary>The time of the last change of data, UTC, of the copy as of the last synchronisation; null if not known.</summary>
    public DateTimeOffset? OriginalLastWriteTime { get; init; }

    /// <summary>The time of the last change of data or attributes, UTC, of the copy as of the last synchronisation; null if not known.</summary>
    public DateTimeOffset? OriginalChangeTime { get; init; }

    /// <summary>The time of the last read or write, UTC, of the copy as of the last synchronisation; null if not known.</summary>
    public DateTimeOffset? OriginalLastAccessTime { get; init; }

    /// <summary>The attributes (<c>FILE_ATTRIBUTE_*</c>) of the server copy; reserved by the provider; null if not reported.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<FileAttributes>))]
    public FileAttributes? RemoteAttributes { get; init; }

    /// <summary>The size in bytes of the server copy; reserved by the provider; null if not reported.</summary>
    public long? RemoteSize { get; init; }

    /// <summary>The creation time, UTC, of the server copy; reserved by the provider; null if not reported.</summary>
    public DateTimeOffset? RemoteCreationTime { get; init; }

    /// <summary>The time of the last change of data, UTC, of the server copy; reserved by the provider; null if not reported.</summary>
    public DateTimeOffset? RemoteLastWriteTime { get; init; }

    /// <summary>The time of the last change of data or attributes, UTC, of the server copy; reserved by the provider; null if not reported.</summary>
    public DateTimeOffset? RemoteChangeTime { get; init; }

    /// <summary>The time of the last read or write, UTC, of the server copy; reserved by the provider; null if not reported.</summary>
    public DateTimeOffset? RemoteLastAccessTime { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() =>
        LocalLastWriteTime is { } written ? $"{LocalSize} bytes, written {written:u}" : $"{LocalSize} bytes, written at an unknown time";
}
