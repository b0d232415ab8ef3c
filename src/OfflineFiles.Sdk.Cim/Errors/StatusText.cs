namespace OfflineFiles.Sdk.Cim.Errors;

/// <summary>What a status means, whatever was asked, where the server gave no native code.</summary>
internal static class CimStatusText
{
    public static CimMeaning Of(CimStatus status) => status switch
    {
        CimStatus.AccessDenied => new(CimFaultKind.AccessDenied, "access was denied",
            "Use an account that may use WMI on the machine. Through WS-Management it can also mean that the connection was not accepted."),
        CimStatus.InvalidNamespace => NativeCodeText.Of(NativeCodes.WmiInvalidNamespace),
        CimStatus.InvalidClass => NativeCodeText.NotInstalled,
        CimStatus.InvalidParameter or CimStatus.TypeMismatch or CimStatus.NoSuchProperty =>
            new(CimFaultKind.Other, "the provider does not take the parameters",
                "Report it with the version of Windows: it is a fault of the library."),
        CimStatus.NotSupported => new(CimFaultKind.Other, "the provider does not offer it",
            "Use another operation, or a later version of Windows."),
        CimStatus.ServerLimitsExceeded => new(CimFaultKind.Other, "a limit of the machine was exceeded",
            "Ask for less at once, or try again later.", IsTransient: true),
        CimStatus.ServerIsShuttingDown => new(CimFaultKind.Unreachable, "the machine is shutting down", "Try again later.", IsTransient: true),
        _ => new(CimFaultKind.Other, "the machine reported a failure",
            "Look into the event log Microsoft-Windows-OfflineFiles/Operational of the machine."),
    };

    /// <summary>The machine was not reached, and nothing tells why.</summary>
    public static CimMeaning Unreachable { get; } = new(CimFaultKind.Unreachable, "the machine cannot be reached",
        "Check its name, that it runs, its firewall and, for WS-Management, that WinRM is set up.", IsTransient: true);

    /// <summary>Our own time limit ended the wait.</summary>
    public static CimMeaning TimedOut(CimTimeoutPhase phase, TimeSpan limit) => phase switch
    {
        CimTimeoutPhase.Queue => TimedOut($"its turn did not come within {limit}",
            "As many calls were running as MaxConcurrentOperations allows: ask for less at the same time, or allow more. Nothing of it was sent."),
        CimTimeoutPhase.Connect => TimedOut($"no session with the machine came about within {limit}",
            "See whether the machine is reachable, or allow more time in the options."),
        CimTimeoutPhase.FirstRow => TimedOut($"the first row did not come within {limit}",
            "The provider goes through its whole cache for most queries: say where the items are, or allow more time with QueryTimeout."),
        CimTimeoutPhase.NextRow => TimedOut($"the next row did not come within {limit}", "Allow more time with QueryTimeout, or try again later."),
        CimTimeoutPhase.Operation => TimedOut($"it did not end within {limit}",
            "What the machine has begun may go on there: look before you run it again, and allow more time with OperationTimeout."),
        _ => TimedOut($"the machine did not answer within {limit}", "Allow more time with QueryTimeout, or try again later."),
    };

    private static CimMeaning TimedOut(string what, string advice) => new(CimFaultKind.TimedOut, what, advice, IsTransient: true);
}

/// <summary>What each state of the service means to a call that did not work.</summary>
internal static class ServiceText
{
    public static CimMeaning Of(OfflineFilesServiceState state) => state switch
    {
        OfflineFilesServiceState.Running => new(CimFaultKind.Service, "the Offline Files service was not ready, and runs now",
            "Try again.", IsTransient: true),
        OfflineFilesServiceState.Stopped => new(CimFaultKind.Service, "the Offline Files service is not running",
            "Start the service (CscService), then try again.", IsTransient: true),
        OfflineFilesServiceState.Disabled => new(CimFaultKind.Service, "Offline Files is disabled",
            "Enable it with EnableAsync, unless a Group Policy forbids it, restart the machine if told to, then try again."),
        OfflineFilesServiceState.EnabledAfterRestart => new(CimFaultKind.RestartPending,
            "Offline Files is enabled, and begins to work with the next restart",
            "Restart the machine, then try again."),
        OfflineFilesServiceState.DisabledAfterRestart => new(CimFaultKind.RestartPending, "Offline Files is disabled, and ends with the next restart",
            "Enable it again with EnableAsync, or restart the machine and do without."),
        _ => new(CimFaultKind.Service, "the Offline Files service is stopped or disabled",
            "Enable Offline Files or start the service (CscService), then try again.", IsTransient: true),
    };

    /// <summary>Nothing can be asked of the provider. It can while it is disabled from the next restart on.</summary>
    public static bool IsDown(OfflineFilesServiceState state) =>
        state is OfflineFilesServiceState.Stopped or OfflineFilesServiceState.Disabled or OfflineFilesServiceState.EnabledAfterRestart;

    /// <summary>What the code by itself says.</summary>
    public static OfflineFilesServiceState StateOf(int? code) => code switch
    {
        NativeCodes.ServiceDisabled => OfflineFilesServiceState.Disabled,
        NativeCodes.ServiceNotActive => OfflineFilesServiceState.Stopped,
        _ => OfflineFilesServiceState.Unknown,
    };
}
