namespace OfflineFiles.Sdk.Cim.Errors;

/// <summary>One failure with all that its exception holds: what was asked, of what, and what stood in the way.</summary>
internal sealed record CimFault(string Operation, string? Path, string? Host, CimMeaning Meaning)
{
    /// <summary>What was asked about, for the message, where it has no path.</summary>
    public string? About { get; init; }

    public int? Code { get; init; }

    public Exception? Cause { get; init; }

    public OfflineFilesServiceState Service { get; init; }

    public CimTimeoutPhase Phase { get; init; } = CimTimeoutPhase.Answer;

    public TimeSpan? Limit { get; init; }

    public CimOutage? Outage { get; init; }

    /// <summary>What was asked, of what; what happened; what to do.</summary>
    public string Message
    {
        get
        {
            var asked = $"{Operation}{((Path ?? About) is { } subject ? $" of {subject}" : "")}{(Host is null ? "" : $" on {Host}")}";
            return $"{asked} failed: {Meaning.What}{(Code is { } code ? $" (0x{code:X8})" : "")}. {Meaning.Advice}";
        }
    }

    private string Reason => $"{char.ToUpperInvariant(Meaning.What[0])}{Meaning.What.Substring(1)}. {Meaning.Advice}";

    public OfflineFilesException ToException() => Meaning.Kind switch
    {
        CimFaultKind.ItemNotFound when UncPath.TryParse(Path, out var item) => new ItemNotFoundException(item, (this with { Code = null }).Message),
        CimFaultKind.NotSupported => new OperationNotSupportedException(Operation, CimErrors.BackendName, Reason),
        CimFaultKind.Platform => new CimPlatformException(this),
        CimFaultKind.Library => new CimLibraryException(this),
        CimFaultKind.HostNotFound => new CimHostNotFoundException(this),
        CimFaultKind.Unreachable => new CimUnreachableException(this),
        CimFaultKind.AccessDenied => new CimAccessDeniedException(this),
        CimFaultKind.Namespace => new CimNamespaceException(this),
        CimFaultKind.NotInstalled => new OfflineFilesNotInstalledException(this),
        CimFaultKind.RestartPending => new OfflineFilesRestartPendingException(this),
        CimFaultKind.Service => new OfflineFilesServiceException(this),
        CimFaultKind.TimedOut => new CimTimeoutException(this),
        _ => new OfflineFilesBackendException(Message, Cause)
        {
            NativeCode = Code,
            Operation = Operation,
            Host = Host,
            Path = Path,
            IsTransient = Meaning.IsTransient,
        },
    };
}

/// <summary>What a failure means to a caller, and what to do about it.</summary>
/// <param name="Kind">Which exception it is.</param>
/// <param name="What">What happened, as the end of a sentence.</param>
/// <param name="Advice">What to do, as whole sentences.</param>
/// <param name="IsTransient">The same call may work later without anyone changing it.</param>
/// <param name="IsUnreached">The machine was not reached, or was lost on the way: another session, or another protocol, may help.</param>
internal sealed record CimMeaning(CimFaultKind Kind, string What, string Advice, bool IsTransient = false, bool IsUnreached = false);

/// <summary>The failures that callers can tell apart: each is an exception of its own.</summary>
internal enum CimFaultKind
{
    Other,
    ItemNotFound,
    NotSupported,
    Platform,
    Library,
    HostNotFound,
    Unreachable,
    AccessDenied,
    Namespace,
    NotInstalled,
    Service,
    RestartPending,
    TimedOut,
}
