namespace OfflineFiles.Sdk.Backends;

/// <summary>Reads and writes the settings of Offline Files. A backend offers it with <see cref="BackendCapabilities.Configuration"/>.</summary>
/// <remarks>
/// <para>
/// <see cref="CacheConfiguration"/> has checked the settings: no number is above its maximum, no text in a list is empty. Only settings that
/// differ from the stored settings are written, so that a setting that is changed elsewhere at the same time is left alone; null and an empty
/// list remove the stored value. Members that cannot be written are ignored.
/// </para>
/// <para>Safe to use from several threads.</para>
/// </remarks>
public interface ICacheConfiguration
{
    /// <summary>Reads the settings of the computer.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<MachineConfiguration> GetMachineAsync(CancellationToken cancellationToken);

    /// <summary>Writes the settings of the computer.</summary>
    /// <param name="configuration">The new settings, all of them.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <returns>The settings, read again after the write.</returns>
    Task<MachineConfiguration> PutMachineAsync(MachineConfiguration configuration, CancellationToken cancellationToken);

    /// <summary>Reads the settings of the user.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<UserConfiguration> GetUserAsync(CancellationToken cancellationToken);

    /// <summary>Writes the settings of the user.</summary>
    /// <param name="configuration">The new settings, all of them.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <returns>The settings, read again after the write.</returns>
    Task<UserConfiguration> PutUserAsync(UserConfiguration configuration, CancellationToken cancellationToken);
}
