namespace OfflineFiles.Sdk.Embedded;

/// <summary>Specifies what <see cref="EmbeddedBackend.OpenAsync(EmbeddedBackendOptions, CancellationToken)"/> opens.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CacheOpenMode>))]
public enum CacheOpenMode
{
    /// <summary>The cache in the directory; a new one if the directory holds no cache.</summary>
    OpenOrCreate,

    /// <summary>
    /// The cache in the directory. If the directory holds no cache, the opening fails with <see cref="CacheOpenFailure.NotACache"/> and makes nothing:
    /// for programs to which a mistyped directory must not look like an empty cache.
    /// </summary>
    OpenExisting,

    /// <summary>
    /// The cache in the directory, to look at, also while an engine has it open. Queries are answered and cached files are read, as they are at that
    /// moment; the shares are never asked, and nothing in the cache directory is changed, repaired or locked. Every operation and every write is refused
    /// with <see cref="OperationNotSupportedException"/>, and <see cref="EmbeddedBackend.Changes"/> completes at once.
    /// </summary>
    /// <remarks>
    /// What a crash left is shown as it is. A database of an older version must be opened by an engine first. If no engine runs and its last one crashed,
    /// SQLite may have to make its index of the write-ahead log (<c>cache.db-shm</c>) anew: that is the one file that can appear.
    /// </remarks>
    ReadOnly,
}
