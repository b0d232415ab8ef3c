using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The schedule of the background synchronisation.</summary>
/// <remarks><c>Win32_OfflineFilesBackgroundSync</c>, Windows 8 and later (Microsoft Learn: Win32_OfflineFilesBackgroundSync).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record BackgroundSyncSettings
{
    /// <summary>The minutes between two runs, at most 1440; null if not set.</summary>
    public ushort? SyncInterval { get; set; }

    /// <summary>The minutes, at most 3600, of which a random part is added to the interval; null if not set.</summary>
    public ushort? SyncVariance { get; set; }

    /// <summary>The minutes after which a run must start, even in the time without runs; null if not set.</summary>
    public ushort? MaxTimeBetweenSyncs { get; set; }

    /// <summary>The start of the daily time without runs as the number HHMM, at most 2400; null if not set.</summary>
    public ushort? BlockOutStartTimeHoursMinutes { get; set; }

    /// <summary>The length of the daily time without runs in minutes, at most 1440; null if not set.</summary>
    public ushort? BlockOutDurationMin { get; set; }

    /// <summary>True if shares that a user took offline are synchronised too; null if not set.</summary>
    public bool? BackgroundSyncWorkOfflineSharesEnabled { get; set; }
}
