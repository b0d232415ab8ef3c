namespace OfflineFiles.Sdk.Embedded.Sync.Decide;

/// <summary>What the planner says about one item.</summary>
/// <param name="State">The documented number and name.</param>
/// <param name="Action">What to do now.</param>
/// <param name="Withheld">What would have to be done but the flags forbid; <see cref="SyncAction.None"/> when they forbid nothing.</param>
/// <param name="Resolutions">What a conflict handler may choose.</param>
/// <param name="NeedsComparison">The bytes of both sides were not compared and decide: compare and ask again before acting.</param>
/// <param name="SettlesRecord">It would be a conflict but for the record of one (<see cref="Settlement"/>), which must stay until this is done.</param>
internal readonly record struct SyncDecision(
    SyncState State,
    SyncAction Action,
    SyncAction Withheld = SyncAction.None,
    SyncResolutions Resolutions = SyncResolutions.None,
    bool NeedsComparison = false,
    bool SettlesRecord = false)
{
    /// <summary>The item stays as it is, and dirty or out of date, because the flags do not allow the direction.</summary>
    public bool IsPending => Withheld != SyncAction.None;
}

/// <summary>What to do about one item. Children of directories are always decided for themselves.</summary>
internal enum SyncAction
{
    None,

    /// <summary>Both sides are equal (or both gone): record that as the baseline.</summary>
    AdoptBaseline,

    /// <summary>Create or refresh the client's copy.</summary>
    In,

    /// <summary>Bring attributes and times in; the bytes are equal.</summary>
    InMetadata,

    /// <summary>Create or refresh the server's copy.</summary>
    Out,

    /// <summary>Take attributes and times out; the bytes are equal.</summary>
    OutMetadata,

    /// <summary>Fetch the data (for a directory: the listing) that is missing locally.</summary>
    Fill,

    /// <summary>Know the server's item without caching it.</summary>
    Ghost,

    /// <summary>Delete the client's copy; a directory bottom up.</summary>
    DeleteClient,

    /// <summary>Delete the server's copy, of a directory what the baseline knew, bottom up, and only empty directories.</summary>
    DeleteServer,

    /// <summary>Drop a stub without data, then bring in the item of another kind that took its place.</summary>
    ReplaceClient,

    /// <summary>The item itself is no conflict. Attributes that differ: the set changed later wins, in the directions the flags allow.</summary>
    Merge,

    /// <summary>
    /// A directory that went away on the server but changed here: decide the children; if something below stays, create it on the server
    /// again, else delete the client's (each only when its direction is allowed).
    /// </summary>
    Prune,

    /// <summary>Forget the local deletion and know the server's item instead.</summary>
    DropDeletion,

    /// <summary>Ask the handler, else the conflict flags, else log. Neither side nor anything below changes before.</summary>
    Conflict,
}

/// <summary>The resolutions that may be chosen for a conflict. Skip, Abort and Log may always be chosen.</summary>
[Flags]
internal enum SyncResolutions
{
    None = 0,
    KeepLocal = 0x1,
    KeepRemote = 0x2,
    KeepAllChanges = 0x4,
    KeepLatest = 0x8,

    /// <summary>Both items exist: every choice.</summary>
    All = KeepLocal | KeepRemote | KeepAllChanges | KeepLatest,

    /// <summary>One side is deleted: there is nothing to keep beside the other.</summary>
    OneSide = KeepLocal | KeepRemote | KeepLatest,
}
