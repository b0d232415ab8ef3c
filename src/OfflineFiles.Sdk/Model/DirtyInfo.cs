using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The amount of data that a synchronisation of a file would move.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesDirtyInfo</c> (Microsoft Learn: Win32_OfflineFilesDirtyInfo).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DirtyInfo
{
    /// <summary>The number of bytes to send to the server.</summary>
    public long LocalDirtyByteCount { get; init; }

    /// <summary>The number of bytes to fetch from the server. The provider may leave it at 0: the call behind it is reserved.</summary>
    public long RemoteDirtyByteCount { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => $"{LocalDirtyByteCount} bytes out, {RemoteDirtyByteCount} bytes in";
}
