namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The HRESULTs that the Windows provider, WMI and the protocols are known to return. They are found, unchanged, in
/// <see cref="OperationReport.NativeCode"/>, <see cref="ItemOutcome.NativeCode"/> and <see cref="OfflineFilesBackendException.NativeCode"/>.
/// </summary>
/// <remarks>
/// Microsoft Learn: System Error Codes (the low word of <c>0x8007xxxx</c>), COM Error Codes (<c>0x8001xxxx</c>),
/// WMI Error Constants (<c>0x8004xxxx</c>), the error codes of Windows Remote Management (<c>0x8033xxxx</c>, wsmerror.h) and of WinHTTP,
/// and the pages of <c>IOfflineFilesCache</c>. A negative code is a failure.
/// </remarks>
public static class NativeCodes
{
    /// <summary>The call succeeded. <c>S_OK</c>.</summary>
    public const int Success = 0;

    /// <summary>The item is not in the cache. <c>HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND)</c>, 0x80070002.</summary>
    public const int FileNotFound = unchecked((int)0x80070002);

    /// <summary>A directory of the path does not exist. <c>HRESULT_FROM_WIN32(ERROR_PATH_NOT_FOUND)</c>, 0x80070003.</summary>
    public const int PathNotFound = unchecked((int)0x80070003);

    /// <summary>Access is denied. <c>E_ACCESSDENIED</c>, 0x80070005.</summary>
    public const int AccessDenied = unchecked((int)0x80070005);

    /// <summary>The provider ran out of memory. <c>E_OUTOFMEMORY</c>, 0x8007000E.</summary>
    public const int OutOfMemory = unchecked((int)0x8007000E);

    /// <summary>The item or an item in it is open. <c>HRESULT_FROM_WIN32(ERROR_SHARING_VIOLATION)</c>, 0x80070020.</summary>
    public const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>The operation does not apply to an item of this type. <c>HRESULT_FROM_WIN32(ERROR_NOT_SUPPORTED)</c>, 0x80070032.</summary>
    public const int NotSupported = unchecked((int)0x80070032);

    /// <summary>The server cannot be found. <c>HRESULT_FROM_WIN32(ERROR_BAD_NETPATH)</c>, 0x80070035.</summary>
    public const int BadNetworkPath = unchecked((int)0x80070035);

    /// <summary>The server has no such share. <c>HRESULT_FROM_WIN32(ERROR_BAD_NET_NAME)</c>, 0x80070043.</summary>
    public const int BadNetworkName = unchecked((int)0x80070043);

    /// <summary>An argument is malformed. <c>E_INVALIDARG</c>, 0x80070057.</summary>
    public const int InvalidArgument = unchecked((int)0x80070057);

    /// <summary>An item with the path exists already. <c>HRESULT_FROM_WIN32(ERROR_ALREADY_EXISTS)</c>, 0x800700B7.</summary>
    public const int AlreadyExists = unchecked((int)0x800700B7);

    /// <summary>Some items failed; only the progress messages tell which. <c>HRESULT_FROM_WIN32(ERROR_MORE_DATA)</c>, 0x800700EA.</summary>
    public const int PartlyDone = unchecked((int)0x800700EA);

    /// <summary>The Offline Files service is disabled. <c>HRESULT_FROM_WIN32(ERROR_SERVICE_DISABLED)</c>, 0x80070422.</summary>
    public const int ServiceDisabled = unchecked((int)0x80070422);

    /// <summary>The Offline Files service is not running. <c>HRESULT_FROM_WIN32(ERROR_SERVICE_NOT_ACTIVE)</c>, 0x80070426.</summary>
    public const int ServiceNotActive = unchecked((int)0x80070426);

    /// <summary>The call was cancelled; the items that were finished stay so. <c>HRESULT_FROM_WIN32(ERROR_CANCELLED)</c>, 0x800704C7.</summary>
    public const int Cancelled = unchecked((int)0x800704C7);

    /// <summary>The user name or the password is not correct. <c>HRESULT_FROM_WIN32(ERROR_LOGON_FAILURE)</c>, 0x8007052E.</summary>
    public const int LogonFailure = unchecked((int)0x8007052E);

    /// <summary>The machine cannot be reached by RPC. <c>HRESULT_FROM_WIN32(RPC_S_SERVER_UNAVAILABLE)</c>, 0x800706BA.</summary>
    public const int RpcServerUnavailable = unchecked((int)0x800706BA);

    /// <summary>The RPC connection broke during the call. <c>HRESULT_FROM_WIN32(RPC_S_CALL_FAILED)</c>, 0x800706BE.</summary>
    public const int RpcCallFailed = unchecked((int)0x800706BE);

    /// <summary>The other end of the RPC connection is gone. <c>RPC_E_DISCONNECTED</c>, 0x80010108.</summary>
    public const int RpcDisconnected = unchecked((int)0x80010108);

    /// <summary>DNS does not have the name. <c>HRESULT_FROM_WIN32(DNS_ERROR_RCODE_NAME_ERROR)</c>, 0x8007232B.</summary>
    public const int DnsNameError = unchecked((int)0x8007232B);

    /// <summary>DNS has no address for the name. <c>HRESULT_FROM_WIN32(DNS_INFO_NO_RECORDS)</c>, 0x8007251D.</summary>
    public const int DnsNoRecords = unchecked((int)0x8007251D);

    /// <summary>The name of the host is not known. <c>HRESULT_FROM_WIN32(WSAHOST_NOT_FOUND)</c>, 0x80072AF9.</summary>
    public const int HostNotFound = unchecked((int)0x80072AF9);

    /// <summary>The machine did not answer HTTP in time. <c>HRESULT_FROM_WIN32(ERROR_WINHTTP_TIMEOUT)</c>, 0x80072EE2.</summary>
    public const int HttpTimeout = unchecked((int)0x80072EE2);

    /// <summary>The name could not be resolved. <c>HRESULT_FROM_WIN32(ERROR_WINHTTP_NAME_NOT_RESOLVED)</c>, 0x80072EE7.</summary>
    public const int HttpNameNotResolved = unchecked((int)0x80072EE7);

    /// <summary>The machine does not accept a connection on the port. <c>HRESULT_FROM_WIN32(ERROR_WINHTTP_CANNOT_CONNECT)</c>, 0x80072EFD.</summary>
    public const int HttpCannotConnect = unchecked((int)0x80072EFD);

    /// <summary>The connection broke, or the machine closed it. <c>HRESULT_FROM_WIN32(ERROR_WINHTTP_CONNECTION_ERROR)</c>, 0x80072EFE.</summary>
    public const int HttpConnectionError = unchecked((int)0x80072EFE);

    /// <summary>The certificate of the machine was not accepted. <c>HRESULT_FROM_WIN32(ERROR_WINHTTP_SECURE_FAILURE)</c>, 0x80072F8F.</summary>
    public const int HttpSecureFailure = unchecked((int)0x80072F8F);

    /// <summary>The item is a server and has no connection state. <c>E_NOINTERFACE</c>, 0x80004002.</summary>
    public const int NoInterface = unchecked((int)0x80004002);

    /// <summary>The call failed; the provider gave no reason. <c>E_FAIL</c>, 0x80004005.</summary>
    public const int Failed = unchecked((int)0x80004005);

    /// <summary>The object does not exist. <c>WBEM_E_NOT_FOUND</c>, 0x80041002.</summary>
    public const int WmiNotFound = unchecked((int)0x80041002);

    /// <summary>The account has no right to use the namespace. <c>WBEM_E_ACCESS_DENIED</c>, 0x80041003.</summary>
    public const int WmiAccessDenied = unchecked((int)0x80041003);

    /// <summary>The value of a parameter is not valid. <c>WBEM_E_INVALID_PARAMETER</c>, 0x80041008.</summary>
    public const int WmiInvalidParameter = unchecked((int)0x80041008);

    /// <summary>The provider does not have the method or the class. <c>WBEM_E_NOT_SUPPORTED</c>, 0x8004100C.</summary>
    public const int WmiNotSupported = unchecked((int)0x8004100C);

    /// <summary>The machine does not have the namespace. <c>WBEM_E_INVALID_NAMESPACE</c>, 0x8004100E.</summary>
    public const int WmiInvalidNamespace = unchecked((int)0x8004100E);

    /// <summary>The machine does not have the class. <c>WBEM_E_INVALID_CLASS</c>, 0x80041010.</summary>
    public const int WmiInvalidClass = unchecked((int)0x80041010);

    /// <summary>WMI does not find the provider of a class. <c>WBEM_E_PROVIDER_NOT_FOUND</c>, 0x80041011.</summary>
    public const int WmiProviderNotFound = unchecked((int)0x80041011);

    /// <summary>WMI cannot load the provider of a class. <c>WBEM_E_PROVIDER_LOAD_FAILURE</c>, 0x80041013.</summary>
    public const int WmiProviderLoadFailure = unchecked((int)0x80041013);

    /// <summary>The network between the two machines failed. <c>WBEM_E_TRANSPORT_FAILURE</c>, 0x80041015.</summary>
    public const int WmiTransportFailure = unchecked((int)0x80041015);

    /// <summary>The query is not valid. <c>WBEM_E_INVALID_QUERY</c>, 0x80041017.</summary>
    public const int WmiInvalidQuery = unchecked((int)0x80041017);

    /// <summary>The provider cannot answer: Offline Files is stopped or disabled. <c>WBEM_E_PROVIDER_NOT_CAPABLE</c>, 0x80041024.</summary>
    public const int WmiProviderNotCapable = unchecked((int)0x80041024);

    /// <summary>WMI is shutting down. <c>WBEM_E_SHUTTING_DOWN</c>, 0x80041033.</summary>
    public const int WmiShuttingDown = unchecked((int)0x80041033);

    /// <summary>The class declares the method and does not implement it. <c>WBEM_E_METHOD_NOT_IMPLEMENTED</c>, 0x80041055.</summary>
    public const int WmiMethodNotImplemented = unchecked((int)0x80041055);

    /// <summary>The query is too long. <c>WBEM_E_QUOTA_VIOLATION</c>, 0x8004106C.</summary>
    public const int WmiQuotaViolation = unchecked((int)0x8004106C);

    /// <summary>The machine does not accept WS-Management. <c>ERROR_WSMAN_DESTINATION_UNREACHABLE</c>, 0x80338012.</summary>
    public const int WsManDestinationUnreachable = unchecked((int)0x80338012);

    /// <summary>The machine ended the operation after its timeout. <c>ERROR_WSMAN_OPERATION_TIMEDOUT</c>, 0x80338029.</summary>
    public const int WsManOperationTimedOut = unchecked((int)0x80338029);

    /// <summary>WinRM did not accept the account. <c>ERROR_WSMAN_FAILED_AUTHENTICATION</c>, 0x80338036.</summary>
    public const int WsManFailedAuthentication = unchecked((int)0x80338036);

    /// <summary>
    /// Without Kerberos, the machine must be used by https or be in TrustedHosts. <c>ERROR_WSMAN_SERVER_NOT_TRUSTED</c>, 0x803380E4.
    /// </summary>
    public const int WsManServerNotTrusted = unchecked((int)0x803380E4);

    /// <summary>
    /// The account of the caller is not sent to a machine that is not in TrustedHosts; a credential is needed.
    /// <c>ERROR_WSMAN_EXPLICIT_CREDENTIALS_REQUIRED</c>, 0x803380E5.
    /// </summary>
    public const int WsManExplicitCredentialsRequired = unchecked((int)0x803380E5);

    /// <summary>WinRM on the machine is not available. <c>ERROR_WSMAN_HTTP_SERVICE_UNAVAILABLE_STATUS</c>, 0x80338112.</summary>
    public const int WsManServiceUnavailable = unchecked((int)0x80338112);

    /// <summary>The machine did not answer through the network. <c>ERROR_WSMAN_NETWORK_TIMEDOUT</c>, 0x80338126.</summary>
    public const int WsManNetworkTimedOut = unchecked((int)0x80338126);

    /// <summary>The name of the machine could not be resolved. <c>ERROR_WSMAN_NAME_NOT_RESOLVED</c>, 0x803381B9.</summary>
    public const int WsManNameNotResolved = unchecked((int)0x803381B9);

    /// <summary>
    /// An address instead of a name needs a credential, and https or TrustedHosts. <c>ERROR_WSMAN_DEFAULTAUTH_IPADDRESS</c>, 0x803381BB.
    /// </summary>
    public const int WsManAddressNotTrusted = unchecked((int)0x803381BB);
}
