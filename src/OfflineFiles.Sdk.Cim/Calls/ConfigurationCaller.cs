using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Mapping;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Calls;

/// <summary>Reads and writes the one object of each class of settings.</summary>
internal sealed class ConfigurationCaller(ICimTransport transport, string? host) : ICacheConfiguration
{
    public Task<MachineConfiguration> GetMachineAsync(CancellationToken cancellationToken) =>
        ReadAsync(OfflineFilesSchema.MachineConfiguration, ConfigurationMapper.Machine, cancellationToken);

    public Task<MachineConfiguration> PutMachineAsync(MachineConfiguration configuration, CancellationToken cancellationToken) =>
        WriteAsync(
            OfflineFilesSchema.MachineConfiguration, ConfigurationMapper.Machine, ConfigurationWriter.Machine, configuration, cancellationToken);

    public Task<UserConfiguration> GetUserAsync(CancellationToken cancellationToken) =>
        ReadAsync(OfflineFilesSchema.UserConfiguration, ConfigurationMapper.User, cancellationToken);

    public Task<UserConfiguration> PutUserAsync(UserConfiguration configuration, CancellationToken cancellationToken) =>
        WriteAsync(OfflineFilesSchema.UserConfiguration, ConfigurationMapper.User, ConfigurationWriter.User, configuration, cancellationToken);

    // By enumeration: a look-up by key needs the context object that the documentation asks for (observed provider behaviour).
    private async Task<T> ReadAsync<T>(CimClassSchema schema, Func<CimRow, T> map, CancellationToken cancellationToken)
    {
        try
        {
            var wql = new WqlSelectQuery(schema.Name).ToString(WqlDialect.Windows);
            var rows = transport.QueryAsync(new CimQuery(wql), cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (rows.ConfigureAwait(false))
            {
                if (await rows.MoveNextAsync().ConfigureAwait(false)) return map(rows.Current);
            }
        }
        catch (CimTransportException error)
        {
            throw ConfigurationErrors.From(error, "GetConfiguration", schema, host);
        }

        throw ConfigurationErrors.NoObject(schema, host);
    }

    private async Task<T> WriteAsync<T>(
        CimClassSchema schema, Func<CimRow, T> map, Func<T, IReadOnlyList<CimArgument>> values, T wanted, CancellationToken cancellationToken)
    {
        var stored = await ReadAsync(schema, map, cancellationToken).ConfigureAwait(false);
        var differences = ConfigurationWriter.Differences(values(stored), values(wanted));
        if (differences.Count == 0) return stored;
        try
        {
            await transport.ModifyAsync(new CimModification(schema.Name, differences), cancellationToken).ConfigureAwait(false);
        }
        catch (CimTransportException error)
        {
            throw ConfigurationErrors.From(error, "PutConfiguration", schema, host);
        }

        return await ReadAsync(schema, map, cancellationToken).ConfigureAwait(false);
    }
}
