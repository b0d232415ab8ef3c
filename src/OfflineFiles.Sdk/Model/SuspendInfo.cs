using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The suspension of an item. A suspended item is always offline and is not synchronised automatically.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesSuspendInfo</c> (Microsoft Learn: Win32_OfflineFilesSuspendInfo).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record SuspendInfo
{
    /// <summary>True if the item is suspended, itself or through an ancestor.</summary>
    public bool Suspended { get; init; }

    /// <summary>True if the item itself was suspended; false if it is suspended only through an ancestor, or not suspended.</summary>
    public bool SuspendedRoot { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => SuspendedRoot ? "suspended here" : Suspended ? "suspended above" : "not suspended";
}
