namespace OfflineFiles.Sdk;

/// <summary>Specifies how the states of an item in the cache and on the server differ from each other and from the state they last shared.</summary>
/// <remarks>Numbers of <c>OFFLINEFILES_SYNC_STATE</c> (Microsoft Learn: cscobj.h).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SyncState>))]
public enum SyncState
{
    /// <summary>Both sides hold the same. <c>OFFLINEFILES_SYNC_STATE</c> 0.</summary>
    Stable = 0,

    /// <summary>A file in the cache; a directory on the server. <c>OFFLINEFILES_SYNC_STATE</c> 1.</summary>
    FileOnClientDirOnServer = 1,

    /// <summary>A file in the cache; nothing on the server and no record of an earlier state. <c>OFFLINEFILES_SYNC_STATE</c> 2.</summary>
    FileOnClientNoServerCopy = 2,

    /// <summary>A directory in the cache; a file on the server, seen before. <c>OFFLINEFILES_SYNC_STATE</c> 3.</summary>
    DirOnClientFileOnServer = 3,

    /// <summary>A directory in the cache; the server now has a file. <c>OFFLINEFILES_SYNC_STATE</c> 4.</summary>
    DirOnClientFileChangedOnServer = 4,

    /// <summary>A directory in the cache; nothing on the server and no record of an earlier state. <c>OFFLINEFILES_SYNC_STATE</c> 5.</summary>
    DirOnClientNoServerCopy = 5,

    /// <summary>A file created offline; nothing on the server. <c>OFFLINEFILES_SYNC_STATE</c> 6.</summary>
    FileCreatedOnClientNoServerCopy = 6,

    /// <summary>A file deleted and created again offline; the server's file changed. <c>OFFLINEFILES_SYNC_STATE</c> 7.</summary>
    FileCreatedOnClientFileChangedOnServer = 7,

    /// <summary>A file put in place of a directory offline; the server's directory changed. <c>OFFLINEFILES_SYNC_STATE</c> 8.</summary>
    FileCreatedOnClientDirChangedOnServer = 8,

    /// <summary>A file created offline; the server has another file of the same name. <c>OFFLINEFILES_SYNC_STATE</c> 9.</summary>
    FileCreatedOnClientFileOnServer = 9,

    /// <summary>A file created offline; the server has a directory of the same name. <c>OFFLINEFILES_SYNC_STATE</c> 10.</summary>
    FileCreatedOnClientDirOnServer = 10,

    /// <summary>A file put in place offline; the server's item was deleted. <c>OFFLINEFILES_SYNC_STATE</c> 11.</summary>
    FileCreatedOnClientDeletedOnServer = 11,

    /// <summary>A file changed on both sides. <c>OFFLINEFILES_SYNC_STATE</c> 12.</summary>
    FileChangedOnClientChangedOnServer = 12,

    /// <summary>A file changed offline; the server now has a directory. <c>OFFLINEFILES_SYNC_STATE</c> 13.</summary>
    FileChangedOnClientDirOnServer = 13,

    /// <summary>A file changed offline; the server has a directory that changed since. <c>OFFLINEFILES_SYNC_STATE</c> 14.</summary>
    FileChangedOnClientDirChangedOnServer = 14,

    /// <summary>A file changed offline; deleted on the server. <c>OFFLINEFILES_SYNC_STATE</c> 15.</summary>
    FileChangedOnClientDeletedOnServer = 15,

    /// <summary>An incomplete file in the cache; changed on the server. <c>OFFLINEFILES_SYNC_STATE</c> 16.</summary>
    FileSparseOnClientChangedOnServer = 16,

    /// <summary>An incomplete file in the cache; deleted on the server. <c>OFFLINEFILES_SYNC_STATE</c> 17.</summary>
    FileSparseOnClientDeletedOnServer = 17,

    /// <summary>An incomplete file in the cache; the server has a directory. <c>OFFLINEFILES_SYNC_STATE</c> 18.</summary>
    FileSparseOnClientDirOnServer = 18,

    /// <summary>An incomplete file in the cache; the server has a directory that changed since. <c>OFFLINEFILES_SYNC_STATE</c> 19.</summary>
    FileSparseOnClientDirChangedOnServer = 19,

    /// <summary>A directory created offline; nothing on the server. <c>OFFLINEFILES_SYNC_STATE</c> 20.</summary>
    DirCreatedOnClientNoServerCopy = 20,

    /// <summary>A directory created offline; the server has a directory of the same name. <c>OFFLINEFILES_SYNC_STATE</c> 21.</summary>
    DirCreatedOnClientDirOnServer = 21,

    /// <summary>A directory created offline; the server has a file of the same name. <c>OFFLINEFILES_SYNC_STATE</c> 22.</summary>
    DirCreatedOnClientFileOnServer = 22,

    /// <summary>A directory put in place of a file offline; the server's file changed. <c>OFFLINEFILES_SYNC_STATE</c> 23.</summary>
    DirCreatedOnClientFileChangedOnServer = 23,

    /// <summary>A directory created offline; the server's directory changed. <c>OFFLINEFILES_SYNC_STATE</c> 24.</summary>
    DirCreatedOnClientDirChangedOnServer = 24,

    /// <summary>A directory put in place offline; the server's item was deleted. <c>OFFLINEFILES_SYNC_STATE</c> 25.</summary>
    DirCreatedOnClientDeletedOnServer = 25,

    /// <summary>A directory's attributes changed offline; the server has a file, seen before. <c>OFFLINEFILES_SYNC_STATE</c> 26.</summary>
    DirChangedOnClientFileOnServer = 26,

    /// <summary>A directory's attributes changed offline; the server now has a file. <c>OFFLINEFILES_SYNC_STATE</c> 27.</summary>
    DirChangedOnClientFileChangedOnServer = 27,

    /// <summary>A directory's attributes changed on both sides. <c>OFFLINEFILES_SYNC_STATE</c> 28.</summary>
    DirChangedOnClientChangedOnServer = 28,

    /// <summary>A directory changed offline, or something below it; deleted on the server. <c>OFFLINEFILES_SYNC_STATE</c> 29.</summary>
    DirChangedOnClientDeletedOnServer = 29,

    /// <summary>A file on the server that was never cached. <c>OFFLINEFILES_SYNC_STATE</c> 30.</summary>
    NoClientCopyFileOnServer = 30,

    /// <summary>A directory on the server that was never cached. <c>OFFLINEFILES_SYNC_STATE</c> 31.</summary>
    NoClientCopyDirOnServer = 31,

    /// <summary>A file known by name only; changed on the server. <c>OFFLINEFILES_SYNC_STATE</c> 32.</summary>
    NoClientCopyFileChangedOnServer = 32,

    /// <summary>A directory known by name only; changed on the server. <c>OFFLINEFILES_SYNC_STATE</c> 33.</summary>
    NoClientCopyDirChangedOnServer = 33,

    /// <summary>A file deleted offline; unchanged on the server. <c>OFFLINEFILES_SYNC_STATE</c> 34.</summary>
    DeletedOnClientFileOnServer = 34,

    /// <summary>A directory deleted offline; unchanged on the server, or only shrunk. <c>OFFLINEFILES_SYNC_STATE</c> 35.</summary>
    DeletedOnClientDirOnServer = 35,

    /// <summary>A file deleted offline; changed on the server. <c>OFFLINEFILES_SYNC_STATE</c> 36.</summary>
    DeletedOnClientFileChangedOnServer = 36,

    /// <summary>A directory deleted offline; something new or changed below it on the server. <c>OFFLINEFILES_SYNC_STATE</c> 37.</summary>
    DeletedOnClientDirChangedOnServer = 37,

    /// <summary>An incomplete file in the cache; unchanged on the server. <c>OFFLINEFILES_SYNC_STATE</c> 38.</summary>
    FileSparseOnClient = 38,

    /// <summary>A file changed offline; unchanged on the server. <c>OFFLINEFILES_SYNC_STATE</c> 39.</summary>
    FileChangedOnClient = 39,

    /// <summary>Reserved. <c>OFFLINEFILES_SYNC_STATE</c> 40.</summary>
    FileRenamedOnClient = 40,

    /// <summary>A directory whose content is not completely known in the cache. <c>OFFLINEFILES_SYNC_STATE</c> 41.</summary>
    DirSparseOnClient = 41,

    /// <summary>A directory's attributes changed offline; unchanged on the server. <c>OFFLINEFILES_SYNC_STATE</c> 42.</summary>
    DirChangedOnClient = 42,

    /// <summary>Reserved. <c>OFFLINEFILES_SYNC_STATE</c> 43.</summary>
    DirRenamedOnClient = 43,

    /// <summary>A file unchanged in the cache; changed on the server. <c>OFFLINEFILES_SYNC_STATE</c> 44.</summary>
    FileChangedOnServer = 44,

    /// <summary>Reserved. <c>OFFLINEFILES_SYNC_STATE</c> 45.</summary>
    FileRenamedOnServer = 45,

    /// <summary>A file unchanged in the cache; deleted on the server. <c>OFFLINEFILES_SYNC_STATE</c> 46.</summary>
    FileDeletedOnServer = 46,

    /// <summary>A directory unchanged in the cache; its attributes changed on the server. <c>OFFLINEFILES_SYNC_STATE</c> 47.</summary>
    DirChangedOnServer = 47,

    /// <summary>Reserved. <c>OFFLINEFILES_SYNC_STATE</c> 48.</summary>
    DirRenamedOnServer = 48,

    /// <summary>A directory unchanged in the cache; deleted on the server. <c>OFFLINEFILES_SYNC_STATE</c> 49.</summary>
    DirDeletedOnServer = 49,

    /// <summary>A file replaced and then deleted offline; unchanged on the server. <c>OFFLINEFILES_SYNC_STATE</c> 50.</summary>
    FileReplacedAndDeletedOnClientFileOnServer = 50,

    /// <summary>A file replaced and then deleted offline; changed on the server. <c>OFFLINEFILES_SYNC_STATE</c> 51.</summary>
    FileReplacedAndDeletedOnClientFileChangedOnServer = 51,

    /// <summary>A file replaced and then deleted offline; the server has a directory. <c>OFFLINEFILES_SYNC_STATE</c> 52.</summary>
    FileReplacedAndDeletedOnClientDirOnServer = 52,

    /// <summary>A file replaced and then deleted offline; the server has a directory that changed since. <c>OFFLINEFILES_SYNC_STATE</c> 53.</summary>
    FileReplacedAndDeletedOnClientDirChangedOnServer = 53,
}
