namespace OfflineFiles.Sdk.Cim.Errors;

/// <summary>
/// What each native code means to an operation about an item, which exception it is, and what to do about it: the one table of texts for codes. Where
/// an operation needs other words, <see cref="OperationText"/> has them.
/// </summary>
internal static class NativeCodeText
{
    private const string NoSuchMethod = "the provider of this Windows version has no such method";
    private const string OtherMethod = "Use another operation, or a later version of Windows.";
    private const string UnknownHost = "the name of the machine is not known";
    private const string CheckName = "Check the name, and that this machine can resolve it.";
    private const string Trust = "Name the machine as its domain does, use https, or add it to TrustedHosts here (winrm set winrm/config/client) and "
        + "give an account.";

    private static readonly Dictionary<int, CimMeaning> Known = new()
    {
        [NativeCodes.FileNotFound] = new(CimFaultKind.ItemNotFound, "the item is not in the cache", "Check the path, or pin the item first."),
        [NativeCodes.PathNotFound] = new(CimFaultKind.ItemNotFound, "a directory of the path does not exist", "Check the path."),
        [NativeCodes.AccessDenied] = new(CimFaultKind.AccessDenied, "access was denied",
            "Use an account with access to the item."),
        [NativeCodes.OutOfMemory] = new(CimFaultKind.Other, "the provider ran out of memory", "Try again later.", IsTransient: true),
        [NativeCodes.SharingViolation] = new(CimFaultKind.Other, "the item or something in it is open",
            "Close the files, then try again.", IsTransient: true),
        [NativeCodes.NotSupported] = new(CimFaultKind.Other, "it does not apply to an item of this type", "Name a share, directory or file."),
        [NativeCodes.BadNetworkPath] = new(CimFaultKind.Other, "the server cannot be found",
            "Try again when the server is reachable.", IsTransient: true),
        [NativeCodes.BadNetworkName] = new(CimFaultKind.Other, "the server has no such share", "Check the path."),
        [NativeCodes.InvalidArgument] = new(CimFaultKind.Other, "the provider calls an argument malformed", "Check paths and flags."),
        [NativeCodes.AlreadyExists] = new(CimFaultKind.Other, "an item with that path is already in the cache",
            "Choose another path, or delete that item from the cache first."),
        [NativeCodes.PartlyDone] = new(CimFaultKind.Other, "some items could not be done",
            "The outcomes name those the provider told of; query the cache for what is left."),
        [NativeCodes.ServiceDisabled] = ServiceText.Of(OfflineFilesServiceState.Disabled),
        [NativeCodes.ServiceNotActive] = ServiceText.Of(OfflineFilesServiceState.Stopped),
        [NativeCodes.Cancelled] = new(CimFaultKind.Other, "it was cancelled", "What was finished stays done; run it again for the rest."),
        [NativeCodes.LogonFailure] = new(CimFaultKind.AccessDenied, "the machine does not accept the user name or the password",
            "Check the account in the options."),
        [NativeCodes.RpcServerUnavailable] = new(CimFaultKind.Unreachable, "the machine does not answer by RPC",
            "Check its name, that it runs, and that its firewall lets Windows Management Instrumentation through.",
            IsTransient: true, IsUnreached: true),
        [NativeCodes.RpcCallFailed] = new(CimFaultKind.Unreachable, "the connection broke during the call",
            "Try again.", IsTransient: true, IsUnreached: true),
        [NativeCodes.RpcDisconnected] = new(CimFaultKind.Unreachable, "the connection to the machine is gone",
            "Try again.", IsTransient: true, IsUnreached: true),
        [NativeCodes.DnsNameError] = new(CimFaultKind.HostNotFound, UnknownHost, CheckName),
        [NativeCodes.DnsNoRecords] = new(CimFaultKind.HostNotFound, "the name of the machine has no address", CheckName),
        [NativeCodes.HostNotFound] = new(CimFaultKind.HostNotFound, UnknownHost, CheckName),
        [NativeCodes.HttpTimeout] = new(CimFaultKind.TimedOut, "the machine did not answer in time",
            "Try again later, or see whether it is reachable.", IsTransient: true, IsUnreached: true),
        [NativeCodes.HttpNameNotResolved] = new(CimFaultKind.HostNotFound, UnknownHost, CheckName, IsUnreached: true),
        [NativeCodes.HttpCannotConnect] = new(CimFaultKind.Unreachable, "the machine takes no connection",
            "Check that it runs, that WinRM is set up on it (winrm quickconfig), its firewall, and the port in the options.",
            IsTransient: true, IsUnreached: true),
        [NativeCodes.HttpConnectionError] = new(CimFaultKind.Unreachable, "the connection to the machine broke",
            "Try again.", IsTransient: true, IsUnreached: true),
        [NativeCodes.HttpSecureFailure] = new(CimFaultKind.Unreachable, "the certificate of the machine was not accepted",
            "Name the machine as its certificate does, and see that this machine trusts the issuer."),
        [NativeCodes.NoInterface] = new(CimFaultKind.Other, "the item has no connection state", "Name a share or an item below one, not a server."),
        [NativeCodes.Failed] = new(CimFaultKind.Other, "the provider gave no reason",
            "Look into the event log Microsoft-Windows-OfflineFiles/Operational of the machine."),
        [NativeCodes.WmiNotFound] = new(CimFaultKind.ItemNotFound, "there is no such object", "Check the path."),
        [NativeCodes.WmiAccessDenied] = new(CimFaultKind.AccessDenied, "the account may not use WMI there",
            "Use an account with rights to the namespace."),
        [NativeCodes.WmiInvalidParameter] = new(CimFaultKind.Other, "the provider calls a parameter invalid", "Check paths and flags."),
        [NativeCodes.WmiNotSupported] = new(CimFaultKind.NotSupported, NoSuchMethod, OtherMethod),
        [NativeCodes.WmiInvalidNamespace] = new(CimFaultKind.Namespace, "the machine has no such namespace",
            "Check the namespace in the options; it is root/cimv2 on Windows."),
        [NativeCodes.WmiInvalidClass] = NotInstalled,
        [NativeCodes.WmiProviderNotFound] = NotInstalled,
        [NativeCodes.WmiProviderLoadFailure] = new(CimFaultKind.NotInstalled, "WMI cannot load the Offline Files provider of the machine",
            "On a server install the Desktop Experience; elsewhere repair Windows: the provider is part of it."),
        [NativeCodes.WmiTransportFailure] = new(CimFaultKind.Unreachable, "the network between the two machines failed",
            "Try again later.", IsTransient: true),
        [NativeCodes.WmiInvalidQuery] = new(CimFaultKind.Other, "WMI cannot read the query", "Report this query: it is a fault of the library."),
        [NativeCodes.WmiProviderNotCapable] = ServiceText.Of(OfflineFilesServiceState.Unknown),
        [NativeCodes.WmiShuttingDown] = new(CimFaultKind.Unreachable, "the machine is shutting down", "Try again later.", IsTransient: true),
        [NativeCodes.WmiMethodNotImplemented] = new(CimFaultKind.NotSupported, NoSuchMethod, OtherMethod),
        [NativeCodes.WmiQuotaViolation] = new(CimFaultKind.Other, "WMI calls the query too long", "Ask for less at once."),
        [NativeCodes.WsManDestinationUnreachable] = new(CimFaultKind.Unreachable, "nothing on the machine takes WS-Management",
            "Set WinRM up on it (winrm quickconfig), check the port in the options, or use CimProtocol.Dcom.", IsTransient: true, IsUnreached: true),
        [NativeCodes.WsManOperationTimedOut] = new(CimFaultKind.TimedOut, "the machine gave up: the time of the operation was over",
            "Ask for less at once, or try again later.", IsTransient: true),
        [NativeCodes.WsManFailedAuthentication] = new(CimFaultKind.AccessDenied, "WinRM on the machine did not accept the account",
            "Check the account and the authentication in the options."),
        [NativeCodes.WsManServerNotTrusted] = new(CimFaultKind.AccessDenied,
            "Windows here does not speak to that machine: it cannot make sure who it is", Trust),
        [NativeCodes.WsManExplicitCredentialsRequired] = new(CimFaultKind.AccessDenied,
            "Windows here does not send the account of the caller to that machine", Trust),
        [NativeCodes.WsManServiceUnavailable] = new(CimFaultKind.Unreachable, "WinRM on the machine is not available now",
            "Try again later.", IsTransient: true),
        [NativeCodes.WsManNetworkTimedOut] = new(CimFaultKind.Unreachable, "the machine does not answer through the network",
            "Check its name, that it runs, and that its firewall lets WinRM through to this network.", IsTransient: true, IsUnreached: true),
        [NativeCodes.WsManNameNotResolved] = new(CimFaultKind.HostNotFound, UnknownHost, CheckName),
        [NativeCodes.WsManAddressNotTrusted] = new(CimFaultKind.AccessDenied,
            "Windows here does not log on to an address with the account of the caller", Trust),
    };

    /// <summary>The class is not there, by whichever way that is told.</summary>
    public static CimMeaning NotInstalled => new(CimFaultKind.NotInstalled, "the machine has no Offline Files provider",
        "On a Windows Server install the Desktop Experience; other systems than Windows have none.");

    public static CimMeaning Of(int code) => Known.TryGetValue(code, out var meaning)
        ? meaning
        : new CimMeaning(CimFaultKind.Other, "the provider answered with a code the library does not know",
            "Look the code up in Microsoft's lists of system and WMI error codes.");

    public static bool IsServiceDown(int code) =>
        code is NativeCodes.ServiceDisabled or NativeCodes.ServiceNotActive or NativeCodes.WmiProviderNotCapable;

    /// <summary>The code is about the call and not about an item of it: nothing was done, and nothing would be for another item.</summary>
    public static bool MeansNothingDone(int code) => code is NativeCodes.WmiInvalidParameter or NativeCodes.InvalidArgument
        || (code != NativeCodes.AccessDenied && Of(code).Kind is not (CimFaultKind.Other or CimFaultKind.ItemNotFound));
}
