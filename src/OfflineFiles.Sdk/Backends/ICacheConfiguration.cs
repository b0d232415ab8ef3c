namespace OfflineFiles.Sdk.Backends;

/// <summary>Reading and writing the settings of Offline Files. A backend offers it with <see cref="BackendCapabilities.Configuration"/>.</summary>
/// <remarks>
/// <para>
/// What is put has been checked by <see cref="CacheConfiguration"/>: no number above its maximum, no empty text in a list. Only what differs from
/// what is stored is written, so that a setting somebody else changes at the same time is left alone; null, and an empty list, remove what is
/// stored. Members that cannot be written are not.
/// </para>
/// <para>Safe to use from several threads.</para>
/// </remarks>
public interface ICacheConfiguration
{
    /// <summary>Reads the settings of the computer.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<MachineConfiguration> GetMachineAsync(CancellationToken cancellationToken);

    /// <summary>Writes the settings of the computer.</summary>
    /// <param name="configuration">The settings as they shall be, all of them.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <returns>The settings as they are now, read anew.</returns>
    Task<MachineConfiguration> PutMachineAsync(MachineConfiguration configuration, CancellationToken cancellationToken);

    /// <summary>Reads the settings of the user.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<UserConfiguration> GetUserAsync(CancellationToken cancellationToken);

    /// <summary>Writes the settings of the user.</summary>
    /// <param name="configuration">The settings as they shall be, all of them.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <returns>The settings as they are now, read anew.</returns>
    Task<UserConfiguration> PutUserAsync(UserConfiguration configuration, CancellationToken cancellationToken);
}
