using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The connection of an item: whether it is online and, if not, why.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesConnectionInfo</c> (Microsoft Learn: Win32_OfflineFilesConnectionInfo).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ConnectionInfo
{
    /// <summary>The state.</summary>
    public ConnectState ConnectState { get; init; }

    /// <summary>The reason why the item is offline; valid only while <see cref="ConnectState"/> is <see cref="ConnectState.Offline"/>.</summary>
    public OfflineReason OfflineReason { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => ConnectState == ConnectState.Offline ? $"offline ({OfflineReason})" : ConnectState.ToString();
}
