using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Turns what a transport or a provider said into the errors callers see. The message: what was asked, what happened, what to do.</summary>
internal static class CimErrors
{
    private const string BackendName = "CIM";

    public static Exception From(CimTransportException error, string operation, string? path, string? host)
    {
        if (error.Deadline is { } deadline)
        {
            return Make(operation, path, host, null, isTransient: true, error,
                $"the machine did not answer within {deadline}", "Allow more time in the options, or try again later.");
        }

        if (error.IsUnreachable)
        {
            return Make(operation, path, host, error.NativeCode, isTransient: true, error,
                $"the machine cannot be reached ({Trim(error.Message)})", "Check its name, that it runs, its firewall and, for WS-Management, that WinRM is set up.");
        }

        if (error.IsNotFound && UncPath.TryParse(path, out var item))
            return new ItemNotFoundException(item, Text(operation, path, host, NativeCodeText.Meaning(NativeCodes.FileNotFound), NativeCodeText.Advice(NativeCodes.FileNotFound)));
        if (error.NativeCode is { } code) return From(code, operation, path, host, error);

        var (meaning, advice, transient) = Describe(error.Status);
        return error.Status is CimStatus.MethodNotFound or CimStatus.MethodNotAvailable
            ? new OperationNotSupportedException(operation, BackendName, "The provider of this Windows version has no such method. Use another operation, or a later version of Windows.")
            : Make(operation, path, host, null, transient, error, $"{meaning} ({Trim(error.Message)})", advice);
    }

    public static Exception From(int code, string operation, string? path, string? host, Exception? inner = null)
    {
        if (code is NativeCodes.WmiNotSupported)
            return new OperationNotSupportedException(operation, BackendName, "The provider of this Windows version has no such method. Use another operation, or a later version of Windows.");
        if (code is NativeCodes.FileNotFound or NativeCodes.PathNotFound or NativeCodes.WmiNotFound && UncPath.TryParse(path, out var item))
            return new ItemNotFoundException(item, Text(operation, path, host, NativeCodeText.Meaning(code), NativeCodeText.Advice(code)));
        return Make(operation, path, host, code, NativeCodeText.IsTransient(code), inner,
            $"{NativeCodeText.Meaning(code)} (0x{code:X8})", NativeCodeText.Advice(code));
    }

    /// <summary>The error of a query that a caller wrote: what is wrong with its text is not a fault of the library.</summary>
    public static Exception FromQuery(CimTransportException error, string wql, string? host)
    {
        (string What, string Advice)? fault = (error.Status, error.NativeCode) switch
        {
            (_, NativeCodes.WmiInvalidClass) or (CimStatus.InvalidClass, _) =>
                ("the namespace has no such class", "Check the name of the class, and the namespace in the options."),
            (_, NativeCodes.WmiInvalidQuery) or (CimStatus.InvalidQuery, _) =>
                ("WMI cannot read the query", "Check the names of its properties and its operators."),
            (_, NativeCodes.WmiNotFound) or (CimStatus.NotFound, _) =>
                ("there is no such object", "Check the path in the query; some classes have no objects to ask for."),
            _ => null,
        };
        if (fault is not { } own) return From(error, "Query", null, host);
        var what = error.NativeCode is { } code ? $"{own.What} (0x{code:X8})" : own.What;
        return Make("Query", null, host, error.NativeCode, false, error, what, $"{own.Advice} The query: {wql}.");
    }

    public static OfflineFilesBackendException UnreadableValue(string className, string property, object value, string type) =>
        new($"{className}.{property} was read: the provider delivered '{value}', which is no {type}. Report it with the version of Windows.");

    public static OfflineFilesBackendException NoCacheObject(string? host) =>
        Make("GetState", null, host, null, isTransient: false, null, "the provider delivered no cache object", "Check that Offline Files is part of this version of Windows.");

    public static OperationNotSupportedException NoEvents(CimTransportException error) => new(
        nameof(BackendCapabilities.Changes), BackendName, $"The machine takes no event query over the items ({Trim(error.Message)}). Set CimChangeOptions.Source to Snapshots.");

    public static OfflineFilesBackendException NotWindows() => Make("Open", null, null, null, isTransient: false, null,
        "Microsoft.Management.Infrastructure works on Windows only, and this is another system",
        "Use the embedded backend here, or run this on Windows.");

    public static ObjectDisposedException Disposed(Exception? inner = null) =>
        inner is null ? new ObjectDisposedException(nameof(CimBackend)) : new ObjectDisposedException("The CIM backend was disposed while it was in use.", inner);

    private static (string Meaning, string Advice, bool IsTransient) Describe(CimStatus status) => status switch
    {
        CimStatus.AccessDenied => ("access was denied", "Use an account that may use WMI on the machine.", false),
        CimStatus.InvalidNamespace => ("the machine has no such namespace", "Check the namespace in the options; it is root/cimv2 on Windows.", false),
        CimStatus.InvalidClass => ("the machine has no Offline Files provider", "On a server install the Desktop Experience feature.", false),
        CimStatus.InvalidParameter or CimStatus.TypeMismatch or CimStatus.NoSuchProperty =>
            ("the provider does not take the parameters", "Report it with the version of Windows: it is a fault of the library.", false),
        CimStatus.InvalidQuery or CimStatus.QueryLanguageNotSupported =>
            ("the machine cannot read the query", "Report this query: it is a fault of the library.", false),
        CimStatus.NotFound => ("there is no such object", "Check the path.", false),
        CimStatus.NotSupported => ("the provider does not offer it", "Use another operation, or a later version of Windows.", false),
        CimStatus.ServerLimitsExceeded => ("a limit of the machine was exceeded", "Ask for less at once, or try again later.", true),
        CimStatus.ServerIsShuttingDown => ("the machine is shutting down", "Try again later.", true),
        _ => ("the machine reported a failure", "Look into the event log Microsoft-Windows-OfflineFiles/Operational of the machine.", false),
    };

    private static OfflineFilesBackendException Make(
        string operation, string? path, string? host, int? code, bool isTransient, Exception? inner, string what, string advice) =>
        new(Text(operation, path, host, what, advice), inner)
        {
            NativeCode = code,
            Operation = operation,
            Host = host,
            Path = path,
            IsTransient = isTransient,
        };

    private static string Text(string operation, string? path, string? host, string what, string advice) =>
        $"{operation}{(path is null ? "" : $" of {path}")}{(host is null ? "" : $" on {host}")} failed: {what}. {advice}";

    private static string Trim(string message) => message.Trim().TrimEnd('.');
}
