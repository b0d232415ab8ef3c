using OfflineFiles.Sdk.Cim.Diagnosis;

namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>One run of a source, from the first subscriber to the last: what the source tells, and what it is asked.</summary>
internal sealed class ChangeWatch(Action<ChangeWatch, IEnumerable<CacheChange>> publish, TimeProvider time, CimLog log)
{
    private static readonly CacheChange Gap = new() { Kind = CacheChangeKind.Gap };
    private static readonly Task Never = new TaskCompletionSource<bool>().Task;

    private readonly Signal _begun = new();
    private readonly Signal _nudge = new();
    private bool _isLost;

    /// <summary>Done when what happens from now on will be noticed, or it is known that it may not be.</summary>
    public Task Beginning => _begun.Given;

    /// <summary>Something may have happened that nobody will be told of.</summary>
    public bool IsBlind { get; private set; }

    public void Chosen(CimChangeSource source) => log.ChangeSourceChosen(source);

    public void Begin() => _begun.Give();

    /// <summary>Asks to look as soon as it may be.</summary>
    public void Nudge() => _nudge.Give();

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
        await _nudge.Given.EndsWithinAsync(interval.Most - interval.Least, time, cancellationToken).ConfigureAwait(false);
        _nudge.Reset();
    }
}
