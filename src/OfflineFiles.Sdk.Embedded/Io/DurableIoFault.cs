namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>What went wrong, whatever the operating system calls it.</summary>
internal enum DurableIoFault
{
    Other,
    NotFound,
    AlreadyExists,
    NotEmpty,
    NotADirectory,
    AccessDenied,
    ReadOnlyFileSystem,

    /// <summary>The device is full.</summary>
    NoSpace,

    /// <summary>The user's quota is used up.</summary>
    QuotaExceeded,
    InUse,
    CrossDevice,

    /// <summary>A component that should be a directory is a link.</summary>
    Link,
    NameTooLong,

    /// <summary>The file system cannot hold the name.</summary>
    InvalidName,

    /// <summary>The file system cannot do what was asked.</summary>
    NotSupported,

    /// <summary>The device or the server behind the file system is gone or failing.</summary>
    Unreachable,
}
