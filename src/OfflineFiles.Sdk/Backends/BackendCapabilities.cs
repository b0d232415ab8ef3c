namespace OfflineFiles.Sdk.Backends;

/// <summary>What a backend can do beyond queries. An operation without its bit throws <see cref="OperationNotSupportedException"/>.</summary>
[Flags]
public enum BackendCapabilities
{
    /// <summary>Queries only.</summary>
    None = 0,

    /// <summary>Synchronise.</summary>
    Synchronize = 1 << 0,

    /// <summary>Pin.</summary>
    Pin = 1 << 1,

    /// <summary>Unpin.</summary>
    Unpin = 1 << 2,

    /// <summary>Delete from the cache.</summary>
    DeleteItems = 1 << 3,

    /// <summary>Rename at the next restart.</summary>
    RenameItem = 1 << 4,

    /// <summary>Rename at once.</summary>
    RenameItemEx = 1 << 5,

    /// <summary>Encrypt or decrypt the cache.</summary>
    Encrypt = 1 << 6,

    /// <summary>Suspend and resume a tree.</summary>
    SuspendRoot = 1 << 7,

    /// <summary>Take a scope online.</summary>
    TransitionOnline = 1 << 8,

    /// <summary>Take a scope offline.</summary>
    TransitionOffline = 1 << 9,

    /// <summary>Enable or disable the feature.</summary>
    Enable = 1 << 10,

    /// <summary>Push changes.</summary>
    Changes = 1 << 11,

    /// <summary>Read and write cached files.</summary>
    Files = 1 << 12,

    /// <summary>Answer queries without async (<see cref="ISynchronousQueryBackend"/>).</summary>
    SynchronousQueries = 1 << 13,

    /// <summary>
    /// Tie the cache to its items: queries over <c>Win32_OfflineFilesAssociatedItems</c>, and ASSOCIATORS OF and REFERENCES OF through it.
    /// </summary>
    Associations = 1 << 14,

    /// <summary>Read and write settings (<see cref="ICacheConfiguration"/>).</summary>
    Configuration = 1 << 15,
}
