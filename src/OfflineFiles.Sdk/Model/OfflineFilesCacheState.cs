using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The state of the Offline Files cache of a computer.</summary>
/// <remarks>Immutable: the state at the time of the call. <c>Win32_OfflineFilesCache</c> (Microsoft Learn: Win32_OfflineFilesCache).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record OfflineFilesCacheState
{
    /// <summary>True if Offline Files is configured to run. A restart may be needed before it runs.</summary>
    public bool Enabled { get; init; }

    /// <summary>True if Offline Files is running now: files are cached and served offline.</summary>
    public bool Active { get; init; }

    /// <summary>The directory that holds the cache, as it is written on the computer that holds it; null if the service does not run.</summary>
    public string? Location { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() =>
        ReadableText.Of($"{(Enabled ? "enabled" : "disabled")}, {(Active ? "active" : "not active")}, {Location ?? "no location"}");
}
