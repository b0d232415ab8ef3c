namespace OfflineFiles.Sdk.Cim.Sessions;

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
