namespace OfflineFiles.Sdk;

/// <summary>How a conflict on one item was, or is to be, settled.</summary>
/// <remarks>Numbers of <c>OFFLINEFILES_SYNC_CONFLICT_RESOLVE</c> (Microsoft Learn: cscobj.h).</remarks>
public enum SyncConflictResolution
{
    /// <summary>Not settled: the next in line may.</summary>
    None = 0,

    /// <summary>The cached state wins.</summary>
    KeepLocal = 1,

    /// <summary>The server's state wins.</summary>
    KeepRemote = 2,

    /// <summary>Both are kept, under two names.</summary>
    KeepAllChanges = 3,

    /// <summary>The later change wins.</summary>
    KeepLatest = 4,

    /// <summary>Recorded for later.</summary>
    Log = 5,

    /// <summary>Neither settled nor recorded.</summary>
    Skip = 6,

    /// <summary>The whole synchronisation stops.</summary>
    Abort = 7,
}
