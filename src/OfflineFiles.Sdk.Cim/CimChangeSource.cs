namespace OfflineFiles.Sdk.Cim;

/// <summary>Who compares: the Windows provider has no events, so somebody has to look again and again.</summary>
public enum CimChangeSource
{
    /// <summary>
    /// For the local machine <see cref="Snapshots"/>; for a remote one <see cref="Subscription"/>, which sends only what changed, and
    /// <see cref="Snapshots"/> if the machine takes no event queries.
    /// </summary>
    Automatic = 0,

    /// <summary>
    /// WMI on the machine of the cache: one event query, for which it reads the whole cache every
    /// <see cref="CimChangeOptions.PollingInterval"/>, keeps it in its own memory, which it limits for each user (Microsoft Learn:
    /// __ArbitratorConfiguration), and sends what changed.
    /// </summary>
    /// <remarks>WMI does not say when it took its first look: what happens before is not noticed. Its events come in no promised order.</remarks>
    Subscription = 1,

    /// <summary>
    /// This library: it reads the whole cache, keeps it in memory and reads again after an interval that adapts itself, and at once after
    /// operations of its own.
    /// </summary>
    Snapshots = 2,
}
