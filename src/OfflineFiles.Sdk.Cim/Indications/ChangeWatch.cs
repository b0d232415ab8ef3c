using OfflineFiles.Sdk.Cim.Logging;

namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>One run of a source, from the first subscriber to the last: what the source tells, and what it is asked.</summary>
internal sealed class ChangeWatch(Action<ChangeWatch, IEnumerable<CacheChange>> publish, TimeProvider time, CimLog log)
{
    private static readonly CacheChange Gap = new() { Kind = CacheChangeKind.Gap };
    private static readonly Task Never = new TaskCompletionSource<bool>().Task;

    private readonly ManualResetSignal _begun = new();
    private readonly ManualResetSignal _nudge = new();
    private bool _isLost;

    /// <summary>Done when what happens from now on will be noticed, or it is known that it may not be.</summary>
    public Task Beginning => _begun.Task;

    /// <summary>Something may have happened that nobody will be told of.</summary>
    public bool IsBlind { get; private set; }

    public void Chosen(CimChangeSource source) => log.ChangeSourceChosen(source);

    public void Begin() => _begun.Set();

    /// <summary>Asks to look as soon as it may be.</summary>
    public void Nudge() => _nudge.Set();

    public void Tell(IEnumerable<CacheChange> changes) => publish(this, changes);

    /// <summary>The source cannot see the cache. Subscribers are told once; false when it has been so before.</summary>
    public bool LoseSight(Exception? error)
    {
        if (!_isLost) log.ChangesLost(error);
        _isLost = true;
        if (IsBlind) return false;
        IsBlind = true;
        Tell([Gap]);
        return true;
    }

    /// <summary>A source cannot be had. Another may have missed something, and subscribers are to be told when it sees.</summary>
    public void Refused(Exception error)
    {
        log.ChangeSourceRefused(error);
        IsBlind = true;
    }

    /// <summary>The source sees the cache. If it can not tell what happened meanwhile, subscribers have to read anew from here.</summary>
    public void See(bool knowsWhatHappened)
    {
        if (_isLost) log.ChangesHealed();
        if (IsBlind && !knowsWhatHappened) Tell([Gap]);
        IsBlind = _isLost = false;
    }

    /// <summary>Waits until it is time for another look, or until one is asked for, which shortens the wait no further than to the least.</summary>
    public async Task PauseAsync(AdaptiveInterval interval, CancellationToken cancellationToken)
    {
        await Never.EndsWithinAsync(interval.Least, time, cancellationToken).ConfigureAwait(false);
        await _nudge.Task.EndsWithinAsync(interval.Most - interval.Least, time, cancellationToken).ConfigureAwait(false);
        _nudge.Reset();
    }
}

/// <summary>The wait before the next look at the cache: short while something happens, and doubled by each look that finds nothing.</summary>
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

/// <summary>An asynchronous manual-reset event: once set, all waits on its task complete until it is reset.</summary>
internal sealed class ManualResetSignal
{
    private TaskCompletionSource<bool> _source = New();

    public Task Task => Volatile.Read(ref _source).Task;

    public void Set() => Volatile.Read(ref _source).TrySetResult(true);

    public void Reset() => Volatile.Write(ref _source, New());

    // The thread that sets it must not run what waits for it.
    private static TaskCompletionSource<bool> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Waits for tasks by a <see cref="TimeProvider"/>.</summary>
internal static class TaskWaiting
{
    /// <summary>Waits until a task ends, however it ends; false if the time limit passed first.</summary>
    public static async Task<bool> EndsWithinAsync(this Task task, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (task.IsCompleted || limit == TimeSpan.Zero) return task.IsCompleted;
        var passed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = time.CreateTimer(_ => passed.TrySetResult(true), null, limit, Timeout.InfiniteTimeSpan);
        using var registration = cancellationToken.Register(() => passed.TrySetCanceled(cancellationToken));
        if (await Task.WhenAny(task, passed.Task).ConfigureAwait(false) == task) return true;
        await passed.Task.ConfigureAwait(false);
        return false;
    }
}
