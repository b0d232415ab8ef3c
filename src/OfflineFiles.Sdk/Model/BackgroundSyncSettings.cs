using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>When the background synchronisation runs.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesBackgroundSync</c>, Windows 8 and later (Microsoft Learn: Win32_OfflineFilesBackgroundSync).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record BackgroundSyncSettings
{
    /// <summary>Minutes between two runs, at most 1440; null when not set.</summary>
    public ushort? SyncInterval { get; init; }

    /// <summary>Minutes, at most 3600, of which a random part is added to the interval; null when not set.</summary>
    public ushort? SyncVariance { get; init; }

    /// <summary>Minutes after which a run must start, block-out or not; null when not set.</summary>
    public ushort? MaxTimeBetweenSyncs { get; init; }

    /// <summary>Start of the daily time without runs as the number HHMM, at most 2400; null when not set.</summary>
    public ushort? BlockOutStartTimeHoursMinutes { get; init; }

    /// <summary>Length of that time in minutes, at most 1440; null when not set.</summary>
    public ushort? BlockOutDurationMin { get; init; }

    /// <summary>Also shares that a user took offline; null when not set.</summary>
    public bool? BackgroundSyncWorkOfflineSharesEnabled { get; init; }
}
