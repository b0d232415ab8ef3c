namespace OfflineFiles.Sdk.Cim.Errors;

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
    public static OfflineFilesServiceState Said(int? code) => code switch
    {
        NativeCodes.ServiceDisabled => OfflineFilesServiceState.Disabled,
        NativeCodes.ServiceNotActive => OfflineFilesServiceState.Stopped,
        _ => OfflineFilesServiceState.Unknown,
    };
}
