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
    Task<bool> VisitAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken);

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
    CacheEngine engine, ShareScope scope, SyncOptions options, SyncDecider decider, DeletionGuard guard, OperationLog log, Guid syncId) : ISyncVisitor
{
    private readonly SyncApplier _applier = new(engine, scope, options, guard, syncId, log.Moved);
    private readonly SyncNames _names = new(engine, scope, options, syncId);
    private readonly SyncNotes _notes = new(engine, syncId);

    public async Task<bool> VisitAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken)
    {
        if (_notes.IsFull) await FlushAsync().ConfigureAwait(false);
        var outcome = await ItemAsync(node, decision, () => ApplyAsync(node, decision, cancellationToken)).ConfigureAwait(false);
        return outcome.Status is OutcomeStatus.Done or OutcomeStatus.Unchanged or OutcomeStatus.Skipped;
    }

    public void Note(SyncNode node) => _notes.Add(node);

    public async Task<(ItemRow Row, ShareEntry Entry)> AgreeOnNameAsync(ItemRow row, ShareEntry entry, CancellationToken cancellationToken)
    {
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
        await log.ItemAsync(ItemOutcomes.Failed(new OfflineFilesException(reason), OfflineFilesOperation.Synchronize, scope.Root)).ConfigureAwait(false);
    }

    public Task DeleteAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken) =>
        ItemAsync(node, decision, () => _applier.DeleteAsync(node, decision, cancellationToken));

    public Task TellAsync(ItemOutcome outcome) => log.ItemAsync(outcome);

    public bool WasCreated(UncPath path) => _applier.WasCreated(path);

    public async ValueTask<PinSet> PinsOfAsync(UncPath directory, CancellationToken cancellationToken) =>
        (await engine.Store.FindAsync(directory, cancellationToken).ConfigureAwait(false))?.Pins ?? default;

    public Task<IReadOnlyList<ShareEntry>> ListAsync(ShareScope scope, UncPath directory, CancellationToken cancellationToken) =>
        scope.Share.ListAsync(scope.At(directory), cancellationToken);

    /// <summary>Commits what was noted and is no outcome of an item.</summary>
    public Task FlushAsync() => _notes.FlushAsync();

    /// <summary>What came in between is looked at and decided about once more; a second time is for the next synchronisation.</summary>
    private async Task<ItemOutcome> ApplyAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken)
    {
        try
        {
            return await _applier.ApplyAsync(node, decision, cancellationToken).ConfigureAwait(false) with { State = decision.State };
        }
        catch (Exception exception) when (Meanwhile.WhyOf(exception) is not null)
        {
            if (await decider.AgainAsync(node, cancellationToken).ConfigureAwait(false) is not var (again, other) || SyncWalk.IsDeletion(again, other)) throw;
            return await _applier.ApplyAsync(again, other, cancellationToken).ConfigureAwait(false) with { State = other.State };
        }
    }

    private async Task<ItemOutcome> ItemAsync(SyncNode node, SyncDecision decision, Func<Task<ItemOutcome>> work)
    {
        Exception? lost = null;
        async Task<ItemOutcome> DoAsync()
        {
            try
            {
                var outcome = await work().ConfigureAwait(false);
                outcome = outcome.State is null ? outcome with { State = decision.State } : outcome;
                return outcome.Status == OutcomeStatus.Unchanged && _names.WasRespelled(node.Path)
                    ? outcome with { Status = OutcomeStatus.Done }
                    : outcome;
            }
            catch (ShareUnavailableException exception)
            {
                lost = exception;
                throw;
            }
            catch (Exception exception) when (Meanwhile.WhyOf(exception) is { } reason)
            {
                return ItemOutcomes.Skipped(node.Path, reason) with { State = decision.State };
            }
        }

        var outcome = await log.ItemAsync(node.Path, DoAsync, SyncForecast.BytesOf(node, decision)).ConfigureAwait(false);
        if (outcome.Status != OutcomeStatus.Unchanged)
            engine.Changes.Publish([new CacheChange
            {
                Kind = CacheChangeKind.SyncItemResult,
                Path = node.Path,
                ItemType = node.Row?.ItemType ?? (node.Entry?.Kind == ShareEntryKind.Directory ? OfflineFilesItemType.Directory : OfflineFilesItemType.File),
                SyncId = syncId,
                Outcome = outcome,
            }]);
        // The share is gone: nothing else of this scope can be done.
        if (lost is ShareUnavailableException gone) throw new ShareUnavailableException(gone.Share, gone.Reason, gone);
        return outcome;
    }
}
