using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The Offline Files settings of a user.</summary>
/// <remarks>
/// A change of the object changes nothing until it is put. <c>Win32_OfflineFilesUserConfiguration</c>, Windows 8 and later (Microsoft Learn:
/// Win32_OfflineFilesUserConfiguration).
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record UserConfiguration
{
    /// <summary>True if WMI, not Group Policy, controls the settings.</summary>
    public bool IsConfiguredByWMI { get; set; }

    /// <summary>The name of <see cref="IsConfiguredByWMI"/> in the documentation; null on every system observed.</summary>
    public bool? IsEffective { get; set; }

    /// <summary>The paths that an administrator assigned; null if not set.</summary>
    public IReadOnlyList<string>? AssignedOfflineFiles { get; set; }

    /// <summary>True if Explorer shows no Work Offline button; null if not set.</summary>
    public bool? WorkOfflineButtonRemoved { get; set; }

    /// <summary>True if Explorer shows no Always available offline command; null if not set.</summary>
    public bool? MakeAvailableOfflineButtonRemoved { get; set; }
}
