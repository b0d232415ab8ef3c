using System.Diagnostics;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk;

/// <summary>What happened to an item while it was offline and is not synchronised yet.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesChangeInfo</c> (Microsoft Learn: Win32_OfflineFilesChangeInfo).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ChangeInfo
{
    /// <summary>There is something to synchronise.</summary>
    public bool Dirty { get; init; }

    /// <summary>Deleted while offline; the entry stays until the synchronisation.</summary>
    public bool DeletedOffline { get; init; }

    /// <summary>Created while offline.</summary>
    public bool CreatedOffline { get; init; }

    /// <summary>The content changed.</summary>
    public bool ModifiedData { get; init; }

    /// <summary>Attributes changed.</summary>
    public bool ModifiedAttributes { get; init; }

    /// <summary>A time stamp changed.</summary>
    public bool ModifiedTime { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => Describe.Flags(Dirty ? "dirty" : "clean",
        (DeletedOffline, "deleted"), (CreatedOffline, "created"), (ModifiedData, "data"), (ModifiedAttributes, "attributes"), (ModifiedTime, "time"));
}
