namespace OfflineFiles.Sdk.Cim;

/// <summary>How the service and the driver of Offline Files stand on a machine.</summary>
/// <remarks>
/// Enabled means that the driver starts with the system and the service by itself, active that both run (Microsoft Learn: OfflineFilesQueryStatus).
/// The two differ between a change and the restart it takes.
/// </remarks>
public enum OfflineFilesServiceState
{
    /// <summary>It could not be found out.</summary>
    Unknown = 0,

    /// <summary>Enabled and active.</summary>
    Running = 1,

    /// <summary>Enabled, and the service does not run.</summary>
    Stopped = 2,

    /// <summary>Disabled and not active.</summary>
    Disabled = 3,

    /// <summary>Enabled, and active only after a restart: the driver does not run yet.</summary>
    EnabledAfterRestart = 4,

    /// <summary>Disabled, and active until a restart.</summary>
    DisabledAfterRestart = 5,
}
