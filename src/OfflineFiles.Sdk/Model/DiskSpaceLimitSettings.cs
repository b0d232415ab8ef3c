using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>How much disk the cache may take.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesDiskSpaceLimit</c>, Windows 8 and later (Microsoft Learn: Win32_OfflineFilesDiskSpaceLimit).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DiskSpaceLimitSettings
{
    /// <summary>Limit of the whole cache in megabytes, at most 100,000,000; null when not set.</summary>
    public uint? TotalSizeInMB { get; init; }

    /// <summary>Limit of what is cached without being pinned, in megabytes, at most 100,000,000; null when not set.</summary>
    public uint? AutoCacheSizeInMB { get; init; }
}
