namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>How long to wait before the next look: short while something happens, twice as long with every look at which nothing did.</summary>
internal sealed class AdaptiveInterval(CimChangeOptions options)
{
    private TimeSpan _wait = options.ShortestInterval;

    /// <summary>The wait that nothing may shorten: looking takes no more than its share of the time.</summary>
    public TimeSpan Least { get; private set; }

    /// <summary>The wait when nobody asks to look earlier.</summary>
    public TimeSpan Most => _wait > Least ? _wait : Least;

    public void Looked(TimeSpan took, bool somethingHappened)
    {
        Least = TimeSpan.FromSeconds(Math.Min(took.TotalSeconds * ((1 / options.ReadingShare) - 1), TimeSpan.FromDays(1).TotalSeconds));
        _wait = somethingHappened ? options.ShortestInterval : TimeSpan.FromTicks(Math.Min(_wait.Ticks * 2, options.LongestInterval.Ticks));
    }
}
