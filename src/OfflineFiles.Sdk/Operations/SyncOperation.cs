namespace OfflineFiles.Sdk;

/// <summary>What a synchronisation was doing to an item.</summary>
/// <remarks>Numbers of <c>OFFLINEFILES_SYNC_OPERATION</c> (Microsoft Learn: cscobj.h).</remarks>
public enum SyncOperation
{
    /// <summary>Creating it on the server.</summary>
    CreateCopyOnServer = 0,

    /// <summary>Creating it in the cache.</summary>
    CreateCopyOnClient = 1,

    /// <summary>Bringing a change to the server.</summary>
    SyncToServer = 2,

    /// <summary>Bringing a change to the cache.</summary>
    SyncToClient = 3,

    /// <summary>Deleting it on the server.</summary>
    DeleteServerCopy = 4,

    /// <summary>Deleting it in the cache.</summary>
    DeleteClientCopy = 5,

    /// <summary>Pinning it.</summary>
    Pin = 6,

    /// <summary>Comparing both sides.</summary>
    Prepare = 7,
}
