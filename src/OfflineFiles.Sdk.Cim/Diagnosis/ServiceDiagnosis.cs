using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim.Diagnosis;

/// <summary>
/// Finds out why the service of Offline Files does not answer. The provider itself says only that it is not capable; the cache object, which
/// it delivers all the same, and the list of services say more. Whatever cannot be read is left out.
/// </summary>
internal sealed class ServiceDiagnosis(ICimTransport transport)
{
    // Microsoft Learn: Win32_Service, Win32_SystemDriver. Their names are those under which Windows registers the two.
    private const string Service = "SELECT StartMode, State FROM Win32_Service WHERE Name = 'CscService'";
    private const string Driver = "SELECT StartMode, State FROM Win32_SystemDriver WHERE Name = 'CSC'";
    private static readonly string Cache = $"SELECT * FROM {OfflineFilesSchema.Cache.Name}";

    public async Task<ServiceFacts> FindOutAsync(CancellationToken cancellationToken)
    {
        var cache = await FirstAsync(Cache, cancellationToken).ConfigureAwait(false);
        var service = await FirstAsync(Service, cancellationToken).ConfigureAwait(false);
        var driver = await FirstAsync(Driver, cancellationToken).ConfigureAwait(false);
        return new ServiceFacts(
            Truth(cache, "Enabled"),
            Truth(cache, "Active"),
            Text(service, "StartMode") is { } mode ? !Same(mode, "Disabled") : null,
            Text(service, "State") is { } state ? Same(state, "Running") : null,
            Text(driver, "State") is { } loaded ? Same(loaded, "Running") : null);
    }

    private async Task<CimRow?> FirstAsync(string wql, CancellationToken cancellationToken)
    {
        try
        {
            var rows = transport.QueryAsync(new CimQuery(wql), cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (rows.ConfigureAwait(false)) return await rows.MoveNextAsync().ConfigureAwait(false) ? rows.Current : null;
        }
        catch (CimTransportException)
        {
            // An account that may not list services, or a server that has none.
            return null;
        }
    }

    private static bool? Truth(CimRow? row, string property) =>
        row?[property] is { } value && CimValue.TryBoolean(value, out var truth) ? truth : null;

    private static string? Text(CimRow? row, string property) => row?[property] as string;

    private static bool Same(string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}

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
