using System.Runtime.InteropServices;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>Turns a Win32 error into what it means.</summary>
internal static class WindowsError
{
    public const int FileNotFound = 2;
    public const int NotADirectory = 267;
    public const int UnableToRemoveReplaced = 1175;
    public const int UnableToMoveReplacement = 1176;
    public const int UnableToMoveReplacementLeftAside = 1177;

    public static DurableIoException Last(string operation, string path) => From(Marshal.GetLastPInvokeError(), operation, path);

    public static DurableIoException From(int error, string operation, string path) =>
        new(operation, path, FaultOf(error), error, Marshal.GetPInvokeErrorMessage(error), unchecked((int)0x80070000) | error);

    public static DurableIoFault FaultOf(int error) => error switch
    {
        2 or 3 => DurableIoFault.NotFound,
        5 or 65 => DurableIoFault.AccessDenied,
        17 => DurableIoFault.CrossDevice,
        19 => DurableIoFault.ReadOnlyFileSystem,
        32 or 33 or UnableToRemoveReplaced or UnableToMoveReplacement => DurableIoFault.InUse,
        1 or 50 or 120 => DurableIoFault.NotSupported,
        80 or 183 => DurableIoFault.AlreadyExists,
        39 or 112 => DurableIoFault.NoSpace,
        123 or 161 => DurableIoFault.InvalidName,
        145 => DurableIoFault.NotEmpty,
        206 => DurableIoFault.NameTooLong,
        NotADirectory => DurableIoFault.NotADirectory,
        1295 => DurableIoFault.QuotaExceeded,
        // NOT_READY, REM_NOT_LIST, BAD_NETPATH, DEV_NOT_EXIST, NETNAME_DELETED, BAD_NET_NAME, SEM_TIMEOUT, IO_DEVICE,
        // NETWORK_UNREACHABLE, HOST_UNREACHABLE, CONNECTION_ABORTED, NO_NETWORK
        21 or 51 or 53 or 55 or 64 or 67 or 121 or 1117 or 1222 or 1231 or 1232 or 1236 => DurableIoFault.Unreachable,
        _ => DurableIoFault.Other,
    };
}
