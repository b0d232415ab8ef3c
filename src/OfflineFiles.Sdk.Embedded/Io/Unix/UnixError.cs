using System.Runtime.InteropServices;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>Turns an errno into what it means.</summary>
internal static class UnixError
{
    public const int NotPermitted = 1;
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int InputOutput = 5;
    public const int Exists = 17;
    public const int IsDirectory = 21;
    public const int Invalid = 22;

    public static DurableIoException Last(string operation, string path) => From(Marshal.GetLastPInvokeError(), operation, path);

    public static DurableIoException From(int errno, string operation, string path) =>
        new(operation, path, FaultOf(errno), errno, Marshal.GetPInvokeErrorMessage(errno), errno);

    public static DurableIoFault FaultOf(int errno) => errno switch
    {
        NoEntry => DurableIoFault.NotFound,
        Exists => DurableIoFault.AlreadyExists,
        // EPERM, EACCES
        NotPermitted or 13 => DurableIoFault.AccessDenied,
        // EIO, ENXIO, ENODEV, EPIPE
        InputOutput or 6 or 19 or 32 => DurableIoFault.Unreachable,
        // EBUSY, ETXTBSY
        16 or 26 => DurableIoFault.InUse,
        // ENOMEM, ENFILE, EMFILE
        12 or 23 or 24 => DurableIoFault.Exhausted,
        18 => DurableIoFault.CrossDevice,
        20 => DurableIoFault.NotADirectory,
        IsDirectory => DurableIoFault.NotAFile,
        // ENOTTY, EMLINK
        25 or 31 => DurableIoFault.NotSupported,
        // E2BIG, EFBIG, ERANGE
        7 or 27 or 34 => DurableIoFault.TooLarge,
        28 => DurableIoFault.NoSpace,
        30 => DurableIoFault.ReadOnlyFileSystem,
        _ => UnixConstants.IsApple ? FaultOfApple(errno) : FaultOfLinux(errno),
    };

    /// <summary>EINVAL, ENOSYS, EOPNOTSUPP: the kernel or the file system does not know the call or its flags.</summary>
    public static bool IsUnknownCall(int errno) => errno == Invalid || FaultOf(errno) == DurableIoFault.NotSupported;

    internal static DurableIoFault FaultOfLinux(int errno) => errno switch
    {
        // EAGAIN, EDEADLK
        11 or 35 => DurableIoFault.InUse,
        36 => DurableIoFault.NameTooLong,
        // ENOLCK, ENOBUFS
        37 or 105 => DurableIoFault.Exhausted,
        38 or 95 => DurableIoFault.NotSupported,
        39 => DurableIoFault.NotEmpty,
        40 => DurableIoFault.Link,
        // ETIME, ENONET, EREMOTE, ENOLINK, ECOMM, EPROTO, EBADMSG (a bad checksum), EBADFD, ERESTART
        62 or 64 or 66 or 67 or 70 or 71 or 74 or 77 or 85 => DurableIoFault.Unreachable,
        75 => DurableIoFault.TooLarge,
        84 => DurableIoFault.InvalidName,
        // ENETDOWN, ENETUNREACH, ENETRESET, ECONNABORTED, ECONNRESET, ENOTCONN, ESHUTDOWN, ETIMEDOUT, ECONNREFUSED, EHOSTDOWN, EHOSTUNREACH
        100 or 101 or 102 or 103 or 104 or 107 or 108 or 110 or 111 or 112 or 113 => DurableIoFault.Unreachable,
        // ESTALE, EUCLEAN (a damaged structure), EREMOTEIO, ENOMEDIUM, EMEDIUMTYPE
        116 or 117 or 121 or 123 or 124 => DurableIoFault.Unreachable,
        122 => DurableIoFault.QuotaExceeded,
        // ENOKEY, EKEYEXPIRED, EKEYREVOKED, EKEYREJECTED: encrypted directories, and mounts with tickets
        126 or 127 or 128 or 129 => DurableIoFault.AccessDenied,
        _ => DurableIoFault.Other,
    };

    internal static DurableIoFault FaultOfApple(int errno) => errno switch
    {
        // EDEADLK, EAGAIN
        11 or 35 => DurableIoFault.InUse,
        63 => DurableIoFault.NameTooLong,
        // ENOBUFS, ENOLCK
        55 or 77 => DurableIoFault.Exhausted,
        45 or 78 or 102 => DurableIoFault.NotSupported,
        66 => DurableIoFault.NotEmpty,
        62 => DurableIoFault.Link,
        // ENETDOWN, ENETUNREACH, ENETRESET, ECONNABORTED, ECONNRESET, ENOTCONN, ESHUTDOWN, ETIMEDOUT, ECONNREFUSED, EHOSTDOWN, EHOSTUNREACH
        50 or 51 or 52 or 53 or 54 or 57 or 58 or 60 or 61 or 64 or 65 => DurableIoFault.Unreachable,
        // ESTALE, EREMOTE, EPWROFF, EDEVERR, EBADMSG, ENOLINK, EPROTO, ETIME
        70 or 71 or 82 or 83 or 94 or 97 or 100 or 101 => DurableIoFault.Unreachable,
        69 => DurableIoFault.QuotaExceeded,
        // EAUTH, ENEEDAUTH
        80 or 81 => DurableIoFault.AccessDenied,
        84 => DurableIoFault.TooLarge,
        92 => DurableIoFault.InvalidName,
        _ => DurableIoFault.Other,
    };
}
