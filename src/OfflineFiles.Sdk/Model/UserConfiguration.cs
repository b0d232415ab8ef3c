using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>Offline Files settings of a user.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesUserConfiguration</c>, Windows 8 and later (Microsoft Learn: Win32_OfflineFilesUserConfiguration).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record UserConfiguration
{
    /// <summary>WMI, not Group Policy, has the say.</summary>
    public bool IsConfiguredByWMI { get; init; }

    /// <summary>The name the documentation gives <see cref="IsConfiguredByWMI"/>; null on every system observed.</summary>
    public bool? IsEffective { get; init; }

    /// <summary>Paths an administrator assigned; null when not set.</summary>
    public IReadOnlyList<string>? AssignedOfflineFiles { get; init; }

    /// <summary>Explorer shows no Work Offline button; null when not set.</summary>
    public bool? WorkOfflineButtonRemoved { get; init; }

    /// <summary>Explorer shows no Always available offline command; null when not set.</summary>
    public bool? MakeAvailableOfflineButtonRemoved { get; init; }
}
