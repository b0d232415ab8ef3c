namespace OfflineFiles.Sdk;

/// <summary>Specifies an operation of a cache.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OfflineFilesOperation>))]
public enum OfflineFilesOperation
{
    /// <summary>Synchronises the cache with the server (<c>Synchronize</c>).</summary>
    Synchronize = 0,

    /// <summary>Makes items always available offline (<c>Pin</c>).</summary>
    Pin = 1,

    /// <summary>Removes pins (<c>Unpin</c>).</summary>
    Unpin = 2,

    /// <summary>Deletes items from the cache (<c>DeleteItems</c>).</summary>
    DeleteItems = 3,

    /// <summary><see cref="OfflineFilesCache.RenameItemAsync"/>.</summary>
    RenameItem = 4,

    /// <summary><see cref="OfflineFilesCache.RenameItemExAsync"/>.</summary>
    RenameItemEx = 5,

    /// <summary><see cref="OfflineFilesCache.EncryptAsync"/>.</summary>
    Encrypt = 6,

    /// <summary><see cref="OfflineFilesCache.SuspendRootAsync"/> and <see cref="OfflineFilesCache.ResumeRootAsync"/>.</summary>
    SuspendRoot = 7,

    /// <summary><see cref="OfflineFilesCache.TransitionOnlineAsync"/>.</summary>
    TransitionOnline = 8,

    /// <summary><see cref="OfflineFilesCache.TransitionOfflineAsync"/>.</summary>
    TransitionOffline = 9,

    /// <summary><see cref="OfflineFilesCache.EnableAsync"/>.</summary>
    Enable = 10,
}
