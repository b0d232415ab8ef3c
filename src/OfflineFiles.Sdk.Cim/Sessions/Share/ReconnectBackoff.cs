namespace OfflineFiles.Sdk.Cim.Sessions.Share;

/// <summary>How long to wait before the next connection: longer with every loss since the machine last answered, counted from the last.</summary>
internal sealed class ReconnectBackoff(CimReconnectOptions options, TimeProvider time)
{
    private readonly object _lock = new();
    private int _losses;
    private long _lastLoss;

    public void Lost()
    {
        lock (_lock)
        {
            _losses++;
            _lastLoss = time.GetTimestamp();
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

    private TimeSpan Delay(int losses)
    {
        var delay = options.FirstDelay.Ticks * Math.Pow(2, losses - 1);
        return delay < options.LongestDelay.Ticks ? TimeSpan.FromTicks((long)delay) : options.LongestDelay;
    }
}
