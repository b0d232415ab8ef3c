using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>
/// When a share that was lost is looked at again. One look at a time; how long the next one waits is a multiple of what the last one cost in vain, so
/// that a share whose absence is seen at once is looked at by each use, and one that hangs costs a small part of the time.
/// </summary>
internal sealed class ShareReach
{
    private const int PauseForCost = 10;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // What is quicker than this is no burden, however often it is done.
    private static readonly TimeSpan Negligible = TimeSpan.FromMilliseconds(100);

    private readonly object _gate = new();
    private Task<bool>? _running;
    private long _failedAt;
    private TimeSpan _pause;
    private volatile bool _isPinned;
    private volatile string? _reason;
    private (string Key, ShareTraits Traits)? _traits;

    /// <summary>The share was looked at since the cache was opened, and was the one it should be.</summary>
    public bool IsPinned => _isPinned;

    /// <summary>Why the last look was in vain, as the end of a sentence; null if it was not.</summary>
    public string? Reason => _reason;

    /// <summary>The look that is under way, or a new one.</summary>
    public Task<bool> Join(Func<Task<bool>> look)
    {
        lock (_gate) return _running is { IsCompleted: false } running ? running : _running = Task.Run(look);
    }

    /// <summary>A new look; null while another one is under way, and while the last one in vain is too recent for its cost.</summary>
    public Task<bool>? TryBegin(Func<Task<bool>> look, TimeProvider timeProvider)
    {
        lock (_gate)
        {
            if (_running is { IsCompleted: false }) return null;
            if (_pause > TimeSpan.Zero && timeProvider.GetElapsedTime(_failedAt) < _pause) return null;
            return _running = Task.Run(look);
        }
    }

    public void Found()
    {
        lock (_gate) _pause = TimeSpan.Zero;
        _reason = null;
        _isPinned = true;
    }

    public void Lost(string reason)
    {
        _reason = reason;
        _isPinned = false;
    }

    /// <summary>A look was in vain.</summary>
    public void Missed(string reason, TimeSpan cost, TimeProvider timeProvider)
    {
        var pause = TimeSpan.FromTicks(Math.Min(cost.Ticks * PauseForCost, LongestPause.Ticks));
        lock (_gate) (_failedAt, _pause) = (timeProvider.GetTimestamp(), cost < Negligible ? TimeSpan.Zero : pause);
        Lost(reason);
    }

    /// <summary>What was found out about the root of a key since the cache was opened.</summary>
    public ShareTraits? TraitsOf(string key)
    {
        lock (_gate) return _traits is { } known && known.Key == key ? known.Traits : null;
    }

    public void Remember(string key, ShareTraits traits)
    {
        lock (_gate) _traits = (key, traits);
    }
}
