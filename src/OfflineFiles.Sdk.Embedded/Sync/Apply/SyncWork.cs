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

    /// <summary>A deletion has its turn at the end.</summary>
    void PutOff(SyncNode node);

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
internal sealed class SyncWork(CacheEngine engine, ShareScope scope, SyncOptions options, OperationLog log, Guid syncId) : ISyncVisitor
{
    private readonly SyncApplier _applier = new(engine, scope, options, syncId, log.Moved);

    public async Task<bool> VisitAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken)
    {
        var outcome = await ItemAsync(node, decision, () => _applier.ApplyAsync(node, decision, cancellationToken)).ConfigureAwait(false);
        return outcome.Status is OutcomeStatus.Done or OutcomeStatus.Unchanged or OutcomeStatus.Skipped;
    }

    public void PutOff(SyncNode node) => log.Plan([node.Path]);

    public Task DeleteAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken) =>
        ItemAsync(node, decision, () => _applier.DeleteAsync(node, decision, cancellationToken));

    public Task TellAsync(ItemOutcome outcome) => log.ItemAsync(outcome);

    public bool WasCreated(UncPath path) => _applier.WasCreated(path);

    public async ValueTask<PinSet> PinsOfAsync(UncPath directory, CancellationToken cancellationToken) =>
        (await engine.Store.FindAsync(directory, cancellationToken).ConfigureAwait(false))?.Pins ?? default;

    public Task<IReadOnlyList<ShareEntry>> ListAsync(ShareScope scope, UncPath directory, CancellationToken cancellationToken) =>
        scope.Share.ListAsync(scope.At(directory), cancellationToken);

    private async Task<ItemOutcome> ItemAsync(SyncNode node, SyncDecision decision, Func<Task<ItemOutcome>> work)
    {
        Exception? lost = null;
        async Task<ItemOutcome> DoAsync()
        {
            try
            {
                return await work().ConfigureAwait(false) with { State = decision.State };
            }
            catch (ShareConflictException)
            {
                return ItemOutcomes.Skipped(node.Path, "It changed on the share while it was synchronised. The next synchronisation takes it.") with { State = decision.State };
            }
            catch (ShareUnavailableException exception)
            {
                lost = exception;
                throw;
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
