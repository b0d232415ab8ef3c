namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The HRESULTs the Windows provider is known to answer with: <see cref="OperationReport.NativeCode"/>,
/// <see cref="ItemOutcome.NativeCode"/> and <see cref="OfflineFilesBackendException.NativeCode"/> hold them as they came.
/// </summary>
/// <remarks>
/// Microsoft Learn: System Error Codes (the low word of <c>0x8007xxxx</c>), WMI Error Constants (<c>0x8004xxxx</c>), and the pages of
/// <c>IOfflineFilesCache</c>. A negative code is a failure.
/// </remarks>
public static class NativeCodes
{
    /// <summary>It went well. <c>S_OK</c>.</summary>
    public const int Success = 0;

    /// <summary>The item is not in the cache. <c>HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND)</c>, 0x80070002.</summary>
    public const int FileNotFound = unchecked((int)0x80070002);

    /// <summary>A directory on the way does not exist. <c>HRESULT_FROM_WIN32(ERROR_PATH_NOT_FOUND)</c>, 0x80070003.</summary>
    public const int PathNotFound = unchecked((int)0x80070003);

    /// <summary>The caller may not do it. <c>E_ACCESSDENIED</c>, 0x80070005.</summary>
    public const int AccessDenied = unchecked((int)0x80070005);

    /// <summary>Not enough memory. <c>E_OUTOFMEMORY</c>, 0x8007000E.</summary>
    public const int OutOfMemory = unchecked((int)0x8007000E);

    /// <summary>The item, or something in it, is open. <c>HRESULT_FROM_WIN32(ERROR_SHARING_VIOLATION)</c>, 0x80070020.</summary>
    public const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>It does not apply to an item of this type. <c>HRESULT_FROM_WIN32(ERROR_NOT_SUPPORTED)</c>, 0x80070032.</summary>
    public const int NotSupported = unchecked((int)0x80070032);

    /// <summary>The server cannot be found. <c>HRESULT_FROM_WIN32(ERROR_BAD_NETPATH)</c>, 0x80070035.</summary>
    public const int BadNetworkPath = unchecked((int)0x80070035);

    /// <summary>The server has no such share. <c>HRESULT_FROM_WIN32(ERROR_BAD_NET_NAME)</c>, 0x80070043.</summary>
    public const int BadNetworkName = unchecked((int)0x80070043);

    /// <summary>An argument is malformed. <c>E_INVALIDARG</c>, 0x80070057.</summary>
    public const int InvalidArgument = unchecked((int)0x80070057);

    /// <summary>Something has that path already. <c>HRESULT_FROM_WIN32(ERROR_ALREADY_EXISTS)</c>, 0x800700B7.</summary>
    public const int AlreadyExists = unchecked((int)0x800700B7);

    /// <summary>Some items could not be done; only progress messages say which. <c>HRESULT_FROM_WIN32(ERROR_MORE_DATA)</c>, 0x800700EA.</summary>
    public const int PartlyDone = unchecked((int)0x800700EA);

    /// <summary>The Offline Files service is disabled. <c>HRESULT_FROM_WIN32(ERROR_SERVICE_DISABLED)</c>, 0x80070422.</summary>
    public const int ServiceDisabled = unchecked((int)0x80070422);

    /// <summary>The Offline Files service does not run. <c>HRESULT_FROM_WIN32(ERROR_SERVICE_NOT_ACTIVE)</c>, 0x80070426.</summary>
    public const int ServiceNotActive = unchecked((int)0x80070426);

    /// <summary>Cancelled; what was finished stays done. <c>HRESULT_FROM_WIN32(ERROR_CANCELLED)</c>, 0x800704C7.</summary>
    public const int Cancelled = unchecked((int)0x800704C7);

    /// <summary>The machine cannot be reached by RPC. <c>HRESULT_FROM_WIN32(RPC_S_SERVER_UNAVAILABLE)</c>, 0x800706BA.</summary>
    public const int RpcServerUnavailable = unchecked((int)0x800706BA);

    /// <summary>The item has no connection state: it is a server. <c>E_NOINTERFACE</c>, 0x80004002.</summary>
    public const int NoInterface = unchecked((int)0x80004002);

    /// <summary>A failure without further word. <c>E_FAIL</c>, 0x80004005.</summary>
    public const int Failed = unchecked((int)0x80004005);

    /// <summary>No such object. <c>WBEM_E_NOT_FOUND</c>, 0x80041002.</summary>
    public const int WmiNotFound = unchecked((int)0x80041002);

    /// <summary>The caller may not use the namespace. <c>WBEM_E_ACCESS_DENIED</c>, 0x80041003.</summary>
    public const int WmiAccessDenied = unchecked((int)0x80041003);

    /// <summary>A parameter has no acceptable value. <c>WBEM_E_INVALID_PARAMETER</c>, 0x80041008.</summary>
    public const int WmiInvalidParameter = unchecked((int)0x80041008);

    /// <summary>The provider has no such method or class. <c>WBEM_E_NOT_SUPPORTED</c>, 0x8004100C.</summary>
    public const int WmiNotSupported = unchecked((int)0x8004100C);

    /// <summary>The machine has no such class. <c>WBEM_E_INVALID_CLASS</c>, 0x80041010.</summary>
    public const int WmiInvalidClass = unchecked((int)0x80041010);

    /// <summary>The query cannot be read. <c>WBEM_E_INVALID_QUERY</c>, 0x80041017.</summary>
    public const int WmiInvalidQuery = unchecked((int)0x80041017);

    /// <summary>The provider cannot answer now: the Offline Files service is off. <c>WBEM_E_PROVIDER_NOT_CAPABLE</c>, 0x80041024.</summary>
    public const int WmiProviderNotCapable = unchecked((int)0x80041024);

    /// <summary>The query is too long. <c>WBEM_E_QUOTA_VIOLATION</c>, 0x8004106C.</summary>
    public const int WmiQuotaViolation = unchecked((int)0x8004106C);
}
