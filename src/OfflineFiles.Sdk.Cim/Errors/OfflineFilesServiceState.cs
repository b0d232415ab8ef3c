namespace OfflineFiles.Sdk.Cim;

/// <summary>The state of the Offline Files service and driver of a machine.</summary>
/// <remarks>
/// Enabled means that the driver and the service start with the system; active means that both run (Microsoft Learn: OfflineFilesQueryStatus).
/// After a change the two differ until the machine is restarted.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<OfflineFilesServiceState>))]
public enum OfflineFilesServiceState
{
    /// <summary>The state could not be found out.</summary>
    Unknown = 0,

    /// <summary>Enabled and active.</summary>
    Running = 1,

    /// <summary>Enabled; the service does not run.</summary>
    Stopped = 2,

    /// <summary>Disabled and not active.</summary>
    Disabled = 3,

    /// <summary>Enabled; active after the next restart, because the driver does not run yet.</summary>
    EnabledAfterRestart = 4,

    /// <summary>Disabled; active until the next restart.</summary>
    DisabledAfterRestart = 5,
}
