using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim;

/// <summary>How changes are noticed; the Windows provider has no events of its own. Nothing runs while nobody is subscribed. Immutable.</summary>
public sealed record CimChangeOptions
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The defaults.</summary>
    public static CimChangeOptions Default { get; } = new();

    /// <summary>Who looks at the cache and compares.</summary>
    /// <value>Default: <see cref="CimChangeSource.Automatic"/>.</value>
    public CimChangeSource Source { get; init; }

    /// <summary>How often WMI looks at the cache for <see cref="CimChangeSource.Subscription"/>; at most a day.</summary>
    /// <value>
    /// Default: 5 minutes, the least that is recommended; WMI may refuse intervals far below a second (Microsoft Learn: WITHIN Clause).
    /// Each time WMI has the provider go through its whole cache.
    /// </value>
    public TimeSpan PollingInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long <see cref="CimChangeSource.Snapshots"/> waits after a look that found changes; also before the first new attempt after a
    /// failure.
    /// </summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan ShortestInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long to wait at most: the wait doubles with every look that finds nothing, and with every failure. Only
    /// <see cref="ReadingShare"/> can make it longer. At most a day.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The share of the time that reading snapshots may take, above 0 and up to 1. A cache that takes a second to read is at 0.1 read every
    /// ten seconds at most.
    /// </summary>
    /// <value>Default: 0.1.</value>
    public double ReadingShare { get; init; } = 0.1;

    internal void Check(OptionFaults faults)
    {
        faults.Defined(Source, Name(nameof(Source)));
        Wait(PollingInterval, nameof(PollingInterval));
        Wait(ShortestInterval, nameof(ShortestInterval));
        Wait(LongestInterval, nameof(LongestInterval));
        faults.Require(
            LongestInterval <= TimeSpan.Zero || LongestInterval >= ShortestInterval, Name(nameof(LongestInterval)),
            $"is {LongestInterval}, shorter than ShortestInterval. Give at least {ShortestInterval}.");
        faults.Require(
            ReadingShare is > 0 and <= 1, Name(nameof(ReadingShare)),
            FormattableString.Invariant($"is {ReadingShare}. Give a number above 0, up to 1."));

        void Wait(TimeSpan time, string option) =>
            faults.Require(time > TimeSpan.Zero && time <= LongestWait, Name(option), $"is {time}. Give a time above zero, up to a day.");

        static string Name(string option) => $"{nameof(CimBackendOptions.Changes)}.{option}";
    }
}
