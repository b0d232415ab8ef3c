namespace OfflineFiles.Sdk.Cim.Errors;

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
