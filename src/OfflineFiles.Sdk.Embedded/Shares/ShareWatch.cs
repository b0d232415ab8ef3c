namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Waits for a call as long as it gets on.</summary>
internal sealed class ShareWatch(TimeSpan timeout, TimeProvider time)
{
    private long _last = time.GetTimestamp();

    public void Made() => Volatile.Write(ref _last, time.GetTimestamp());

    /// <summary>False when nothing has been heard of it for the time.</summary>
    public async Task<bool> SeesEndOfAsync(Task work)
    {
        if (timeout == Timeout.InfiniteTimeSpan) await Task.WhenAny(work).ConfigureAwait(false);
        while (!work.IsCompleted)
        {
            var rest = timeout - time.GetElapsedTime(Volatile.Read(ref _last));
            if (rest <= TimeSpan.Zero) return false;
            using var stop = new CancellationTokenSource();
            await Task.WhenAny(work, Task.Delay(rest, time, stop.Token)).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
        }

        return true;
    }
}
