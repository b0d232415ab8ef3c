using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Cim.Tests.Sessions;

namespace OfflineFiles.Sdk.Cim.Tests.Indications;

/// <summary>A clock that stands still until somebody is known to wait for it, and that knows who waits.</summary>
internal sealed class VirtualTime : FakeTimeProvider
{
    private readonly List<Wait> _waits = [];
    private readonly SemaphoreSlim _begun = new(0);

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_waits) return [.. _waits.Select(wait => wait.Length)];
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(this, base.CreateTimer(callback, state, dueTime, period));
        wait.Note(dueTime);
        return wait;
    }

    /// <summary>Waits until so many wait just so long, and lets that time pass.</summary>
    public async Task PassAsync(TimeSpan length, int waits = 1)
    {
        await WaitedForAsync(length, waits);
        Advance(length);
        lock (_waits) _waits.RemoveAll(wait => wait.Until <= GetUtcNow());
    }

    public Task PassAsync(int seconds) => PassAsync(TimeSpan.FromSeconds(seconds));

    /// <summary>Waits until so many wait just so long.</summary>
    public async Task WaitedForAsync(TimeSpan length, int waits = 1)
    {
        while (Waits.Count(wait => wait == length) < waits)
            Assert.That(await _begun.WaitAsync(TimeSpan.FromSeconds(20)), Is.True, $"Not {waits} wait for {length}, but for {string.Join(", ", Waits)}.");
    }

    private sealed class Wait(VirtualTime time, ITimer timer) : ITimer
    {
        public TimeSpan Length { get; private set; }

        public DateTimeOffset Until => _since + Length;

        private DateTimeOffset _since;

        public void Note(TimeSpan length)
        {
            lock (time._waits)
            {
                time._waits.Remove(this);
                if (length == Timeout.InfiniteTimeSpan) return;
                (Length, _since) = (length, time.GetUtcNow());
                time._waits.Add(this);
            }

            time._begun.Release();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Note(dueTime);
            return timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            Note(Timeout.InfiniteTimeSpan);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
