using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Sync.Decide;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>What is done about the items of a subtree when a <see cref="SyncWalk"/> comes to them.</summary>
internal interface ISyncVisitor
{
    /// <returns>Whether the item is such that what is in it can be looked at.</returns>
    ValueTask<bool> VisitAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken);

    /// <summary>Nothing is to be done about a file of a directory, as about most.</summary>
    ValueTask LeaveAsync(UncPath directory, string name, SyncState state);

    /// <summary>What the share says of a version that is the same as before, to be kept without hurry.</summary>
    void Note(SyncNode node);

    /// <summary>The name is spelled in other case on the other side, or waits here to be.</summary>
    /// <returns>Both sides as they are now.</returns>
    Task<(ItemRow Row, ShareEntry Entry)> AgreeOnNameAsync(ItemRow row, ShareEntry entry, CancellationToken cancellationToken);

    /// <summary>A deletion has its turn at the end.</summary>
    void PutOff(SyncNode node);

    /// <summary>Deletions that are not carried out, because they are too many to be meant.</summary>
    Task HaltAsync(IReadOnlyList<PlannedDeletion> deletions, string reason, CancellationToken cancellationToken);

    /// <summary>A deletion that was put off to the end, when what was in the directory has been dealt with.</summary>
    Task DeleteAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken);

    /// <summary>Brings to its end what was begun: what follows looks at what there is.</summary>
    Task CompleteAsync();

    /// <summary>An outcome that was found without any work.</summary>
    Task TellAsync(ItemOutcome outcome);

    /// <summary>Whether a directory came to be in this synchronisation, on one side or the other.</summary>
    bool WasCreated(UncPath path);

    /// <summary>The pins of a directory whose children are visited.</summary>
    ValueTask<PinSet> PinsOfAsync(UncPath directory, CancellationToken cancellationToken);

    /// <summary>What the share has in a directory that is visited.</summary>
    Task<IReadOnlyList<ShareEntry>> ListAsync(ShareScope scope, UncPath directory, CancellationToken cancellationToken);
}

/// <summary>Carries out what is decided about each item, and tells the log of it.</summary>
internal sealed class SyncWork(
    CacheEngine engine, ShareScope scope, SyncOptions options, SyncDecider decider, DeletionGuard guard, OperationLog log, Guid syncId) : ISyncVisitor, IDisposable
{
    private readonly SyncApplier _applier = new(engine, scope, options, guard, syncId, log.Moved);
    private readonly SyncNames _names = new(engine, scope, options, syncId);
    private readonly SyncNotes _notes = new(engine, syncId);
    private readonly FetchBatch _batch = new(engine.Store, engine.Content, engine.TimeProvider);

    /// <summary>Directories that are in the batch and not in the cache yet, with their pins.</summary>
    private Dictionary<UncPath, PinSet> _coming = [];
    private Dictionary<UncPath, PinSet> _comingBefore = [];

    private (UncPath Directory, PinSet Pins)? _pins;

    public async ValueTask<bool> VisitAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken)
    {
        if (_notes.IsFull) await _notes.FlushAsync().ConfigureAwait(false);
        if (SyncApplier.IsPlainInbound(node, decision))
        {
            if (_applier.Inbound.TryBegin(node, cancellationToken) is not { } begun)
            {
                await _batch.TakeTurnsAsync().ConfigureAwait(false);
                return await BringAsync(node, decision, null, cancellationToken).ConfigureAwait(false);
            }

            await _batch.BeginAsync(begun, () => BringAsync(node, decision, begun, cancellationToken)).ConfigureAwait(false);
            return true;
        }

        await _batch.TakeTurnsAsync().ConfigureAwait(false);
        // What changes anything finds all that came before it in the cache.
        if (!SyncApplier.IsIdle(node, decision)) await CompleteAsync().ConfigureAwait(false);
        else if (_batch.IsFull) await TurnOverAsync().ConfigureAwait(false);
        var outcome = await ItemAsync(node, decision, () => ApplyAsync(node, decision, cancellationToken)).ConfigureAwait(false);
        return outcome.Status is OutcomeStatus.Done or OutcomeStatus.Unchanged or OutcomeStatus.Skipped;
    }

    public ValueTask LeaveAsync(UncPath directory, string name, SyncState state)
    {
        var turns = _batch.TakeTurnsAsync();
        if (!turns.IsCompletedSuccessfully || !_batch.IsEmpty) return new ValueTask(LeaveInTurnAsync(turns, directory, name, state));
        log.Leave(directory, name, state);
        return default;
    }

    public void Note(SyncNode node) => _notes.Add(node);

    public async Task<(ItemRow Row, ShareEntry Entry)> AgreeOnNameAsync(ItemRow row, ShareEntry entry, CancellationToken cancellationToken)
    {
        await CompleteAsync().ConfigureAwait(false);
        try
        {
            return await _names.AgreeAsync(row, entry, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception) && exception is not ShareUnavailableException)
        {
            await TellAsync(Meanwhile.OutcomeOf(row.Path, exception)).ConfigureAwait(false);
            return (row, entry);
        }
    }

    public void PutOff(SyncNode node) => log.Plan([node.Path]);

    public async Task HaltAsync(IReadOnlyList<PlannedDeletion> deletions, string reason, CancellationToken cancellationToken)
    {
        foreach (var (node, _) in deletions) await _applier.SettleAsync(node).ConfigureAwait(false);
        await TellAsync(ItemOutcomes.Failed(new OfflineFilesException(reason), OfflineFilesOperation.Synchronize, scope.Root)).ConfigureAwait(false);
    }

    public Task DeleteAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken) =>
        ItemAsync(node, decision, () => _applier.DeleteAsync(node, decision, cancellationToken));

    public async Task TellAsync(ItemOutcome outcome)
    {
        await _batch.TakeTurnsAsync().ConfigureAwait(false);
        var item = log.Begin(outcome.Path);
        if (_batch.IsEmpty) log.End(item, outcome);
        else await _batch.InTurnAsync(() => EndAsync(item, outcome)).ConfigureAwait(false);
    }

    public bool WasCreated(UncPath path) => _applier.WasCreated(path);

    public async ValueTask<PinSet> PinsOfAsync(UncPath directory, CancellationToken cancellationToken)
    {
        if (_coming.TryGetValue(directory, out var pins) || _comingBefore.TryGetValue(directory, out pins)) return pins;
        // One directory is asked for each item in it, and nothing changes pins while a synchronisation runs.
        if (_pins is not { } known || known.Directory != directory)
            _pins = known = (directory, (await engine.Store.FindAsync(directory, cancellationToken).ConfigureAwait(false))?.Pins ?? default);
        return known.Pins;
    }

    public Task<IReadOnlyList<ShareEntry>> ListAsync(ShareScope scope, UncPath directory, CancellationToken cancellationToken) =>
        scope.Share.ListAsync(scope.At(directory), cancellationToken);

    public async Task CompleteAsync()
    {
        await _batch.TakeTurnsAsync().ConfigureAwait(false);
        await EndBatchAsync().ConfigureAwait(false);
    }

    /// <summary>Commits what came here, also after the synchronisation was cancelled, and what was noted and is no outcome of an item.</summary>
    public async Task FlushAsync()
    {
        await _batch.DropBegunAsync().ConfigureAwait(false);
        await EndBatchAsync().ConfigureAwait(false);
        await _notes.FlushAsync().ConfigureAwait(false);
    }

    public void Dispose() => _batch.Dispose();

    /// <summary>What came in between is looked at and decided about once more; a second time is for the next synchronisation.</summary>
    private async Task<ItemOutcome> ApplyAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken)
    {
        try
        {
            return await _applier.ApplyAsync(node, decision, cancellationToken).ConfigureAwait(false) with { State = decision.State };
        }
        catch (Exception exception) when (Meanwhile.WhyOf(exception) is not null)
        {
            if (await TryAgainAsync(node, cancellationToken).ConfigureAwait(false) is { } outcome) return outcome;
            throw;
        }
    }

    private async Task<ItemOutcome?> TryAgainAsync(SyncNode node, CancellationToken cancellationToken) =>
        await decider.AgainAsync(node, cancellationToken).ConfigureAwait(false) is var (again, decision) && !SyncWalk.IsDeletion(again, decision)
            ? await _applier.ApplyAsync(again, decision, cancellationToken).ConfigureAwait(false) with { State = decision.State }
            : null;

    private async Task LeaveInTurnAsync(Task turns, UncPath directory, string name, SyncState state)
    {
        await turns.ConfigureAwait(false);
        if (_batch.IsFull) await TurnOverAsync().ConfigureAwait(false);
        await TellAsync(new ItemOutcome { Path = directory.Append(name), Status = OutcomeStatus.Unchanged, State = state }).ConfigureAwait(false);
    }

    private Task EndBatchAsync()
    {
        _coming.Clear();
        _comingBefore.Clear();
        return _batch.EndAsync();
    }

    /// <summary>What came in is committed while more comes; what came in before that is in the cache now.</summary>
    private Task TurnOverAsync()
    {
        (_comingBefore, _coming) = (_coming, []);
        return _batch.TurnOverAsync();
    }

    /// <summary>Has an item come in with the batch.</summary>
    private async Task<bool> BringAsync(SyncNode node, SyncDecision decision, FetchBegun? begun, CancellationToken cancellationToken)
    {
        if (_batch.IsToEndBefore(node.Entry!.Size)) await EndBatchAsync().ConfigureAwait(false);
        else if (_batch.IsFull) await TurnOverAsync().ConfigureAwait(false);
        var item = log.Begin(node.Path, SyncForecast.BytesOf(node, decision));
        try
        {
            var taken = await _applier.Inbound.FetchAsync(node, _batch.Blobs, cancellationToken, begun).ConfigureAwait(false);
            _batch.Add(
                taken.File,
                transaction =>
                {
                    _applier.Inbound.Commit(transaction, node, taken);
                    return true;
                },
                error => EndAsync(item, node, decision, () => error is null ? Task.FromResult(taken.Outcome) : AfterAsync(error, node, cancellationToken)));
            // What is in it gets its pins before it is in the cache.
            if (node.Row is null && taken.File is null) _coming[node.Path] = _applier.Inbound.PinsOf(node, OfflineFilesItemType.Directory);
            return true;
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            if (Meanwhile.WhyOf(exception) is not null) await EndBatchAsync().ConfigureAwait(false);
            var outcome = await EndAsync(item, node, decision, () => AfterAsync(exception, node, cancellationToken)).ConfigureAwait(false);
            return outcome.Status is OutcomeStatus.Done or OutcomeStatus.Unchanged or OutcomeStatus.Skipped;
        }
    }

    /// <summary>What only came in between is taken as it is now, unless the synchronisation is to end.</summary>
    private async Task<ItemOutcome> AfterAsync(Exception exception, SyncNode node, CancellationToken cancellationToken)
    {
        if (Meanwhile.WhyOf(exception) is not null && !cancellationToken.IsCancellationRequested
            && await TryAgainAsync(node, cancellationToken).ConfigureAwait(false) is { } outcome) return outcome;
        return await Task.FromException<ItemOutcome>(exception).ConfigureAwait(false);
    }

    private Task<ItemOutcome> ItemAsync(SyncNode node, SyncDecision decision, Func<Task<ItemOutcome>> work) =>
        EndAsync(log.Begin(node.Path, SyncForecast.BytesOf(node, decision)), node, decision, work);

    /// <summary>Does what is left to do of an item, and tells of it in its turn.</summary>
    private async Task<ItemOutcome> EndAsync(OpenItem item, SyncNode node, SyncDecision decision, Func<Task<ItemOutcome>> work)
    {
        ShareUnavailableException? lost = null;
        ItemOutcome outcome;
        try
        {
            outcome = await work().ConfigureAwait(false);
            outcome = outcome.State is null ? outcome with { State = decision.State } : outcome;
            if (outcome.Status == OutcomeStatus.Unchanged && _names.WasRespelled(node.Path)) outcome = outcome with { Status = OutcomeStatus.Done };
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            lost = exception as ShareUnavailableException;
            outcome = Meanwhile.OutcomeOf(node.Path, exception);
            if (outcome.Status == OutcomeStatus.Skipped) outcome = outcome with { State = decision.State };
        }

        await _batch.InTurnAsync(() => Tell(item, node, outcome)).ConfigureAwait(false);
        // The share is gone: nothing else of this scope can be done.
        return lost is null ? outcome : throw new ShareUnavailableException(lost.Share, lost.Reason, lost);
    }

    private Task EndAsync(OpenItem item, ItemOutcome outcome)
    {
        log.End(item, outcome);
        return Task.CompletedTask;
    }

    private Task Tell(OpenItem item, SyncNode node, ItemOutcome outcome)
    {
        log.End(item, outcome);
        if (outcome.Status != OutcomeStatus.Unchanged)
            engine.Changes.Publish([new CacheChange
            {
                Kind = CacheChangeKind.SyncItemResult,
                Path = node.Path,
                ItemType = node.Row?.ItemType ?? (node.Entry?.Kind == ShareEntryKind.Directory ? OfflineFilesItemType.Directory : OfflineFilesItemType.File),
                SyncId = syncId,
                Outcome = outcome,
            }]);
        return Task.CompletedTask;
    }
}
