using System.Globalization;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim.Diagnosis;

/// <summary>
/// Reads what the provider of the machine can do, once: a machine gets another provider only with another Windows. What failed is asked again.
/// </summary>
internal sealed class ProviderProbe(ICimTransport transport, string? host)
{
    private const string Configured = "IsConfiguredByWMI";
    private const string Effective = "IsEffective";

    private CimProviderInfo? _known;

    public async Task<CimProviderInfo> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw CimErrors.NotInstalled("GetProvider", host);
        }
        catch (CimTransportException error)
        {
            throw CimErrors.From(error, "GetProvider", null, host);
        }
    }

    /// <summary>
    /// Refuses an operation that the provider does not have. Those that every version has are not asked for, and where the classes cannot
    /// be read, or the class comes without methods, the call itself will tell.
    /// </summary>
    public async Task RequireAsync(OfflineFilesOperation operation, CancellationToken cancellationToken)
    {
        if (!MayBeMissing(operation)) return;
        if (await KnownAsync(cancellationToken).ConfigureAwait(false) is { } provider && provider.HasMethod(operation) == false)
            throw CimErrors.NoMethod(operation, provider.ToString(), host);
    }

    // Microsoft Learn: Win32_OfflineFilesCache, the requirements of each method.
    private static bool MayBeMissing(OfflineFilesOperation operation) =>
        operation is OfflineFilesOperation.TransitionOnline or OfflineFilesOperation.TransitionOffline or OfflineFilesOperation.RenameItemEx;

    private async Task<CimProviderInfo?> KnownAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is CimTransportException or OperationCanceledException)
        {
            // Cancelled or failed, the call itself says so in its own way.
            return null;
        }
    }

    private async Task<CimProviderInfo?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _known) is { } known) return known;
        if (await ClassAsync(OfflineFilesSchema.Cache).ConfigureAwait(false) is not { } cache) return null;
        var connection = await ClassAsync(OfflineFilesSchema.ConnectionInfo).ConfigureAwait(false);
        var machine = await ClassAsync(OfflineFilesSchema.MachineConfiguration).ConfigureAwait(false);
        var user = await ClassAsync(OfflineFilesSchema.UserConfiguration).ConfigureAwait(false);
        var health = await ClassAsync(OfflineFilesSchema.Health).ConfigureAwait(false);
        var found = new CimProviderInfo
        {
            Methods = cache.Methods.OrderBy(name => name, StringComparer.Ordinal).ToArray(),
            HasTransparentCaching = Has(connection, nameof(ConnectionInfo.ConnectState), ConnectState.TransparentlyCached),
            HasConfiguration = machine is not null && user is not null,
            ConfigurationFlag = new[] { Configured, Effective }.FirstOrDefault(name => machine?.Properties.ContainsKey(name) == true),
            HasHealth = health is not null,
        };
        Volatile.Write(ref _known, found);
        return found;

        Task<CimClassDefinition?> ClassAsync(CimClassSchema schema) => transport.GetClassAsync(schema.Name, cancellationToken).AsTask();
    }

    private static bool? Has(CimClassDefinition? definition, string property, ConnectState state) =>
        definition?.Properties.TryGetValue(property, out var values) == true && values.Count > 0
            ? values.Contains(((int)state).ToString(CultureInfo.InvariantCulture))
            : null;
}
