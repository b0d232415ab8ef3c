using System.Runtime.InteropServices;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>Turns an errno into what it means.</summary>
internal static class UnixError
{
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int InputOutput = 5;
    public const int Exists = 17;
    public const int Invalid = 22;

    public static DurableIoException Last(string operation, string path) => From(Marshal.GetLastPInvokeError(), operation, path);

    public static DurableIoException From(int errno, string operation, string path) =>
        new(operation, path, FaultOf(errno), errno, Marshal.GetPInvokeErrorMessage(errno), errno);

    public static DurableIoFault FaultOf(int errno) => errno switch
    {
        NoEntry => DurableIoFault.NotFound,
        Exists => DurableIoFault.AlreadyExists,
        1 or 13 => DurableIoFault.AccessDenied,
        InputOutput or 6 or 19 => DurableIoFault.Unreachable,
        16 or 26 => DurableIoFault.InUse,
        18 => DurableIoFault.CrossDevice,
        20 => DurableIoFault.NotADirectory,
        28 => DurableIoFault.NoSpace,
        30 => DurableIoFault.ReadOnlyFileSystem,
        _ => UnixConstants.IsApple ? FaultOfApple(errno) : FaultOfLinux(errno),
    };

    /// <summary>EINVAL, ENOSYS, EOPNOTSUPP: the kernel or the file system does not know the call or its flags.</summary>
    public static bool IsUnknownCall(int errno) => errno == Invalid || FaultOf(errno) == DurableIoFault.NotSupported;

    private static DurableIoFault FaultOfLinux(int errno) => errno switch
    {
        36 => DurableIoFault.NameTooLong,
        38 or 95 => DurableIoFault.NotSupported,
        39 => DurableIoFault.NotEmpty,
        40 => DurableIoFault.Link,
        // ENOLINK, ECONNABORTED, ECONNRESET, ENOTCONN, ESHUTDOWN, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ESTALE, EREMOTEIO, ENOMEDIUM
        67 or 103 or 104 or 107 or 108 or 110 or 112 or 113 or 116 or 121 or 123 => DurableIoFault.Unreachable,
        122 => DurableIoFault.QuotaExceeded,
        _ => DurableIoFault.Other,
    };

    private static DurableIoFault FaultOfApple(int errno) => errno switch
    {
        63 => DurableIoFault.NameTooLong,
        45 or 78 or 102 => DurableIoFault.NotSupported,
        66 => DurableIoFault.NotEmpty,
        62 => DurableIoFault.Link,
        // ECONNABORTED, ECONNRESET, ENOTCONN, ESHUTDOWN, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ESTALE
        53 or 54 or 57 or 58 or 60 or 64 or 65 or 70 => DurableIoFault.Unreachable,
        69 => DurableIoFault.QuotaExceeded,
        92 => DurableIoFault.InvalidName,
        _ => DurableIoFault.Other,
    };
}
