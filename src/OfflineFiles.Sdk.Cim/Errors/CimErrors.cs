using System.Runtime.InteropServices;

namespace OfflineFiles.Sdk.Cim.Errors;

/// <summary>Turns what a transport or a provider said into the errors callers see. The message: what was asked, what happened, what to do.</summary>
internal static class CimErrors
{
    /// <summary>The kind of backend, as errors and reports name it.</summary>
    public const string BackendName = "CIM";

    /// <summary>Stands for the name of the local machine in texts.</summary>
    public const string ThisMachine = "this machine";

    public static OfflineFilesException From(CimTransportException error, string operation, string? path, string? host) =>
        Fault(error, operation, path, host, Meaning(error, operation, path)).ToException();

    /// <summary>The error of a call that changes something: where nobody knows what became of it, it says so.</summary>
    public static OfflineFilesException FromCall(CimTransportException error, string operation, string? path, string? host, bool wasSent)
    {
        var meaning = Meaning(error, operation, path);
        // The time limit of a whole operation says so in its own words.
        if (wasSent && IsOpen(error) && error is not { Deadline: not null, Phase: CimTimeoutPhase.Operation })
            meaning = meaning with { Advice = $"{meaning.Advice} It may have been done all the same: look before you run it again." };
        return Fault(error, operation, path, host, meaning).ToException();
    }

    /// <summary>Whether a call that was sent and failed may have been carried out: the machine did not say what became of it.</summary>
    public static bool IsOpen(CimTransportException error) => !MmiNativeLibrary.IsToBlame(error.InnerException) && (
        error.IsUnreachable || error.Deadline is not null || (error.NativeCode is < 0 and var code
            ? NativeCodeText.Of(code).Kind is CimFaultKind.Unreachable or CimFaultKind.TimedOut
            : error.Status == CimStatus.Failed));

    private static CimFault Fault(CimTransportException error, string operation, string? path, string? host, CimMeaning meaning) =>
        new(operation, path, host, meaning)
        {
            Code = error.NativeCode,
            Cause = error,
            Service = error.Service ?? ServiceText.StateOf(error.NativeCode),
            Phase = error.Phase,
            Limit = error.Deadline,
            Outage = error.Outage,
        };

    public static OfflineFilesException From(int code, string operation, string? path, string? host) =>
        new CimFault(operation, path, host, OperationText.Of(code, operation)) { Code = code, Service = ServiceText.StateOf(code) }.ToException();

    /// <summary>The error of a query that a caller wrote: what is wrong with its text is not a fault of the library.</summary>
    public static OfflineFilesException FromQuery(CimTransportException error, string wql, string? host)
    {
        (string What, string Advice)? fault = error switch
        {
            _ when error.Is(CimStatus.InvalidClass, NativeCodes.WmiInvalidClass) =>
                ("the namespace has no such class", "Check the name of the class, and the namespace in the options."),
            _ when error.Is(CimStatus.InvalidQuery, NativeCodes.WmiInvalidQuery) =>
                ("WMI cannot read the query", "Check the names of its properties and its operators."),
            _ when error.Is(CimStatus.NotFound, NativeCodes.WmiNotFound) =>
                ("there is no such object", "Check the path in the query; some classes have no objects to ask for."),
            { NativeCode: NativeCodes.WmiProviderNotCapable, Service: null } =>
                ("the provider of the class is not capable of it", "Ask for all objects of the class, or for one by its key."),
            _ => null,
        };
        if (fault is not { } own) return From(error, "Query", null, host);
        var meaning = new CimMeaning(CimFaultKind.Other, own.What, $"{own.Advice} The query: {ReadableText.Of(wql)}.");
        return new CimFault("Query", null, host, meaning) { Code = error.NativeCode, Cause = error }.ToException();
    }

    /// <param name="className">The class.</param>
    /// <param name="property">The property.</param>
    /// <param name="value">What came.</param>
    /// <param name="path">The key of the row; null if it has none.</param>
    public static OfflineFilesBackendException UnreadableValue(string className, CimPropertySchema property, object? value, string? path) =>
        new($"{className}.{property.Name}{(path is null ? "" : $" of {ReadableText.Of(path)}")} was read: the provider delivered {Describe(value)}, "
            + $"which is no {property.Type}. Report it with the version of Windows.")
        { Path = path };

    /// <summary>An out parameter of a call that went well is not what it has to be.</summary>
    public static OfflineFilesBackendException UnreadableResult(OfflineFilesOperation operation, UncPath? path, string name, object value) =>
        new($"{operation}{(path is null ? "" : $" of {path}")} was called: the provider delivered {Describe(value)} for {name}, which is no Boolean. "
            + "It may have been done all the same: look before you run it again.")
        { Operation = operation.ToString(), Path = path?.ToString() };

    // As much of it as people read.
    private static string Describe(object? value) => value switch
    {
        null => "NULL",
        Array many => $"a list of {many.Length}",
        string text => $"'{ReadableText.Of(text)}'",
        IFormattable => $"'{value}'",
        _ => "an object",
    };

    /// <summary>A state of the service that was found by looking for it.</summary>
    public static OfflineFilesException Service(OfflineFilesServiceState state, string operation, string? host) =>
        new CimFault(operation, null, host, OperationText.Of(state, operation)) { Service = state }.ToException();

    /// <summary>The class is not there.</summary>
    public static OfflineFilesException NotInstalled(string operation, string? host) =>
        new CimFault(operation, null, host, NativeCodeText.NotInstalled).ToException();

    /// <summary>The class is there, and its one object is not.</summary>
    public static OfflineFilesException NoCacheObject(string? host) => new CimFault("GetState", null, host, new CimMeaning(
        CimFaultKind.NotInstalled,
        "the provider delivered no cache object",
        "Check that Offline Files is part of this version of Windows.")).ToException();

    public static OfflineFilesException NoLibrary(string operation, string? host, Exception error) =>
        new CimFault(operation, null, host, MmiNativeLibrary.Meaning(error, IsWindows)) { Cause = error }.ToException();

    public static OfflineFilesException NoEvents(CimTransportException error) => NotSupported(
        nameof(BackendCapabilities.Changes),
        $"the machine takes no event query over the items ({error.Message.Trim().TrimEnd('.')})",
        "Set CimChangeOptions.Source to Snapshots.");

    /// <summary>The provider has no such method, as its class says.</summary>
    public static OfflineFilesException NoMethod(OfflineFilesOperation operation, string provider, string? host) => NotSupported(
        operation.ToString(),
        $"there is no such method on {host ?? ThisMachine}: it has the {provider}",
        "Nothing was sent. Use another operation, or a later version of Windows.");

    public static OfflineFilesException NotWindows() => new CimFault("Open", null, null, new CimMeaning(
        CimFaultKind.Platform,
        "Microsoft.Management.Infrastructure works on Windows only, and this is another system",
        "Use the embedded backend here, or run this on Windows.")).ToException();

    public static ObjectDisposedException Disposed(Exception? inner = null) =>
        inner is null
            ? new ObjectDisposedException(nameof(CimBackend))
            : new ObjectDisposedException("The CIM backend was disposed while it was in use. An operation that was sent may have been done.", inner);

    private static OfflineFilesException NotSupported(string operation, string what, string advice) =>
        new CimFault(operation, null, null, new CimMeaning(CimFaultKind.NotSupported, what, advice)).ToException();

    private static bool IsWindows => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    private static CimMeaning Meaning(CimTransportException error, string operation, string? path) =>
        error.Outage is { } outage ? outage.Explain(OwnMeaning(error, operation, path)) : OwnMeaning(error, operation, path);

    private static CimMeaning OwnMeaning(CimTransportException error, string operation, string? path)
    {
        if (MmiNativeLibrary.IsToBlame(error.InnerException))
            return MmiNativeLibrary.Meaning(error.InnerException!, IsWindows);
        if (error.Meaning is { } own) return own;
        if (error.Deadline is { } limit) return CimStatusText.TimedOut(error.Phase, limit);
        if (error.Service is { } service) return OperationText.Of(service, operation);
        if (error.IsNotFound && path is not null) return OperationText.Of(NativeCodes.FileNotFound, operation);
        // A code without a meaning of its own says less than that the machine was not reached.
        if (error.NativeCode is { } code && OperationText.Of(code, operation) is var known
            && !(error.IsUnreachable && known.Kind == CimFaultKind.Other))
            return known;
        var meaning = error.IsUnreachable ? CimStatusText.Unreachable : OperationText.Of(error.Status, operation);
        // Where there is no code, the words of the server are all there is.
        return meaning.Kind == CimFaultKind.NotSupported ? meaning : meaning with { What = $"{meaning.What} ({error.Message.Trim().TrimEnd('.')})" };
    }
}
