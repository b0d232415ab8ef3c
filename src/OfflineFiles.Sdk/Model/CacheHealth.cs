using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>Synchronisation health of a folder. Documented as not supported, though the class exists.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesHealth</c>, Windows 8 and later.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CacheHealth
{
    /// <summary>Offline Files is on for the folder; null when not told.</summary>
    public bool? OfflineAccessEnabled { get; init; }

    /// <summary>The share works online; null when not told.</summary>
    public bool? OnlineMode { get; init; }

    /// <summary>Time of the last attempt as a CIM datetime text; null when not told.</summary>
    public string? LastSyncTime { get; init; }

    /// <summary>Time of the last success as a CIM datetime text; null when not told.</summary>
    public string? LastSuccessfulSyncTime { get; init; }

    /// <summary>Result of the last attempt; null when not told.</summary>
    public HealthSyncStatus? LastSyncStatus { get; init; }
}
