using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>Whether an item is online, and why not.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesConnectionInfo</c> (Microsoft Learn: Win32_OfflineFilesConnectionInfo).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ConnectionInfo
{
    /// <summary>The state.</summary>
    public ConnectState ConnectState { get; init; }

    /// <summary>The reason; means something only while <see cref="ConnectState"/> is <see cref="ConnectState.Offline"/>.</summary>
    public OfflineReason OfflineReason { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => ConnectState == ConnectState.Offline ? $"offline ({OfflineReason})" : ConnectState.ToString();
}
