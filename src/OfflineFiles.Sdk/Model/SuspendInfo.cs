using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>Whether an item is suspended: always offline and never synchronised by itself.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesSuspendInfo</c> (Microsoft Learn: Win32_OfflineFilesSuspendInfo).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record SuspendInfo
{
    /// <summary>The item is suspended, itself or through an ancestor.</summary>
    public bool Suspended { get; init; }

    /// <summary>The suspension was put on this very item. False when it is not suspended.</summary>
    public bool SuspendedRoot { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => SuspendedRoot ? "suspended here" : Suspended ? "suspended above" : "not suspended";
}
