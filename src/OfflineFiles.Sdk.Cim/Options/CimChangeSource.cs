namespace OfflineFiles.Sdk.Cim;

/// <summary>Who reads the cache again and again and compares: the Windows provider sends no events.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimChangeSource>))]
public enum CimChangeSource
{
    /// <summary>
    /// <see cref="Snapshots"/> for the local machine. For a remote machine <see cref="Subscription"/>, which sends only what changed, or
    /// <see cref="Snapshots"/> if the machine refuses event queries.
    /// </summary>
    Automatic = 0,

    /// <summary>
    /// WMI on the machine of the cache, by one event query. It reads the whole cache every <see cref="CimChangeOptions.PollingInterval"/>, keeps
    /// it in its own memory, which it limits for each user (Microsoft Learn: __ArbitratorConfiguration), and sends what changed.
    /// </summary>
    /// <remarks>
    /// WMI does not tell when it has read the cache for the first time; changes before that are not noticed. The order of its events is not
    /// guaranteed.
    /// </remarks>
    Subscription = 1,

    /// <summary>
    /// This library. It reads the whole cache, keeps it in memory, and reads it again after an interval that adapts to the changes, and soon
    /// after each operation of its own backend.
    /// </summary>
    Snapshots = 2,
}
