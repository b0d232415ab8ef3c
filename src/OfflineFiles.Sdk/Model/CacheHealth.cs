using System.Diagnostics;
using System.Text;

namespace OfflineFiles.Sdk;

/// <summary>The synchronisation health of a folder. Documented as not supported, although the class exists.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesHealth</c>, Windows 8 and later.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CacheHealth
{
    /// <summary>True if Offline Files is on for the folder; null if not reported.</summary>
    public bool? OfflineAccessEnabled { get; init; }

    /// <summary>True if the share works online; null if not reported.</summary>
    public bool? OnlineMode { get; init; }

    /// <summary>The time of the last attempt as a CIM datetime text; null if not reported.</summary>
    public string? LastSyncTime { get; init; }

    /// <summary>The time of the last success as a CIM datetime text; null if not reported.</summary>
    public string? LastSuccessfulSyncTime { get; init; }

    /// <summary>The result of the last attempt; null if not reported.</summary>
    public HealthSyncStatus? LastSyncStatus { get; init; }

    /// <summary>Returns the state on one line, for people.</summary>
    public override string ToString()
    {
        var members = new StringBuilder();
        PrintMembers(members);
        return ReadableText.Of($"CacheHealth {{ {members} }}", 4 * ReadableText.Longest);
    }
}
