namespace OfflineFiles.Sdk.Cim;

/// <summary>Says how a backend reconnects after it lost a machine that it had reached. Immutable.</summary>
/// <remarks>
/// A read is repeated as long as no row has arrived. An operation that may have reached the machine is never sent twice; the caller gets its
/// failure. A machine that was never reached is reported at once, because its name may be wrong.
/// </remarks>
public sealed record CimReconnectOptions
{
    /// <summary>The default options.</summary>
    public static CimReconnectOptions Default { get; } = new();

    /// <summary>The options that repeat nothing. The next call connects again without a wait.</summary>
    public static CimReconnectOptions Never { get; } = new() { Attempts = 0 };

    /// <summary>How often a call is repeated before the caller gets its failure; 0 for never.</summary>
    /// <value>Default: 3.</value>
    public int Attempts { get; init; } = 3;

    /// <summary>The wait between a loss and the first new connection, above zero. Each further wait is twice as long as the one before.</summary>
    /// <value>Default: 250 milliseconds.</value>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest wait before a new connection, from <see cref="FirstDelay"/> to a day.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(10);
}
