using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>Offline Files settings of a computer.</summary>
/// <remarks>
/// Immutable. <c>Win32_OfflineFilesMachineConfiguration</c>, Windows 8 and later (Microsoft Learn: Win32_OfflineFilesMachineConfiguration). Null
/// means: no value stored on the WMI side; an empty list cannot be stored and means the same.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record MachineConfiguration
{
    /// <summary>WMI, not Group Policy, has the say.</summary>
    public bool IsConfiguredByWMI { get; init; }

    /// <summary>The name the documentation gives <see cref="IsConfiguredByWMI"/>; null on every system observed.</summary>
    public bool? IsEffective { get; init; }

    /// <summary>The cache is to be encrypted; null when not set.</summary>
    public bool? OfflineFilesCacheEncrypted { get; init; }

    /// <summary>The feature is to be on; null when not set.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Synchronise in the background on networks that are paid by use; null when not set.</summary>
    public bool? SyncOnCostedNetworkEnabled { get; init; }

    /// <summary>Slow-link mode is on; null when not set.</summary>
    public bool? SlowLinkEnabled { get; init; }

    /// <summary>Slow-link rules, one text each; null when not set.</summary>
    public IReadOnlyList<string>? SlowLinkParams { get; init; }

    /// <summary><see cref="BackgroundSyncParams"/> are in force; null when not set.</summary>
    public bool? BackgroundSyncEnabled { get; init; }

    /// <summary>The schedule; null when not set.</summary>
    public BackgroundSyncSettings? BackgroundSyncParams { get; init; }

    /// <summary>At logon only new assigned files are synchronised; null when not set.</summary>
    public bool? EconomicalAdminPinningEnabled { get; init; }

    /// <summary>Extensions that are never cached; null when not set.</summary>
    public IReadOnlyList<string>? ExcludedFileTypes { get; init; }

    /// <summary><see cref="DiskSpaceLimitParams"/> are in force; null when not set.</summary>
    public bool? DiskSpaceLimitEnabled { get; init; }

    /// <summary>The limits; null when not set.</summary>
    public DiskSpaceLimitSettings? DiskSpaceLimitParams { get; init; }

    /// <summary>Explorer shows no Work Offline button; null when not set.</summary>
    public bool? WorkOfflineButtonRemoved { get; init; }

    /// <summary>Explorer shows no Always available offline command; null when not set.</summary>
    public bool? MakeAvailableOfflineButtonRemoved { get; init; }

    /// <summary>Round trip in milliseconds, at most 100,000,000, from which reads are cached transparently; null when not set.</summary>
    public uint? TransparentCachingLatencyThreshold { get; init; }
}
