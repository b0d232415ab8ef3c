using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The changes to an item that were made offline and are not synchronised yet.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesChangeInfo</c> (Microsoft Learn: Win32_OfflineFilesChangeInfo).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ChangeInfo
{
    /// <summary>True if there is something to synchronise.</summary>
    public bool Dirty { get; init; }

    /// <summary>True if the item was deleted offline; the entry stays until the synchronisation.</summary>
    public bool DeletedOffline { get; init; }

    /// <summary>True if the item was created offline.</summary>
    public bool CreatedOffline { get; init; }

    /// <summary>True if the content changed.</summary>
    public bool ModifiedData { get; init; }

    /// <summary>True if attributes changed.</summary>
    public bool ModifiedAttributes { get; init; }

    /// <summary>True if a time stamp changed.</summary>
    public bool ModifiedTime { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString()
    {
        (bool Holds, string Name)[] changes =
        [
            (DeletedOffline, "deleted"), (CreatedOffline, "created"), (ModifiedData, "data"),
            (ModifiedAttributes, "attributes"), (ModifiedTime, "time"),
        ];
        var names = string.Join(", ", changes.Where(change => change.Holds).Select(change => change.Name));
        var state = Dirty ? "dirty" : "clean";
        return names.Length == 0 ? state : $"{state}: {names}";
    }
}
