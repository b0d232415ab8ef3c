namespace OfflineFiles.Sdk.Cim;

/// <summary>Says how changes are noticed: the Windows provider sends no events, so the cache is read and compared.</summary>
/// <remarks>The cache is read only while somebody is subscribed to the changes.</remarks>
public sealed record CimChangeOptions
{
    /// <summary>The default options.</summary>
    public static CimChangeOptions Default { get; } = new();

    /// <summary>Who reads the cache and compares: WMI or this library.</summary>
    /// <value>Default: <see cref="CimChangeSource.Automatic"/>.</value>
    public CimChangeSource Source { get; set => field = Own(value); }

    /// <summary>The interval at which WMI reads the cache for <see cref="CimChangeSource.Subscription"/>, above zero and at most a day.</summary>
    /// <value>Default: 5 minutes, the shortest interval that Microsoft recommends.</value>
    /// <remarks>
    /// WMI has the provider go through its whole cache each time. It can refuse intervals far below a second (Microsoft Learn: WITHIN Clause).
    /// </remarks>
    public TimeSpan PollingInterval { get; set => field = Own(value); } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The wait of <see cref="CimChangeSource.Snapshots"/> after it found changes, and before the first new attempt after a failure; above zero
    /// and at most a day.
    /// </summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan ShortestInterval { get; set => field = Own(value); } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait, from <see cref="ShortestInterval"/> to a day.</summary>
    /// <value>Default: 5 minutes.</value>
    /// <remarks>
    /// The wait doubles each time nothing has changed, and with each failure, up to this interval. Only <see cref="ReadingShare"/> can make
    /// it longer.
    /// </remarks>
    public TimeSpan LongestInterval { get; set => field = Own(value); } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The share of the time that <see cref="CimChangeSource.Snapshots"/> may spend reading, above 0 and at most 1. With 0.1, a cache that takes
    /// one second to read is read every ten seconds at most.
    /// </summary>
    /// <value>Default: 0.1.</value>
    public double ReadingShare { get; set => field = Own(value); } = 0.1;

    // The default options are those of everybody.
    private T Own<T>(T value) => OptionFaults.Own(value, this, Default);
}
