namespace OfflineFiles.Sdk.Cim.Errors;

/// <summary>A transport failed or its server refused. Never reaches a caller: <see cref="CimErrors"/> turns it into the public family.</summary>
internal sealed class CimTransportException(CimStatus status, string message, Exception? innerException = null)
    : Exception(ReadableText.Of(message.Trim(), 4 * ReadableText.Longest), innerException)
{
    public CimStatus Status { get; } = status;

    /// <summary>The HRESULT of the provider or of WMI, also if it came as a bare system error; null if the server sent none.</summary>
    public int? NativeCode
    {
        get;
        init => field = value is { } code ? ReturnCode.AsHResult(code) : null;
    }

    /// <summary>The server was not reached at all.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>The server had been reached, and was tried in vain since; null if this is the first that is known of it.</summary>
    public CimOutage? Outage { get; set; }

    /// <summary>The server did not answer within our own deadline, this long.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>What the call was waiting for when our own deadline passed.</summary>
    public CimTimeoutPhase Phase { get; init; }

    /// <summary>What it means; null where that is to be seen by the code and the status.</summary>
    public CimMeaning? Meaning { get; init; }

    /// <summary>The state of the Offline Files service, if it was diagnosed.</summary>
    public OfflineFilesServiceState? Service { get; set; }

    public bool IsNotFound => Is(CimStatus.NotFound, NativeCodes.WmiNotFound) || NativeCode is NativeCodes.FileNotFound or NativeCodes.PathNotFound;

    /// <summary>Whether it means this: by its code where there is one, else by its status.</summary>
    public bool Is(CimStatus status, int code) => NativeCode is { } own ? own == code : Status == status;
}

/// <summary>CIM status codes (DMTF DSP0200; Microsoft Learn: MI_Result). Only those that are acted upon have names here.</summary>
internal enum CimStatus
{
    Failed = 1,
    AccessDenied = 2,
    InvalidNamespace = 3,
    InvalidParameter = 4,
    InvalidClass = 5,
    NotFound = 6,
    NotSupported = 7,
    NoSuchProperty = 12,
    TypeMismatch = 13,
    QueryLanguageNotSupported = 14,
    InvalidQuery = 15,
    MethodNotAvailable = 16,
    MethodNotFound = 17,
    ServerLimitsExceeded = 27,
    ServerIsShuttingDown = 28,
}

/// <summary>The HRESULT that a number of the provider stands for, wherever it came: return value, failed call or progress message.</summary>
/// <remarks>
/// A method returns "a WMI return code or a system error code" (Microsoft Learn: the methods of Win32_OfflineFilesCache); observed are HRESULTs,
/// Win32 errors inside them. A bare system error code is one of 1 to 15999 (Microsoft Learn: System Error Codes) and becomes the HRESULT that
/// HRESULT_FROM_WIN32 makes of it. 1 stays: where HRESULTs are the rule it is S_FALSE, and no method answers ERROR_INVALID_FUNCTION. Every
/// other number that is not negative is a success code.
/// </remarks>
internal static class ReturnCode
{
    private const int SFalse = 1;
    private const int LastSystemError = 15999;

    public static int AsHResult(int code) => code is > SFalse and <= LastSystemError ? unchecked((int)(0x80070000 | (uint)code)) : code;
}
