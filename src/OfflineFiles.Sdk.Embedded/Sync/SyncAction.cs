namespace OfflineFiles.Sdk.Embedded.Sync;

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
