using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The Offline Files settings of a user.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesUserConfiguration</c>, Windows 8 and later (Microsoft Learn: Win32_OfflineFilesUserConfiguration).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record UserConfiguration
{
    /// <summary>True if WMI, not Group Policy, controls the settings.</summary>
    public bool IsConfiguredByWMI { get; init; }

    /// <summary>The name of <see cref="IsConfiguredByWMI"/> in the documentation; null on every system observed.</summary>
    public bool? IsEffective { get; init; }

    /// <summary>The paths that an administrator assigned; null if not set.</summary>
    public IReadOnlyList<string>? AssignedOfflineFiles { get; init; }

    /// <summary>True if Explorer shows no Work Offline button; null if not set.</summary>
    public bool? WorkOfflineButtonRemoved { get; init; }

    /// <summary>True if Explorer shows no Always available offline command; null if not set.</summary>
    public bool? MakeAvailableOfflineButtonRemoved { get; init; }
}
