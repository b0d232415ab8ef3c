using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>The service and the driver of Offline Files among the services of the machine (Microsoft Learn: Win32_Service, Win32_SystemDriver).</summary>
internal static class ProviderServices
{
    /// <summary>The rows of a query over services or drivers; null for other classes.</summary>
    public static IReadOnlyList<CimRow>? Answer(WqlSelectQuery query, ProviderDoubleOptions options)
    {
        var row = query.ClassName switch
        {
            "Win32_Service" => Row(query.ClassName, "CscService", options.ServiceIsEnabled ? "Auto" : "Disabled", !options.ServiceIsStopped),
            "Win32_SystemDriver" => Row(query.ClassName, "CSC", options.ServiceIsEnabled ? "System" : "Disabled", DriverRuns(options)),
            _ => null,
        };
        if (row is null) return null;
        if (options.ServicesAreHidden) throw ProviderErrors.AccessDenied();
        var isMeant = query.Where is WqlComparison { Operator: WqlComparisonOperator.Equal } name
            && name.Constant.TryGetString(out var asked)
            && asked == (string?)row["Name"];
        return isMeant ? [row] : [];
    }

    // A driver comes with the start of the system and goes with its end.
    private static bool DriverRuns(ProviderDoubleOptions options) =>
        options.Service is not (OfflineFilesServiceState.Disabled or OfflineFilesServiceState.EnabledAfterRestart);

    private static CimRow Row(string className, string name, string startMode, bool runs) =>
        new(className, [new("Name", name), new("StartMode", startMode), new("State", runs ? "Running" : "Stopped")]);
}
