namespace OfflineFiles.Sdk.Embedded.Sync;

/// <summary>The flags of a synchronisation that a single decision depends on.</summary>
[Flags]
internal enum SyncDecisionOptions
{
    None = 0,

    /// <summary>Fetch data that is missing locally.</summary>
    FillSparse = 0x1,

    /// <summary>Bring the share's changes in; implies <see cref="FillSparse"/>.</summary>
    SyncIn = 0x2,
    SyncOut = 0x4,

    /// <summary>Items that are new on the share under a pin are pinned and fetched.</summary>
    PinNewFiles = 0x8,

    /// <summary>Files that exist only locally stay local.</summary>
    NoNewFilesOut = 0x20000,
}
