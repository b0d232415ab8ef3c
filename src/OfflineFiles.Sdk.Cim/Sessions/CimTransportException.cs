using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>A transport failed or its server refused. Never reaches a caller: <see cref="CimErrors"/> turns it into the public family.</summary>
internal sealed class CimTransportException(CimStatus status, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public CimStatus Status { get; } = status;

    /// <summary>The HRESULT of the provider or of WMI, made of a bare system error too; null when the server gave none.</summary>
    public int? NativeCode
    {
        get;
        init => field = value is { } code ? ReturnCode.AsHResult(code) : null;
    }

    /// <summary>The server was not reached at all.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>The server did not answer within our own deadline, this long.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>What the call was waiting for when our own deadline passed.</summary>
    public CimTimeoutPhase Phase { get; init; }

    /// <summary>How the service of Offline Files stands, where a diagnosis was made.</summary>
    public OfflineFilesServiceState? Service { get; set; }

    public bool IsNotFound => Is(CimStatus.NotFound, NativeCodes.WmiNotFound) || NativeCode is NativeCodes.FileNotFound or NativeCodes.PathNotFound;

    /// <summary>Whether it means this: by its code where there is one, else by its status.</summary>
    public bool Is(CimStatus status, int code) => NativeCode is { } own ? own == code : Status == status;
}
