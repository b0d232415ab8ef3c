using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>Sizes, attributes and times of a directory or file, as cached, as last synchronised, and on the server.</summary>
/// <remarks>Immutable. All times have offset zero. <c>Win32_OfflineFilesFileSysInfo</c> (Microsoft Learn: Win32_OfflineFilesFileSysInfo).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record FileSysInfo
{
    /// <summary>Attributes (<c>FILE_ATTRIBUTE_*</c>) of the cached copy.</summary>
    public FileAttributes LocalAttributes { get; init; }

    /// <summary>Size in bytes of the cached copy.</summary>
    public long LocalSize { get; init; }

    /// <summary>Creation time, UTC, of the cached copy.</summary>
    public DateTimeOffset LocalCreationTime { get; init; }

    /// <summary>Time of the last change of data, UTC, of the cached copy.</summary>
    public DateTimeOffset LocalLastWriteTime { get; init; }

    /// <summary>Time of the last change of data or attributes, UTC, of the cached copy.</summary>
    public DateTimeOffset LocalChangeTime { get; init; }

    /// <summary>Time of the last read or write, UTC, of the cached copy.</summary>
    public DateTimeOffset LocalLastAccessTime { get; init; }

    /// <summary>Attributes (<c>FILE_ATTRIBUTE_*</c>) of the copy as of the last synchronisation.</summary>
    public FileAttributes OriginalAttributes { get; init; }

    /// <summary>Size in bytes of the copy as of the last synchronisation.</summary>
    public long OriginalSize { get; init; }

    /// <summary>Creation time, UTC, of the copy as of the last synchronisation.</summary>
    public DateTimeOffset OriginalCreationTime { get; init; }

    /// <summary>Time of the last change of data, UTC, of the copy as of the last synchronisation.</summary>
    public DateTimeOffset OriginalLastWriteTime { get; init; }

    /// <summary>Time of the last change of data or attributes, UTC, of the copy as of the last synchronisation.</summary>
    public DateTimeOffset OriginalChangeTime { get; init; }

    /// <summary>Time of the last read or write, UTC, of the copy as of the last synchronisation.</summary>
    public DateTimeOffset OriginalLastAccessTime { get; init; }

    /// <summary>Attributes (<c>FILE_ATTRIBUTE_*</c>) of the server's copy; reserved by the provider, null when it does not tell.</summary>
    public FileAttributes? RemoteAttributes { get; init; }

    /// <summary>Size in bytes of the server's copy; reserved by the provider, null when it does not tell.</summary>
    public long? RemoteSize { get; init; }

    /// <summary>Creation time, UTC, of the server's copy; reserved by the provider, null when it does not tell.</summary>
    public DateTimeOffset? RemoteCreationTime { get; init; }

    /// <summary>Time of the last change of data, UTC, of the server's copy; reserved by the provider, null when it does not tell.</summary>
    public DateTimeOffset? RemoteLastWriteTime { get; init; }

    /// <summary>Time of the last change of data or attributes, UTC, of the server's copy; reserved by the provider, null when it does not tell.</summary>
    public DateTimeOffset? RemoteChangeTime { get; init; }

    /// <summary>Time of the last read or write, UTC, of the server's copy; reserved by the provider, null when it does not tell.</summary>
    public DateTimeOffset? RemoteLastAccessTime { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => $"{LocalSize} bytes, written {LocalLastWriteTime:u}";
}
