namespace OfflineFiles.Sdk.Cim.Errors;

/// <summary>
/// What a code means to one operation, where that differs from what it means to an operation about an item: the one table of texts for pairs of
/// operation and code.
/// </summary>
internal static class OperationText
{
    private const string Enable = nameof(OfflineFilesOperation.Enable);
    private const string Encrypt = nameof(OfflineFilesOperation.Encrypt);
    private const string CheckPath = "Check the path.";
    private const string Administrator = "Run it as an administrator of the machine";
    private const string EventLog = "Look into the event log Microsoft-Windows-OfflineFiles/Operational of the machine.";
    private const string OurFault = "Report it with the version of Windows: it is a fault of the library.";
    private const string NotOffered = "the provider does not offer it";
    private const string OtherWindows = "It may need a later version of Windows.";

    public static CimMeaning Of(int code, string operation)
    {
        var known = NativeCodeText.Of(code);
        if (known.Kind is CimFaultKind.Service or CimFaultKind.RestartPending) return ForService(known, operation);
        return Own(code, operation) is { } own
            ? known with { Kind = own.Kind ?? known.Kind, What = own.What ?? known.What, Advice = own.Advice }
            : known;
    }

    public static CimMeaning Of(OfflineFilesServiceState state, string operation) => ForService(ServiceText.Of(state), operation);

    /// <summary>What a status means where the server gave no code. One that says the same as a code has its texts.</summary>
    public static CimMeaning Of(CimStatus status, string operation) => status switch
    {
        CimStatus.NotFound => Of(NativeCodes.WmiNotFound, operation) with { Kind = CimFaultKind.Other },
        CimStatus.InvalidQuery or CimStatus.QueryLanguageNotSupported => Of(NativeCodes.WmiInvalidQuery, operation),
        CimStatus.MethodNotAvailable or CimStatus.MethodNotFound => Of(NativeCodes.WmiNotSupported, operation),
        _ => CimStatusText.Of(status),
    };

    // Who enables Offline Files is not told to do so.
    private static CimMeaning ForService(CimMeaning known, string operation) => operation == Enable && known.Advice.Contains("Enable")
        ? known with
        {
            Advice = known.Kind == CimFaultKind.RestartPending
                ? "Restart the machine, then try again."
                : "See that no Group Policy forbids it and that the service (CscService) may start, then try again.",
        }
        : known;

    private static Text? Own(int code, string operation) => SubjectOf(operation) switch
    {
        Subject.Item => OfItem(code, operation),
        Subject.Answer => OfAnswer(code, operation),
        _ => OfCache(code, operation),
    };

    private static Text? OfItem(int code, string operation) => (code, operation) switch
    {
        (NativeCodes.FileNotFound, "Pin") => new(null, "there is no such item", "Check the path, and that its server is reachable."),
        (NativeCodes.FileNotFound, "Unpin" or "DeleteItems" or "RenameItem" or "RenameItemEx" or "Find") => new(null, null, CheckPath),
        (NativeCodes.AccessDenied, "RenameItem") => new(null, null, $"{Administrator}: it is carried out at the next restart."),
        (NativeCodes.AccessDenied, "DeleteItems") =>
            new(null, null, "Use an account with access to the item; deleting for all users needs an administrator."),
        (NativeCodes.AccessDenied, _) => new(null, null, "Use an account with access to the item."),
        (NativeCodes.AlreadyExists, not ("RenameItem" or "RenameItemEx")) => new(null, null, "Look at the item: nothing may be left to do."),
        (NativeCodes.PartlyDone, not ("Synchronize" or "Pin" or "Unpin" or "DeleteItems")) =>
            new(null, "some of it could not be done", "Query the items below the path for what is left."),
        (NativeCodes.InvalidArgument or NativeCodes.WmiInvalidParameter, "Find") => new(null, null, CheckPath),
        (NativeCodes.WmiNotSupported or NativeCodes.WmiMethodNotImplemented, "Find") => new(null, NotOffered, OtherWindows),
        (NativeCodes.WmiInvalidQuery, _) => new(null, "WMI cannot read the request", OurFault),
        (NativeCodes.WmiQuotaViolation, _) => new(null, "WMI calls the request too long", "Ask for less at once."),
        _ => null,
    };

    // About the cache as a whole: there is no path that could be wrong.
    private static Text? OfCache(int code, string operation) => (code, operation) switch
    {
        (NativeCodes.FileNotFound or NativeCodes.PathNotFound, _) =>
            new(CimFaultKind.Other, "the provider did not find something that it needs", EventLog),
        (NativeCodes.WmiNotFound, _) =>
            new(CimFaultKind.Other, "there is no such object", "Check that Offline Files is part of this version of Windows."),
        (NativeCodes.AccessDenied, Encrypt) => new(null, null, $"{Administrator}, unless a Group Policy forbids it."),
        (NativeCodes.AccessDenied, _) => new(null, null, $"{Administrator}."),
        (NativeCodes.SharingViolation, _) => new(null, "a file in the cache is open", "Close the files, then try again."),
        (NativeCodes.NotSupported or NativeCodes.NoInterface, _) => new(null, NotOffered, OtherWindows),
        (NativeCodes.BadNetworkPath, _) => new(null, "a file server cannot be found", "Try again when the server is reachable."),
        (NativeCodes.BadNetworkName, _) => new(null, "a file server does not have a share of the cache", EventLog),
        (NativeCodes.InvalidArgument or NativeCodes.WmiInvalidParameter, _) => new(null, null, OurFault),
        (NativeCodes.AlreadyExists, _) => new(null, "it is there already", EventLog),
        (NativeCodes.PartlyDone, _) => new(null, "some of it could not be done", "Run it again for the rest."),
        (NativeCodes.WmiNotSupported or NativeCodes.WmiMethodNotImplemented, not (Enable or Encrypt)) => new(null, NotOffered, OtherWindows),
        (NativeCodes.WmiInvalidQuery, _) => new(null, "WMI cannot read the request", OurFault),
        (NativeCodes.WmiQuotaViolation, _) => new(null, "WMI calls the request too long", OurFault),
        _ => null,
    };

    // A read by a query: nobody asked for an item, and nothing is changed.
    private static Text? OfAnswer(int code, string operation) => (code, operation) switch
    {
        (NativeCodes.WmiNotFound, "Query") => new(CimFaultKind.Other, null, "Check the class and the path in the query."),
        (NativeCodes.AccessDenied, _) => new(null, null, "Use an account that may use WMI on the machine and may read the cache."),
        (NativeCodes.WmiInvalidQuery or NativeCodes.WmiQuotaViolation, _) => null,
        (NativeCodes.PartlyDone, _) => new(null, "a part of the answer is missing", "Try again later."),
        (NativeCodes.Cancelled, _) => new(null, null, "Run it again."),
        _ => OfCache(code, operation),
    };

    private static Subject SubjectOf(string operation) => operation switch
    {
        Enable or Encrypt or "PutConfiguration" => Subject.Cache,
        "Find" => Subject.Item,
        _ => Enum.TryParse<OfflineFilesOperation>(operation, out _) ? Subject.Item : Subject.Answer,
    };

    private enum Subject
    {
        Item,
        Cache,
        Answer,
    }

    /// <summary>What is other than in the table of codes; null for what is the same.</summary>
    private sealed record Text(CimFaultKind? Kind, string? What, string Advice);
}
