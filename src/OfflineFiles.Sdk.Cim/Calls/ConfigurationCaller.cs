using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Mapping;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;

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
                if (await rows.MoveNextAsync().ConfigureAwait(false)) return map(rows.Current.Of(schema));
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
        var modification = new CimModification(schema.Name, differences);
        try
        {
            await transport.ModifyAsync(modification, cancellationToken).ConfigureAwait(false);
        }
        catch (CimTransportException error)
        {
            throw ConfigurationErrors.From(error, "PutConfiguration", schema, host, modification.Sent.IsSet);
        }
        catch (OperationCanceledException error) when (modification.Sent.IsSet)
        {
            throw new OperationCanceledException(
                $"PutConfiguration of {schema.Name} was cancelled while the machine was working on it. It may have been written: read it again.",
                error, cancellationToken);
        }

        return await ReadAsync(schema, map, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>What goes wrong with settings, where that differs from what goes wrong everywhere.</summary>
internal static class ConfigurationErrors
{
    public static OfflineFilesException From(
        CimTransportException error, string operation, CimClassSchema schema, string? host, bool wasSent = false)
    {
        if (error.Is(CimStatus.InvalidClass, NativeCodes.WmiInvalidClass)) return NoClass(schema, host);
        if (!IsDenied(error)) return CimErrors.FromCall(error, operation, null, host, wasSent);
        var denied = new CimMeaning(
            CimFaultKind.AccessDenied, "access was denied",
            "Run it as an administrator of the machine; reading needs an account that may use WMI there.");
        return (Fault(operation, schema, host, denied) with { Code = error.NativeCode, Cause = error }).ToException();
    }

    public static OfflineFilesException NoObject(CimClassSchema schema, string? host) => Fault(
        "GetConfiguration", schema, host,
        new CimMeaning(
            CimFaultKind.Other, "the provider delivered no object", "Check that Offline Files is part of this version of Windows.")).ToException();

    // A logon that failed, a machine that is not trusted: those have words of their own.
    private static bool IsDenied(CimTransportException error) =>
        error.Is(CimStatus.AccessDenied, NativeCodes.WmiAccessDenied) || error.NativeCode == NativeCodes.AccessDenied;

    private static OfflineFilesException NoClass(CimClassSchema schema, string? host) => Fault(
        "Configuration", schema, host,
        new CimMeaning(
            CimFaultKind.NotSupported,
            $"the machine has no class {schema.Name}: it came with Windows 8 and Windows Server 2012, and with Offline Files",
            "Before, Group Policy sets what it holds.")).ToException();

    private static CimFault Fault(string operation, CimClassSchema schema, string? host, CimMeaning meaning) =>
        new(operation, null, host, meaning) { About = schema.Name };
}
