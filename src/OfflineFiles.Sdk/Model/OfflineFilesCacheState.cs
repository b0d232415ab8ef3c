using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The state of the one Offline Files cache of a computer.</summary>
/// <remarks>Immutable: how it was when asked. <c>Win32_OfflineFilesCache</c> (Microsoft Learn: Win32_OfflineFilesCache).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record OfflineFilesCacheState
{
    /// <summary>Configured to run. It may take a restart to become true in effect.</summary>
    public bool Enabled { get; init; }

    /// <summary>Running now: files are cached and served offline.</summary>
    public bool Active { get; init; }

    /// <summary>The directory that holds the cache, as the machine that has it spells it; null when the service does not run.</summary>
    public string? Location { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => $"{(Enabled ? "enabled" : "disabled")}, {(Active ? "active" : "not active")}, {Location ?? "no location"}";
}
