namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// What happens when a machine that was reached before is lost. What only reads is asked again as long as no row has come; an operation
/// that may have reached the machine is never sent twice, and its failure comes out. Immutable.
/// </summary>
/// <remarks>A machine that was never reached is reported at once: its name may be wrong.</remarks>
public sealed record CimReconnectOptions
{
    /// <summary>The defaults.</summary>
    public static CimReconnectOptions Default { get; } = new();

    /// <summary>Nothing is tried again. The next call connects anew, without waiting.</summary>
    public static CimReconnectOptions Never { get; } = new() { Attempts = 0 };

    /// <summary>How often a call tries again before its failure comes out; 0 for never.</summary>
    /// <value>Default: 3.</value>
    public int Attempts { get; init; } = 3;

    /// <summary>How long after the loss the first new connection is made. Each further one waits twice as long as the one before.</summary>
    /// <value>Default: 250 milliseconds.</value>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest wait between two connections.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(10);
}
