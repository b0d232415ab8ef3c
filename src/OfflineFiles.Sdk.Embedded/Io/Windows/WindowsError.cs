using System.Runtime.InteropServices;
using static OfflineFiles.Sdk.Embedded.Io.Windows.WindowsErrorCode;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>Turns a Win32 error into what it means.</summary>
internal static class WindowsError
{
    private const int Facility = unchecked((int)0x80070000);

    public static DurableIoException Last(string operation, string path) => From(Marshal.GetLastPInvokeError(), operation, path);

    public static DurableIoException From(WindowsErrorCode error, string operation, string path) => From((int)error, operation, path);

    public static DurableIoException From(int error, string operation, string path) =>
        new(operation, WindowsPath.Shown(path), FaultOf(error), error, Marshal.GetPInvokeErrorMessage(error), Facility | error);

    /// <summary>Reads the error out of what the runtime raised; what is no Win32 error stays nameless.</summary>
    public static DurableIoException From(Exception error, string operation, string path)
    {
        if ((error.HResult & unchecked((int)0xFFFF0000)) == Facility) return From(error.HResult & 0xFFFF, operation, path);
        return error is UnauthorizedAccessException
            ? From(AccessDenied, operation, path)
            : new DurableIoException(operation, path, DurableIoFault.Other, error.HResult, error.Message, error.HResult);
    }

    public static DurableIoFault FaultOf(int error) => (WindowsErrorCode)error switch
    {
        FileNotFound or PathNotFound => DurableIoFault.NotFound,
        AccessDenied or NetworkAccessDenied or VirusInfected or InvalidOwner or PrivilegeNotHeld
            or CloudFileAuthenticationFailed or CloudFileAccessDenied => DurableIoFault.AccessDenied,
        NotSameDevice => DurableIoFault.CrossDevice,
        WriteProtect or CloudFileReadOnlyVolume => DurableIoFault.ReadOnlyFileSystem,
        SharingViolation or LockViolation or Busy or DeletePending or UserMappedFile or Retry
            or UnableToRemoveReplaced or UnableToMoveReplacement => DurableIoFault.InUse,
        InvalidFunction or NotSupported or CallNotImplemented or CloudFileNotSupported or CantAccessFile or ReparseTagInvalid => DurableIoFault.NotSupported,
        FileExists or AlreadyExists => DurableIoFault.AlreadyExists,
        HandleDiskFull or DiskFull => DurableIoFault.NoSpace,
        DiskQuotaExceeded => DurableIoFault.QuotaExceeded,
        FileTooLarge => DurableIoFault.TooLarge,
        TooManyOpenFiles or NotEnoughMemory or OutOfMemory or SharingBufferExceeded or NoSystemResources or NonpagedSystemResources
            or PagedSystemResources or WorkingSetQuota or CommitmentLimit or NotEnoughQuota or CloudFileInsufficientResources => DurableIoFault.Exhausted,
        InvalidName or BadPathname => DurableIoFault.InvalidName,
        BufferOverflow or FilenameExceedsRange => DurableIoFault.NameTooLong,
        DirNotEmpty => DurableIoFault.NotEmpty,
        WindowsErrorCode.Directory => DurableIoFault.NotADirectory,
        CantResolveFilename => DurableIoFault.Link,
        _ when IsProviderLost(error) => DurableIoFault.InUse,
        _ when IsDeviceLost(error) || IsServerLost(error) || IsLogonRefused(error) => DurableIoFault.Unreachable,
        _ => DurableIoFault.Other,
    };

    /// <summary>The system, the file system or the server does not know the call or what was asked with it.</summary>
    public static bool IsUnknownCall(int error) => (WindowsErrorCode)error is InvalidParameter or InvalidLevel || FaultOf(error) == DurableIoFault.NotSupported;

    /// <summary>The bytes of one placeholder cannot be brought here now. Its share is not lost: every other file of it can be read.</summary>
    private static bool IsProviderLost(int error) => (WindowsErrorCode)error is
        CloudFileProviderNotRunning or CloudFileNotInSync or CloudFileNetworkUnavailable or CloudFileUnsuccessful or CloudFileInUse
        or CloudFileRequestAborted or CloudFileRequestCanceled or CloudFileProviderTerminated or CloudFileRequestTimeout;

    private static bool IsDeviceLost(int error) => (WindowsErrorCode)error is
        InvalidDrive or NotReady or DevNotExist or NoSuchDevice or UnrecognizedVolume or FileInvalid or MediaChanged or NoMediaInDrive
        or IoDevice or DeviceNotConnected;

    private static bool IsServerLost(int error) => (WindowsErrorCode)error is
        RemNotList or DupName or BadNetPath or NetworkBusy or TooManyCmds or AdapHdwErr or BadNetResp or UnexpNetErr or BadRemAdap
        or NetNameDeleted or BadNetName or TooManyNames or TooManySess or SharingPaused or ReqNotAccep or RedirPaused or NetWriteFault
        or BrokenPipe or SemTimeout or PipeNotConnected
        or BadDevice or ConnectionUnavail or NoNetOrBadPath or ExtendedError or InvalidNetName or RemoteSessionLimitExceeded or DupDomainName
        or NoNetwork or ConnectionRefused or GracefulDisconnect or ConnectionInvalid or NetworkUnreachable or HostUnreachable
        or ProtocolUnreachable or PortUnreachable or RequestAborted or ConnectionAborted or ConnectionCountLimit or HostDown or WindowsErrorCode.Timeout
        or RpcServerUnavailable or RpcServerTooBusy or RpcCallFailed or NotConnected
        or SocketNetDown or SocketNetUnreachable or SocketNetReset or SocketConnectionAborted or SocketConnectionReset or SocketTimedOut
        or SocketConnectionRefused or SocketHostDown or SocketHostUnreachable or SocketHostNotFound;

    /// <summary>
    /// The server did not let the session in, so it said nothing about any file: an account that was locked overnight is no denied file, and
    /// what is cached stays of use.
    /// </summary>
    private static bool IsLogonRefused(int error) => (WindowsErrorCode)error is
        InvalidPassword or SessionCredentialConflict or LoginTimeRestriction or LoginWkstaRestriction or NotAuthenticated or NotLoggedOn
        or DowngradeDetected or NoLogonServers or NoSuchLogonSession or WrongPassword or LogonFailure or AccountRestriction
        or InvalidLogonHours or InvalidWorkstation or PasswordExpired or AccountDisabled or NoSuchDomain or LogonNotGranted
        or LogonTypeNotGranted or WrongTargetName or MutualAuthFailed or TimeSkew or NoTrustLsaSecret or NoTrustSamAccount
        or TrustedDomainFailure or TrustedRelationshipFailure or TrustFailure or NetlogonNotStarted or AccountExpired
        or PasswordMustChange or DomainControllerNotFound or AccountLockedOut;
}
