namespace OfflineFiles.Sdk.Cim;

/// <summary>Says how a backend reconnects after it lost a machine that it had reached.</summary>
/// <remarks>
/// <para>
/// A read is repeated as long as no row has arrived. An operation that may have reached the machine is never sent twice; the caller gets its
/// failure. A machine that was never reached is reported at once, because its name may be wrong.
/// </para>
/// <para>
/// The waits between connections grow with every failure, whichever call it was, and no call waits for all of them. A call waits for the next
/// connection as long as its waits together stay within the first <see cref="Attempts"/> waits, which are 1.75 seconds by default; if the next
/// connection is further away, it fails at once. So a short loss is bridged, and during a long one a call tries to connect once or fails at
/// once. The first call after the next connection is due connects without a wait. The exception is always a
/// <see cref="CimUnreachableException"/>, which tells since when the machine is gone, how often it was tried, and when it is tried next.
/// </para>
/// </remarks>
public sealed record CimReconnectOptions
{
    /// <summary>The default options.</summary>
    public static CimReconnectOptions Default { get; } = new();

    /// <summary>The options that repeat nothing. The next call connects again without a wait.</summary>
    public static CimReconnectOptions Never { get; } = new() { Attempts = 0 };

    /// <summary>How often a call is repeated at most before the caller gets its failure; 0 for never.</summary>
    /// <value>Default: 3.</value>
    public int Attempts { get; set => field = Own(value); } = 3;

    /// <summary>The wait between a loss and the first new connection, above zero. Each further wait is twice as long as the one before.</summary>
    /// <value>Default: 250 milliseconds.</value>
    public TimeSpan FirstDelay { get; set => field = Own(value); } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest wait before a new connection, from <see cref="FirstDelay"/> to a day.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan LongestDelay { get; set => field = Own(value); } = TimeSpan.FromSeconds(10);

    // These options are those of everybody.
    private T Own<T>(T value) => OptionFaults.Own(value, this, Default, Never);
}
