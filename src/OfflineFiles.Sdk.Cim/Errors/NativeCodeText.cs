namespace OfflineFiles.Sdk.Cim;

/// <summary>What each code means and what to do about it: the one table of texts for codes.</summary>
internal static class NativeCodeText
{
    private static readonly Dictionary<int, (string Meaning, string Advice)> Known = new()
    {
        [NativeCodes.FileNotFound] = ("the item is not in the cache", "Check the path, or pin the item first."),
        [NativeCodes.PathNotFound] = ("a directory of the path does not exist", "Check the path."),
        [NativeCodes.AccessDenied] = ("access was denied", "Use an account with access to the item; renaming at restart, enabling and deleting for all users need an administrator."),
        [NativeCodes.OutOfMemory] = ("the provider ran out of memory", "Try again later."),
        [NativeCodes.SharingViolation] = ("the item or something in it is open", "Close the files, then try again."),
        [NativeCodes.NotSupported] = ("it does not apply to an item of this type", "Name a share, directory or file."),
        [NativeCodes.BadNetworkPath] = ("the server cannot be found", "Try again when the server is reachable."),
        [NativeCodes.BadNetworkName] = ("the server has no such share", "Check the path."),
        [NativeCodes.InvalidArgument] = ("the provider calls an argument malformed", "Check paths and flags."),
        [NativeCodes.AlreadyExists] = ("an item with that path is already in the cache", "Choose another path, or delete that item from the cache first."),
        [NativeCodes.PartlyDone] = ("some items could not be done", "The outcomes name those the provider told of; query the cache for what is left."),
        [NativeCodes.ServiceDisabled] = ("the Offline Files service is disabled", "Enable Offline Files, restart if asked to, then try again."),
        [NativeCodes.ServiceNotActive] = ("the Offline Files service is not running", "Start the service (CscService), then try again."),
        [NativeCodes.Cancelled] = ("it was cancelled", "What was finished stays done; run it again for the rest."),
        [NativeCodes.RpcServerUnavailable] = ("the machine cannot be reached", "Check its name, that it runs, and its firewall."),
        [NativeCodes.NoInterface] = ("the item has no connection state", "Name a share or an item below one, not a server."),
        [NativeCodes.Failed] = ("the provider gave no reason", "Look into the event log Microsoft-Windows-OfflineFiles/Operational of the machine."),
        [NativeCodes.WmiNotFound] = ("there is no such object", "Check the path."),
        [NativeCodes.WmiAccessDenied] = ("the account may not use WMI there", "Use an account with rights to the namespace."),
        [NativeCodes.WmiInvalidParameter] = ("the provider calls a parameter invalid", "Check paths and flags."),
        [NativeCodes.WmiNotSupported] = ("the provider of this Windows version has no such method", "Use another operation, or a later version of Windows."),
        [NativeCodes.WmiInvalidClass] = ("the machine has no Offline Files provider", "On a server install the Desktop Experience feature."),
        [NativeCodes.WmiInvalidQuery] = ("WMI cannot read the query", "Report this query: it is a fault of the library."),
        [NativeCodes.WmiProviderNotCapable] = ("the Offline Files service is not running", "Enable Offline Files or start the service (CscService), then try again."),
        [NativeCodes.WmiQuotaViolation] = ("WMI calls the query too long", "Ask for less at once."),
    };

    public static string Meaning(int code) => Known.TryGetValue(code, out var text) ? text.Meaning : $"the provider answered 0x{code:X8}";

    public static string Advice(int code) => Known.TryGetValue(code, out var text)
        ? text.Advice
        : "Look the code up in Microsoft's lists of system and WMI error codes.";

    public static bool IsServiceDown(int code) =>
        code is NativeCodes.ServiceDisabled or NativeCodes.ServiceNotActive or NativeCodes.WmiProviderNotCapable;

    /// <summary>The same call may work later without anyone changing it.</summary>
    public static bool IsTransient(int code) => IsServiceDown(code)
        || code is NativeCodes.OutOfMemory or NativeCodes.SharingViolation or NativeCodes.BadNetworkPath or NativeCodes.RpcServerUnavailable;
}
