using System.Runtime.ExceptionServices;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Operations;

/// <summary>
/// Changes many items in few commits, in their order, with the outcomes that they would have one by one. The first batches are one item each, and none is
/// more than all before it: of a few items each is told as it is done, and of many none waits for its commit alone.
/// </summary>
internal sealed class ItemBatches(CacheEngine engine, OperationLog log, OfflineFilesOperation operation) : IDisposable
{
    /// <summary>Of the largest batch: what it changed is kept until it is told.</summary>
    public const int Most = 1000;

    // Who writes a file meanwhile waits for a batch, and so does who cancels the operation.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private readonly FetchBatch _content = new(engine.Store, engine.Content, engine.TimeProvider);

    public async Task RunAsync<T>(IReadOnlyList<T> steps, Func<StoreTransaction, T, ItemWork> change, CancellationToken cancellationToken)
        where T : IItemStep
    {
        try
        {
            await ChangeAsync(steps, change, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _content.DropBegunAsync().ConfigureAwait(false);
            // What came here is kept, also when the operation was cancelled.
            await _content.EndAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _content.Dispose();

    private async Task ChangeAsync<T>(IReadOnlyList<T> steps, Func<StoreTransaction, T, ItemWork> change, CancellationToken cancellationToken)
        where T : IItemStep
    {
        var limit = Most;
        for (var at = 0; at < steps.Count;)
        {
            log.Enter(steps[at].Target);
            if (steps[at].Settled is { } settled)
            {
                var item = log.Begin(settled.Path);
                await InTurnAsync(() => log.End(item, settled)).ConfigureAwait(false);
                at++;
                continue;
            }

            var first = log.Begin(steps[at].Path, steps[at].Bytes);
            var size = Math.Min(limit, at < FetchBatch.FirstItems ? 1 : at);
            var works = await TryAsync(steps, at, size, change, cancellationToken).ConfigureAwait(false)
                ?? (await TryAsync(steps, at, limit = 1, change, cancellationToken).ConfigureAwait(false))!;
            await EndAsync(steps, at, works, first).ConfigureAwait(false);
            at += works.Count;
            // After one that failed they grow again: the next items may fail as well.
            limit = Math.Min(limit * 2, Most);
        }
    }

    /// <summary>Tells of items that were committed, and brings the content here of those that need it first.</summary>
    private async Task EndAsync<T>(IReadOnlyList<T> steps, int at, IReadOnlyList<ItemWork> works, OpenItem first)
        where T : IItemStep
    {
        OperationCanceledException? cancelled = null;
        for (var i = 0; i < works.Count; i++)
        {
            var (step, work, item) = (steps[at + i], works[i], i == 0 ? first : null);
            if (work.Begin() is { } begun)
            {
                await _content.BeginAsync(begun, () => FetchAsync(begun)).ConfigureAwait(false);
                continue;
            }

            await _content.TakeTurnsAsync().ConfigureAwait(false);
            if (work.Outcome is not { } outcome)
            {
                await FetchAsync(null).ConfigureAwait(false);
                continue;
            }

            log.Enter(step.Target);
            if (item is not null) await InTurnAsync(() => log.End(item, outcome)).ConfigureAwait(false);
            else await InTurnAsync(() => log.ItemDone(outcome, step.Bytes)).ConfigureAwait(false);
            if (_content.IsFull) await _content.TurnOverAsync().ConfigureAwait(false);

            // What was committed with it is told of in any case.
            async Task FetchAsync(FetchBegun? begun)
            {
                if (cancelled is not null) return;
                try
                {
                    if (_content.IsToEndBefore(step.Bytes)) await _content.EndAsync().ConfigureAwait(false);
                    log.Enter(step.Target);
                    await this.FetchAsync(item ?? log.Begin(step.Path, step.Bytes), work, begun).ConfigureAwait(false);
                    if (_content.IsFull) await _content.TurnOverAsync().ConfigureAwait(false);
                }
                catch (OperationCanceledException exception)
                {
                    cancelled = exception;
                }
            }
        }

        await _content.TakeTurnsAsync().ConfigureAwait(false);
        if (cancelled is not null) ExceptionDispatchInfo.Throw(cancelled);
    }

    private async Task FetchAsync(OpenItem item, ItemWork of, FetchBegun? begun)
    {
        try
        {
            var work = await of.FetchAsync(begun, _content.Blobs).ConfigureAwait(false);
            _content.Add(
                work.File,
                work.Commit,
                error => InTurnAsync(() => log.End(item, error is null ? work.Outcome() : ItemOutcomes.Failed(error, operation, item.Path))));
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            await InTurnAsync(() => log.End(item, ItemOutcomes.Failed(exception, operation, item.Path))).ConfigureAwait(false);
        }
    }

    private Task InTurnAsync(Action ended) => _content.InTurnAsync(() =>
    {
        ended();
        return Task.CompletedTask;
    });

    /// <summary>Null when a batch of several failed and nothing of it was saved: which of them it was is seen when they are tried one by one.</summary>
    private async Task<IReadOnlyList<ItemWork>?> TryAsync<T>(
        IReadOnlyList<T> steps, int at, int most, Func<StoreTransaction, T, ItemWork> change, CancellationToken cancellationToken)
        where T : IItemStep
    {
        var works = new List<ItemWork>();
        try
        {
            await engine.Store.WriteAsync(transaction => Change(transaction, steps, at, most, change, works), cancellationToken).ConfigureAwait(false);
            return works;
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            if (most > 1 && engine.Store.Fault is null) return null;
            // After a fault nobody knows what of the batch was saved.
            return [.. steps.Skip(at).Take(Math.Max(works.Count, 1))
                .Select(step => new ItemWork(ItemOutcomes.Failed(exception, operation, step.Path)))];
        }
    }

    private void Change<T>(
        StoreTransaction transaction, IReadOnlyList<T> steps, int at, int most, Func<StoreTransaction, T, ItemWork> change, List<ItemWork> works)
        where T : IItemStep
    {
        var started = engine.TimeProvider.GetTimestamp();
        do works.Add(change(transaction, steps[at + works.Count]));
        while (works.Count < most
            && at + works.Count < steps.Count
            && steps[at + works.Count].Settled is null
            && engine.TimeProvider.GetElapsedTime(started) < Longest);
    }
}

/// <summary>What is to be done with an item.</summary>
internal interface IItemStep
{
    /// <summary>The path that was asked for.</summary>
    UncPath Target { get; }

    UncPath Path { get; }

    /// <summary>The bytes of it that are in the total.</summary>
    long Bytes { get; }

    /// <summary>What becomes of it, where that is known before anything is done.</summary>
    ItemOutcome? Settled { get; }
}

/// <summary>What a commit did to an item; or, where it did nothing yet, what brings its content here first.</summary>
/// <param name="outcome">What became of it.</param>
/// <param name="begin">Begins to bring its content here before its turn; null where that does not pay.</param>
/// <param name="fetch">Brings its content here.</param>
internal sealed class ItemWork(
    ItemOutcome? outcome, Func<FetchBegun>? begin = null, Func<FetchBegun?, BlobBatch, Task<FetchWork>>? fetch = null)
{
    public ItemOutcome? Outcome => outcome;

    public FetchBegun? Begin() => begin?.Invoke();

    public Task<FetchWork> FetchAsync(FetchBegun? begun, BlobBatch blobs) => fetch!(begun, blobs);
}

/// <summary>Content that came here, or did not, how its row is changed, and what has become of the item when that was committed.</summary>
internal sealed record FetchWork(FetchedFile? File, Func<StoreTransaction, bool> Commit, Func<ItemOutcome> Outcome);

/// <summary>An item of the cache.</summary>
internal sealed record CachedStep(UncPath Target, UncPath Path) : IItemStep
{
    public ItemOutcome? Settled { get; init; }

    public long Bytes => 0;

    public static CachedStep Missing(UncPath target, OfflineFilesOperation operation) =>
        new(target, target) { Settled = ItemOutcomes.Failed(ItemOutcomes.NotInCache(target), operation, target) };
}
