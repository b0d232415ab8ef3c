namespace OfflineFiles.Sdk.Embedded.Sync;

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
