namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// Specifies what a backend supports beyond queries. An operation without its flag throws <see cref="OperationNotSupportedException"/>.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<BackendCapabilities>))]
[Flags]
public enum BackendCapabilities
{
    /// <summary>Queries only.</summary>
    None = 0,

    /// <summary>Synchronises.</summary>
    Synchronize = 1 << 0,

    /// <summary>Pins items.</summary>
    Pin = 1 << 1,

    /// <summary>Removes pins.</summary>
    Unpin = 1 << 2,

    /// <summary>Deletes items from the cache.</summary>
    DeleteItems = 1 << 3,

    /// <summary>Renames items at the next restart.</summary>
    RenameItem = 1 << 4,

    /// <summary>Renames items at once.</summary>
    RenameItemEx = 1 << 5,

    /// <summary>Encrypts or decrypts the cache.</summary>
    Encrypt = 1 << 6,

    /// <summary>Suspends and resumes a tree.</summary>
    SuspendRoot = 1 << 7,

    /// <summary>Takes a scope online.</summary>
    TransitionOnline = 1 << 8,

    /// <summary>Takes a scope offline.</summary>
    TransitionOffline = 1 << 9,

    /// <summary>Enables or disables Offline Files.</summary>
    Enable = 1 << 10,

    /// <summary>Reports changes.</summary>
    Changes = 1 << 11,

    /// <summary>Reads and writes cached files.</summary>
    Files = 1 << 12,

    /// <summary>Answers queries synchronously (<see cref="ISynchronousQueryBackend"/>).</summary>
    SynchronousQueries = 1 << 13,

    /// <summary>
    /// Associates the cache with its items: queries over <c>Win32_OfflineFilesAssociatedItems</c>, ASSOCIATORS OF and REFERENCES OF through it.
    /// </summary>
    Associations = 1 << 14,

    /// <summary>Reads and writes settings (<see cref="ICacheConfiguration"/>).</summary>
    Configuration = 1 << 15,
}
