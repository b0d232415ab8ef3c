using OfflineFiles.Sdk.Embedded.Io.Unix;
using OfflineFiles.Sdk.Embedded.Io.Windows;

namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>A call to the file system failed. <see cref="Exception.HResult"/> is the errno on Unix and the HRESULT on Windows.</summary>
internal sealed class DurableIoException : IOException
{
    public DurableIoException(string operation, string path, DurableIoFault fault, int nativeError, string nativeMessage, int hresult)
        : base(ReadableText.Of($"{operation} of '{path}' failed: {nativeMessage} ({nativeError}).", 4 * ReadableText.Longest), hresult)
    {
        Operation = operation;
        Path = path;
        Fault = fault;
        NativeError = nativeError;
    }

    /// <summary>The same on both systems: ENOENT and ERROR_FILE_NOT_FOUND are 2.</summary>
    public static DurableIoException NotFound(string operation, string path) =>
        new(operation, path, DurableIoFault.NotFound, 2, "there is no such entry", OperatingSystem.IsWindows() ? unchecked((int)0x80070002) : 2);

    /// <summary>Names the fault of an error that the runtime raised while it read or wrote through a handle.</summary>
    public static DurableIoException From(IOException error, string operation, string path)
    {
        if (error is DurableIoException durable) return durable;
        return OperatingSystem.IsWindows()
            ? WindowsError.From(error, operation, path)
            : UnixError.From(error.HResult, operation, path);
    }

    /// <summary>The same of any error; null if it does not come from the operating system.</summary>
    public static DurableIoException? TryFrom(Exception error, string operation, string path) => error switch
    {
        IOException e => From(e, operation, path),
        // What the runtime makes of EACCES; the error itself is inside.
        UnauthorizedAccessException { InnerException: IOException e } => From(e, operation, path),
        UnauthorizedAccessException => new DurableIoException(operation, path, DurableIoFault.AccessDenied, 0, error.Message, error.HResult),
        // What it makes of EFBIG.
        ArgumentOutOfRangeException => new DurableIoException(operation, path, DurableIoFault.TooLarge, 0, "the file became too large", error.HResult),
        _ => null,
    };

    public string Operation { get; }

    public string Path { get; }

    public DurableIoFault Fault { get; }

    /// <summary>The errno on Unix, the Win32 error on Windows.</summary>
    public int NativeError { get; }
}

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

    /// <summary>A file, or something kept with it, is larger than the file system can hold or the account may write.</summary>
    TooLarge,

    /// <summary>The process or the system is out of handles, locks or memory: the same may work later.</summary>
    Exhausted,
    InUse,
    CrossDevice,

    /// <summary>There is a link where a directory or a file should be.</summary>
    Link,

    /// <summary>There is a directory, a pipe, a device or a socket where a file should be.</summary>
    NotAFile,

    /// <summary>A file of ours belongs to another account.</summary>
    ForeignOwner,
    NameTooLong,

    /// <summary>The file system cannot hold the name.</summary>
    InvalidName,

    /// <summary>The file system cannot do what was asked.</summary>
    NotSupported,

    /// <summary>The device or the server behind the file system is gone or failing.</summary>
    Unreachable,
}
