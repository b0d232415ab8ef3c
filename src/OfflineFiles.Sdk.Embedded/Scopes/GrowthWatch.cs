using System.Collections.Concurrent;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>
/// Tells a file that grows from one that was changed. A file that was only made longer is taken at once; when that happens again soon after, it is no
/// version until two looks at it, a settle time apart on our own clock, find the same.
/// </summary>
internal sealed class GrowthWatch(TimeProvider timeProvider)
{
    private const int MostFiles = 10_000;

    private readonly ConcurrentDictionary<(IShare, SharePath), Look> _looks = new();

    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Told of each version that is about to be taken.</summary>
    /// <param name="share">The share.</param>
    /// <param name="path">The file.</param>
    /// <param name="hint">Of the version.</param>
    /// <param name="isLonger">It begins with all of the version that was taken before.</param>
    /// <exception cref="UnsettledFileException">It is still growing.</exception>
    public void Require(IShare share, SharePath path, ShareToken hint, bool isLonger)
    {
        var key = (share, path);
        if (SettleTime <= TimeSpan.Zero) return;
        if (!isLonger)
        {
            _looks.TryRemove(key, out _);
            return;
        }

        var now = timeProvider.GetTimestamp();
        var known = _looks.TryGetValue(key, out var last);
        if (!known || Since(last.TakenAt, now) >= SettleTime && last.Seen is null || IsSettled(share, last, hint, now))
        {
            // What is forgotten is watched anew.
            if (_looks.Count >= MostFiles) _looks.Clear();
            _looks[key] = new Look(now, null, 0);
            return;
        }

        if (!share.Traits.SameVersion(last.Seen, hint)) _looks[key] = last with { Seen = hint, SeenAt = now };
        throw new UnsettledFileException(path);
    }

    private bool IsSettled(IShare share, in Look last, in ShareToken hint, long now) =>
        last.Seen is not null && share.Traits.SameVersion(last.Seen, hint) && Since(last.SeenAt, now) >= SettleTime;

    private TimeSpan Since(long stamp, long now) => timeProvider.GetElapsedTime(stamp, now);

    /// <summary>When a longer version was taken last, and what was seen since and not taken.</summary>
    private readonly record struct Look(long TakenAt, ShareToken? Seen, long SeenAt);
}
