namespace OfflineFiles.Sdk.Cim;

/// <summary>A transport failed or its server refused. Never reaches a caller: <see cref="CimErrors"/> turns it into the public family.</summary>
internal sealed class CimTransportException(CimStatus status, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public CimStatus Status { get; } = status;

    /// <summary>The HRESULT of the provider or of WMI; null when the server gave none.</summary>
    public int? NativeCode { get; init; }

    /// <summary>The server was not reached at all.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>The server did not answer within our own deadline, this long.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>What was waited for when the deadline passed. The layer that knows it says it.</summary>
    public CimTimeoutPhase Phase { get; set; }

    public bool IsNotFound => NativeCode is { } code ? code is NativeCodes.WmiNotFound or NativeCodes.FileNotFound or NativeCodes.PathNotFound : Status == CimStatus.NotFound;
}
