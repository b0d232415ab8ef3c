namespace OfflineFiles.Sdk.Cim.Diagnosis;

/// <summary>What could be found out of the service and the driver; null where it could not.</summary>
/// <param name="Enabled">The cache object says that Offline Files is enabled.</param>
/// <param name="Active">The cache object says that it is active.</param>
/// <param name="ServiceMayStart">The service is not disabled.</param>
/// <param name="ServiceRuns">The service runs.</param>
/// <param name="DriverRuns">The driver runs.</param>
internal sealed record ServiceFacts(
    bool? Enabled = null, bool? Active = null, bool? ServiceMayStart = null, bool? ServiceRuns = null, bool? DriverRuns = null)
{
    /// <summary>What the facts say together. A driver is loaded only when the system starts, so where it is missing only a restart helps.</summary>
    public OfflineFilesServiceState State => (IsEnabled, IsActive) switch
    {
        (false, true) => OfflineFilesServiceState.DisabledAfterRestart,
        (false, _) => OfflineFilesServiceState.Disabled,
        (true, true) => OfflineFilesServiceState.Running,
        (true, _) when DriverRuns == false => OfflineFilesServiceState.EnabledAfterRestart,
        (_, not true) when ServiceRuns == false => OfflineFilesServiceState.Stopped,
        _ => OfflineFilesServiceState.Unknown,
    };

    // A service that may not start is disabled, whatever is configured for the feature.
    private bool? IsEnabled => ServiceMayStart == false ? false : Enabled ?? ServiceMayStart;

    private bool? IsActive => Active ?? (ServiceRuns == false || DriverRuns == false ? false : ServiceRuns & DriverRuns);
}
