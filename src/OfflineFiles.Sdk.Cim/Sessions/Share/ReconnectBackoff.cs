using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim.Sessions.Share;

/// <summary>How long to wait before the next connection: longer with every loss since the machine last answered, counted from the last.</summary>
internal sealed class ReconnectBackoff(CimReconnectOptions options, TimeProvider time)
{
    // After so many the wait is the longest, whatever it began with.
    private const int MostDoublings = 63;

    // However many attempts there are, the sum stays a time.
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(49);

    private readonly object _lock = new();
    private int _losses;
    private long _lastLoss;
    private DateTimeOffset _firstLostAt;
    private DateTimeOffset _lastLostAt;

    /// <summary>The machine is gone, since when and how often it was tried; null if it is not.</summary>
    public CimOutage? Outage
    {
        get
        {
            lock (_lock)
            {
                if (_losses == 0) return null;
                DateTimeOffset? next = options.Attempts == 0 ? null : _lastLostAt + Delay(_losses);
                return new CimOutage(_firstLostAt, _losses - 1, next);
            }
        }
    }

    public void Lost()
    {
        lock (_lock)
        {
            _lastLoss = time.GetTimestamp();
            _lastLostAt = time.GetUtcNow();
            if (_losses++ == 0) _firstLostAt = _lastLostAt;
        }
    }

    public void Answered()
    {
        if (Volatile.Read(ref _losses) == 0) return;
        lock (_lock) _losses = 0;
    }

    public TimeSpan Remaining()
    {
        lock (_lock)
        {
            if (_losses == 0 || options.Attempts == 0) return TimeSpan.Zero;
            var left = Delay(_losses) - time.GetElapsedTime(_lastLoss);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>What the waits of one call add up to, if it is the one that finds the machine gone.</summary>
    public TimeSpan Patience()
    {
        var ticks = Enumerable.Range(1, Math.Min(options.Attempts, MostDoublings)).Sum(losses => (double)Delay(losses).Ticks);
        if (options.Attempts > MostDoublings) ticks += (options.Attempts - MostDoublings) * (double)options.LongestDelay.Ticks;
        return ticks < LongestPatience.Ticks ? TimeSpan.FromTicks((long)ticks) : LongestPatience;
    }

    private TimeSpan Delay(int losses)
    {
        var delay = options.FirstDelay.Ticks * Math.Pow(2, losses - 1);
        return delay < options.LongestDelay.Ticks ? TimeSpan.FromTicks((long)delay) : options.LongestDelay;
    }
}

/// <summary>
/// What one call has left to wait for a machine that is gone. A call does not wait for what other calls waited before it: where the next connection
/// is further away than what it has, it ends at once.
/// </summary>
internal sealed class ReconnectPatience(TimeSpan left)
{
    private TimeSpan _left = left;

    public bool Covers(TimeSpan wait) => wait <= _left;

    public bool TrySpend(TimeSpan wait)
    {
        if (!Covers(wait)) return false;
        _left -= wait;
        return true;
    }
}
