using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The limits of the disk space of the cache.</summary>
/// <remarks><c>Win32_OfflineFilesDiskSpaceLimit</c>, Windows 8 and later (Microsoft Learn: Win32_OfflineFilesDiskSpaceLimit).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DiskSpaceLimitSettings
{
    /// <summary>The limit of the whole cache in megabytes, at most 100,000,000; null if not set.</summary>
    public uint? TotalSizeInMB { get; set; }

    /// <summary>The limit of the items that are cached without a pin, in megabytes, at most 100,000,000; null if not set.</summary>
    public uint? AutoCacheSizeInMB { get; set; }
}
