namespace OfflineFiles.Sdk;

/// <summary>Specifies how a conflict on one item was, or is to be, resolved.</summary>
/// <remarks>Numbers of <c>OFFLINEFILES_SYNC_CONFLICT_RESOLVE</c> (Microsoft Learn: cscobj.h).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SyncConflictResolution>))]
public enum SyncConflictResolution
{
    /// <summary>The conflict is not resolved; the next handler may resolve it.</summary>
    None = 0,

    /// <summary>The cached state wins.</summary>
    KeepLocal = 1,

    /// <summary>The server's state wins.</summary>
    KeepRemote = 2,

    /// <summary>Both versions are kept, under two names.</summary>
    KeepAllChanges = 3,

    /// <summary>The later change wins.</summary>
    KeepLatest = 4,

    /// <summary>The conflict is recorded for later.</summary>
    Log = 5,

    /// <summary>The conflict is neither resolved nor recorded.</summary>
    Skip = 6,

    /// <summary>The whole synchronisation stops.</summary>
    Abort = 7,
}
