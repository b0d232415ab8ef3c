namespace OfflineFiles.Sdk.Embedded.Sync.Decide;

internal enum NodeKind
{
    Absent,
    File,
    Directory,
}

/// <summary>What was last equal on both sides. <see cref="NodeKind.Absent"/>: never seen equal, or the record is lost.</summary>
internal readonly record struct BaselineNode(NodeKind Kind);

/// <summary>What the user (or the engine) did to the cached entry since the baseline.</summary>
[Flags]
internal enum LocalChanges
{
    None = 0,

    /// <summary>Created while the share was not used.</summary>
    Created = 0x1,

    /// <summary>The item that was here was deleted; before that it may have been replaced (<see cref="Replaced"/>).</summary>
    Deleted = 0x2,

    /// <summary>Put in the place of an item the baseline knew.</summary>
    Replaced = 0x4,
    Data = 0x8,
    Attributes = 0x10,
    Time = 0x20,

    /// <summary>A directory with a changed, created or deleted item at any depth below.</summary>
    Below = 0x40,
}

/// <summary>The cached side now.</summary>
/// <param name="Kind"><see cref="NodeKind.Absent"/> without <see cref="LocalChanges.Deleted"/>: never cached, evicted, or a ghost.</param>
/// <param name="Changes">Against the baseline.</param>
/// <param name="Sparse">The data is not fully local; for a directory: not fully listed.</param>
/// <param name="Pinned">Pinned itself or by a directory above.</param>
internal readonly record struct LocalNode(NodeKind Kind, LocalChanges Changes = LocalChanges.None, bool Sparse = false, bool Pinned = false);

/// <summary>How an item on the share that is not what the baseline knew compares with earlier sightings of it.</summary>
internal enum Sighting
{
    First,
    SeenUnchanged,
    SeenChanged,
}

/// <summary>What is known about local and remote being the same.</summary>
internal enum Sameness
{
    /// <summary>Not compared. A decision that hangs on it says so (<see cref="SyncDecision.NeedsComparison"/>).</summary>
    Unknown,
    Different,

    /// <summary>Same bytes (for a directory: always so), other attributes.</summary>
    SameBytes,

    /// <summary>Same bytes and attributes; times may differ.</summary>
    Same,
}

/// <summary>The share's side now.</summary>
/// <param name="Kind">What a whole listing of the parent says; never a guess after an error.</param>
/// <param name="Changed">The token (for a directory: the attributes) differs from the baseline's; without meaning when the kinds differ.</param>
/// <param name="ChangedBelow">A directory holds something new or changed at any depth; what is merely missing does not count.</param>
/// <param name="Sighting">Of an item whose kind is not the baseline's.</param>
/// <param name="Sameness">Compared with the cached side.</param>
internal readonly record struct RemoteNode(
    NodeKind Kind,
    bool Changed = false,
    bool ChangedBelow = false,
    Sighting Sighting = Sighting.First,
    Sameness Sameness = Sameness.Unknown);

internal static class LocalChangesExtensions
{
    public const LocalChanges Metadata = LocalChanges.Attributes | LocalChanges.Time;

    public static bool HasAny(this LocalChanges changes, LocalChanges any) => (changes & any) != 0;
}
