namespace OfflineFiles.Sdk;

/// <summary>Specifies why a cache could not be opened.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CacheOpenFailure>))]
public enum CacheOpenFailure
{
    /// <summary>A required directory does not exist, or is a file.</summary>
    DirectoryMissing,

    /// <summary>Another engine has the cache directory open.</summary>
    InUse,

    /// <summary>The database file was not made by this library.</summary>
    ForeignDatabase,

    /// <summary>The database was written by a later version.</summary>
    NewerVersion,

    /// <summary>The database is damaged.</summary>
    Corrupt,

    /// <summary>The directory or database cannot be read or written.</summary>
    AccessDenied,

    /// <summary>The native library of the database engine is missing, or was built for another platform.</summary>
    LibraryMissing,

    /// <summary>The directory holds no cache, and none was to be made.</summary>
    NotACache,

    /// <summary>The database was written by an earlier version, and was to be read only.</summary>
    OlderVersion,

    /// <summary>The disk of the cache is full. The cache can be opened again when there is room.</summary>
    DiskFull,

    /// <summary>Something in the cache directory belongs to another account, or is a link, a pipe or a device in the place of a file of the cache.</summary>
    Untrusted,
}

/// <summary>The exception that is thrown when a cache cannot be opened. Nothing was changed in it.</summary>
public sealed class CacheOpenException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="CacheOpenException"/> class.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="directory">The directory or file that the error concerns.</param>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public CacheOpenException(CacheOpenFailure failure, string directory, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
        Directory = directory;
    }

    /// <summary>The reason why the cache could not be opened.</summary>
    public CacheOpenFailure Failure { get; }

    /// <summary>The directory or file that the error concerns.</summary>
    public string Directory { get; }
}
