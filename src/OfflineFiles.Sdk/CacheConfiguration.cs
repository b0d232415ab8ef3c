using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Operations;
using OfflineFiles.Sdk.Operations.Observe;

namespace OfflineFiles.Sdk;

/// <summary>
/// The settings of Offline Files: <see cref="OfflineFilesCache.Configuration"/>. Get them, change them with <c>with</c>, and put them: only the
/// settings that differ are written. Safe to use from several threads.
/// </summary>
/// <remarks>
/// Settings are always stored, but they are in force only if <see cref="MachineConfiguration.IsConfiguredByWMI"/> of the returned settings is
/// true. It is false while Group Policy controls the settings, which is the default; <c>Win32_UserStateConfigurationControls.OfflineFiles</c> = 1
/// gives the control to WMI (Microsoft Learn: Win32_UserStateConfigurationControls).
/// </remarks>
/// <example>
/// <code>
/// var settings = await cache.Configuration.GetMachineAsync();
/// settings = await cache.Configuration.PutMachineAsync(settings with { SlowLinkEnabled = true, SyncOnCostedNetworkEnabled = null });
/// if (!settings.IsConfiguredByWMI) Console.WriteLine("Stored, but Group Policy controls the settings.");
/// </code>
/// </example>
public sealed class CacheConfiguration
{
    private readonly ICacheConfiguration _configuration;
    private readonly OperationTelemetry _telemetry;

    internal CacheConfiguration(ICacheConfiguration configuration, OperationTelemetry telemetry)
    {
        _configuration = configuration;
        _telemetry = telemetry;
    }

    /// <summary>Reads the settings of the computer.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="OperationNotSupportedException">The computer does not have these settings, which need Windows 8 or later.</exception>
    public Task<MachineConfiguration> GetMachineAsync(CancellationToken cancellationToken = default) =>
        _telemetry.WatchAsync("Configuration.GetMachine", null, () => _configuration.GetMachineAsync(cancellationToken));

    /// <summary>Writes the settings of the computer that differ from the stored settings. Only for administrators.</summary>
    /// <param name="configuration">
    /// The new settings, all of them. Null removes the stored value, and so does an empty list, which cannot be stored. The members that
    /// cannot be written, <see cref="MachineConfiguration.IsConfiguredByWMI"/> and <see cref="MachineConfiguration.IsEffective"/>, are ignored.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <returns>The settings as they are now.</returns>
    /// <exception cref="InvalidOptionsException">A setting is not valid; the message names every such setting, and nothing was written.</exception>
    /// <exception cref="OperationNotSupportedException">The computer does not have these settings, which need Windows 8 or later.</exception>
    public Task<MachineConfiguration> PutMachineAsync(MachineConfiguration configuration, CancellationToken cancellationToken = default)
    {
        ConfigurationValidator.Validate(Guard.NotNull(configuration));
        return _telemetry.WatchAsync("Configuration.PutMachine", null, () => _configuration.PutMachineAsync(configuration, cancellationToken));
    }

    /// <summary>Reads the settings of the user.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="OperationNotSupportedException">The computer does not have these settings, which need Windows 8 or later.</exception>
    public Task<UserConfiguration> GetUserAsync(CancellationToken cancellationToken = default) => _telemetry.WatchAsync("Configuration.GetUser", null, () => _configuration.GetUserAsync(cancellationToken));

    /// <summary>Writes the settings of the user that differ from the stored settings.</summary>
    /// <param name="configuration">The new settings, all of them; see <see cref="PutMachineAsync"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <returns>The settings as they are now.</returns>
    /// <exception cref="InvalidOptionsException">A setting is not valid; the message names every such setting, and nothing was written.</exception>
    /// <exception cref="OperationNotSupportedException">The computer does not have these settings, which need Windows 8 or later.</exception>
    public Task<UserConfiguration> PutUserAsync(UserConfiguration configuration, CancellationToken cancellationToken = default)
    {
        ConfigurationValidator.Validate(Guard.NotNull(configuration));
        return _telemetry.WatchAsync("Configuration.PutUser", null, () => _configuration.PutUserAsync(configuration, cancellationToken));
    }
}
