using System.Collections.Concurrent;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>Stamps of the clocks of shares. An older stamp proves less and nothing wrong, so that one serves many files for a moment.</summary>
internal sealed class ShareClocks(TimeProvider timeProvider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<IShare, (Int128? Stamp, long At)> _last = new();

    /// <summary>A stamp from before the look that follows; a new one if an older one proves nothing about the hint.</summary>
    public async Task<Int128?> BeforeAsync(IShare share, ShareToken? hint, CancellationToken cancellationToken)
    {
        // Where no stamp proves anything none is asked for.
        if (!share.Traits.ChangeTimeIsReal) return null;
        var isFresh = _last.TryGetValue(share, out var last) && timeProvider.GetElapsedTime(last.At) < Lifetime;
        if (isFresh && (hint is not { } about || share.Traits.IsFirm(about, last.Stamp))) return last.Stamp;
        var stamp = await share.ClockAsync(cancellationToken).ConfigureAwait(false);
        _last[share] = (stamp, timeProvider.GetTimestamp());
        return stamp;
    }
}
