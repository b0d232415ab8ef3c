namespace OfflineFiles.Sdk;

/// <summary>Specifies what a synchronisation does to an item.</summary>
/// <remarks>Numbers of <c>OFFLINEFILES_SYNC_OPERATION</c> (Microsoft Learn: cscobj.h).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SyncOperation>))]
public enum SyncOperation
{
    /// <summary>Creates the item on the server.</summary>
    CreateCopyOnServer = 0,

    /// <summary>Creates the item in the cache.</summary>
    CreateCopyOnClient = 1,

    /// <summary>Copies a change to the server.</summary>
    SyncToServer = 2,

    /// <summary>Copies a change to the cache.</summary>
    SyncToClient = 3,

    /// <summary>Deletes the item on the server.</summary>
    DeleteServerCopy = 4,

    /// <summary>Deletes the item in the cache.</summary>
    DeleteClientCopy = 5,

    /// <summary>Pins the item.</summary>
    Pin = 6,

    /// <summary>Compares both sides.</summary>
    Prepare = 7,
}
