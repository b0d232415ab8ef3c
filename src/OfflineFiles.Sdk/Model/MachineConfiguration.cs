using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The Offline Files settings of a computer.</summary>
/// <remarks>
/// A change of the object changes nothing until it is put. <c>Win32_OfflineFilesMachineConfiguration</c>, Windows 8 and later (Microsoft Learn:
/// Win32_OfflineFilesMachineConfiguration). A member is null if WMI stores no value for it; an empty list cannot be stored and means the same.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record MachineConfiguration
{
    /// <summary>True if WMI, not Group Policy, controls the settings.</summary>
    public bool IsConfiguredByWMI { get; set; }

    /// <summary>The name of <see cref="IsConfiguredByWMI"/> in the documentation; null on every system observed.</summary>
    public bool? IsEffective { get; set; }

    /// <summary>True if the cache is to be encrypted; null if not set.</summary>
    public bool? OfflineFilesCacheEncrypted { get; set; }

    /// <summary>True if Offline Files is to be enabled; null if not set.</summary>
    public bool? Enabled { get; set; }

    /// <summary>True if files are synchronised in the background on networks that charge for use; null if not set.</summary>
    public bool? SyncOnCostedNetworkEnabled { get; set; }

    /// <summary>True if slow-link mode is on; null if not set.</summary>
    public bool? SlowLinkEnabled { get; set; }

    /// <summary>The slow-link rules, one text each; null if not set.</summary>
    public IReadOnlyList<string>? SlowLinkParams { get; set; }

    /// <summary>True if <see cref="BackgroundSyncParams"/> are in force; null if not set.</summary>
    public bool? BackgroundSyncEnabled { get; set; }

    /// <summary>The schedule of the background synchronisation; null if not set.</summary>
    public BackgroundSyncSettings? BackgroundSyncParams { get; set; }

    /// <summary>True if only new assigned files are synchronised at logon; null if not set.</summary>
    public bool? EconomicalAdminPinningEnabled { get; set; }

    /// <summary>The file extensions that are never cached; null if not set.</summary>
    public IReadOnlyList<string>? ExcludedFileTypes { get; set; }

    /// <summary>True if <see cref="DiskSpaceLimitParams"/> are in force; null if not set.</summary>
    public bool? DiskSpaceLimitEnabled { get; set; }

    /// <summary>The limits of the disk space; null if not set.</summary>
    public DiskSpaceLimitSettings? DiskSpaceLimitParams { get; set; }

    /// <summary>True if Explorer shows no Work Offline button; null if not set.</summary>
    public bool? WorkOfflineButtonRemoved { get; set; }

    /// <summary>True if Explorer shows no Always available offline command; null if not set.</summary>
    public bool? MakeAvailableOfflineButtonRemoved { get; set; }

    /// <summary>The round-trip time in milliseconds, at most 100,000,000, from which reads are cached transparently; null if not set.</summary>
    public uint? TransparentCachingLatencyThreshold { get; set; }
}
