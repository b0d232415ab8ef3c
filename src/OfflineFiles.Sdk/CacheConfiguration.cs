using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Model;
using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk;

/// <summary>
/// The settings of Offline Files: <see cref="OfflineFilesCache.Configuration"/>. Read, change with <c>with</c>, put: what differs is written and
/// the rest is left alone. Safe to use from several threads.
/// </summary>
/// <remarks>
/// Settings are stored in any case, and in force only while <see cref="MachineConfiguration.IsConfiguredByWMI"/> of what comes back is true. It is
/// false while Group Policy has the say, which is the default; <c>Win32_UserStateConfigurationControls.OfflineFiles</c> = 1 gives it to WMI
/// (Microsoft Learn: Win32_UserStateConfigurationControls).
/// </remarks>
/// <example>
/// <code>
/// var settings = await cache.Configuration.GetMachineAsync();
/// settings = await cache.Configuration.PutMachineAsync(settings with { SlowLinkEnabled = true, SyncOnCostedNetworkEnabled = null });
/// if (!settings.IsConfiguredByWMI) Console.WriteLine("Stored; Group Policy has the say.");
/// </code>
/// </example>
public sealed class CacheConfiguration
{
    private readonly ICacheConfiguration _configuration;

    internal CacheConfiguration(ICacheConfiguration configuration) => _configuration = configuration;

    /// <summary>Reads the settings of the computer.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="OperationNotSupportedException">The machine has no such settings: they came with Windows 8.</exception>
    public Task<MachineConfiguration> GetMachineAsync(CancellationToken cancellationToken = default) =>
        _configuration.GetMachineAsync(cancellationToken);

    /// <summary>Writes the settings of the computer that differ from what is stored. Administrators only.</summary>
    /// <param name="configuration">
    /// The settings as they shall be, all of them. Null removes what is stored, and so does an empty list, which cannot be stored. The members that
    /// cannot be written, <see cref="MachineConfiguration.IsConfiguredByWMI"/> and <see cref="MachineConfiguration.IsEffective"/>, do not matter.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <returns>The settings as they are now.</returns>
    /// <exception cref="InvalidOptionsException">A setting makes no sense; the message names all of them, and nothing was written.</exception>
    /// <exception cref="OperationNotSupportedException">The machine has no such settings: they came with Windows 8.</exception>
    public Task<MachineConfiguration> PutMachineAsync(MachineConfiguration configuration, CancellationToken cancellationToken = default)
    {
        ConfigurationChecks.Check(Guard.NotNull(configuration));
        return _configuration.PutMachineAsync(configuration, cancellationToken);
    }

    /// <summary>Reads the settings of the user.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="OperationNotSupportedException">The machine has no such settings: they came with Windows 8.</exception>
    public Task<UserConfiguration> GetUserAsync(CancellationToken cancellationToken = default) => _configuration.GetUserAsync(cancellationToken);

    /// <summary>Writes the settings of the user that differ from what is stored.</summary>
    /// <param name="configuration">The settings as they shall be, all of them; see <see cref="PutMachineAsync"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <returns>The settings as they are now.</returns>
    /// <exception cref="InvalidOptionsException">A setting makes no sense; the message names all of them, and nothing was written.</exception>
    /// <exception cref="OperationNotSupportedException">The machine has no such settings: they came with Windows 8.</exception>
    public Task<UserConfiguration> PutUserAsync(UserConfiguration configuration, CancellationToken cancellationToken = default)
    {
        ConfigurationChecks.Check(Guard.NotNull(configuration));
        return _configuration.PutUserAsync(configuration, cancellationToken);
    }
}
