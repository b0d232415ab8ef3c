using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Operations;

/// <summary>Pins items: rows for them and everything above, and with Fill their data.</summary>
internal sealed class PinOperation(CacheEngine engine, PinOptions options)
{
    public async Task RunAsync(OperationLog log, IReadOnlyList<(ShareScope Scope, UncPath Path)> targets, CancellationToken cancellationToken)
    {
        // Everything is planned before anything is done, so that the totals are those of the whole operation.
        var steps = new List<PinStep>();
        foreach (var (scope, path) in targets)
            steps.AddRange(await PlanAsync(new PinTarget(scope, path), log.IsWatched, cancellationToken).ConfigureAwait(false));
        log.Expect(steps.ConvertAll(step => step.Path), ByteCount.Sum(steps.Select(step => step.Bytes)));
        using var batches = new ItemBatches(engine, log, OfflineFilesOperation.Pin);
        await batches.RunAsync(steps, Apply(log.Moved, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<PinStep>> PlanAsync(PinTarget target, bool isWatched, CancellationToken cancellationToken)
    {
        var (scope, path) = target;
        if (!await engine.Guard.TryReachAsync(scope, cancellationToken).ConfigureAwait(false) && scope.Row is not null)
            return await PlanCachedAsync(target, cancellationToken).ConfigureAwait(false);
        ScopeRow scopeRow;
        LocatedItem? located;
        try
        {
            scopeRow = await engine.Guard.RequireAsync(scope, cancellationToken).ConfigureAwait(false);
            located = await LocatedItem.FindAsync(scope, path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            return [PinStep.Failed(target, path, exception)];
        }

        // It may have been created offline and not be on the share yet.
        if (located is null) return await PlanCachedAsync(target, cancellationToken).ConfigureAwait(false);
        var steps = await StepsAsync(target with { Online = (scopeRow, located) }, located, cancellationToken).ConfigureAwait(false);
        return isWatched && options.Flags.HasFlag(PinControlFlags.Fill)
            ? await WithBytesAsync(steps, located.Path, cancellationToken).ConfigureAwait(false)
            : steps;
    }

    /// <summary>What is fetched: the files of which the cache has not the data already.</summary>
    private async Task<List<PinStep>> WithBytesAsync(List<PinStep> steps, UncPath target, CancellationToken cancellationToken)
    {
        var held = await engine.Store.ReadAsync(
            connection => connection.EachBelow(target).Prepend(connection.Find(target)).OfType<ItemRow>()
                .Where(row => !row.Sparse).Select(row => row.Path).ToHashSet(),
            cancellationToken).ConfigureAwait(false);
        return steps.ConvertAll(step => held.Contains(step.Path) ? step : step with { Bytes = step.Size });
    }

    /// <summary>The target and, when deep, what is below it, containers before their children.</summary>
    private async Task<List<PinStep>> StepsAsync(PinTarget target, LocatedItem located, CancellationToken cancellationToken)
    {
        var steps = new List<PinStep>();
        if (Fetcher.WhyUnsupported(located.Entry) is { } reason)
        {
            steps.Add(PinStep.Failed(
                target, located.Path, new OperationNotSupportedException("Pin", "Embedded", $"'{located.Path}' cannot be cached: {reason}")));
            return steps;
        }

        var pending = new Stack<PinStep>();
        pending.Push(new PinStep(target, located.Path, located.Entry));
        while (pending.TryPop(out var step))
        {
            cancellationToken.ThrowIfCancellationRequested();
            steps.Add(step);
            if (!options.Deep || step is not { Settled: null, Entry.Kind: ShareEntryKind.Directory }) continue;
            try
            {
                var scope = target.Scope;
                var entries = await scope.Share.ListAsync(scope.At(step.Path), cancellationToken).ConfigureAwait(false);
                foreach (var (entry, leftAlone) in Enumerable.Reverse(await ChooseAsync(step.Path, entries, cancellationToken).ConfigureAwait(false)))
                    pending.Push(StepOf(step, entry, leftAlone));
            }
            catch (Exception exception) when (FailureTranslator.IsItemError(exception))
            {
                steps.Add(PinStep.Failed(target, step.Path, exception));
            }
        }

        return steps;
    }

    private async Task<List<(ShareEntry Entry, string? LeftAlone)>> ChooseAsync(
        UncPath directory, IReadOnlyList<ShareEntry> entries, CancellationToken cancellationToken)
    {
        if (!entries.Any(entry => entry.NameClash)) return ShareListing.Choose(entries, _ => null);
        var cached = (await engine.Store.ReadAsync(connection => connection.Children(directory), cancellationToken).ConfigureAwait(false))
            .ToDictionary(row => row.Path.Name, row => row.Path.Name, WqlText.Comparer);
        return ShareListing.Choose(entries, name => cached.GetValueOrDefault(name));
    }

    private static PinStep StepOf(PinStep parent, ShareEntry entry, string? leftAlone)
    {
        var path = ShareListing.PathOf(parent.Path, entry);
        return new PinStep(parent.Of, path, entry) { Settled = leftAlone is null ? null : ItemOutcomes.Skipped(path, leftAlone) };
    }

    /// <summary>A file whose data is wanted and not here is not touched before that has come, so that one commit pins and fills it.</summary>
    private Func<StoreTransaction, PinStep, ItemWork> Apply(Action<int> moved, CancellationToken cancellationToken)
    {
        (StoreTransaction, PinTarget)? ensured = null;
        return (transaction, step) => WantsData(transaction, step)
            ? new ItemWork(
                null,
                FetchBegun.Pays(step.Entry!) ? () => engine.Fetcher.Begin(step.Of.Scope.Share, step.Of.Scope.At(step.Path), cancellationToken) : null,
                (begun, blobs) => FetchAsync(step, (now, file) => Pin(now, step, file), begun, blobs, moved, cancellationToken))
            : new ItemWork(Pin(transaction, step, null).Outcome);

        // With a file the row gets its data, too, if it is made.
        (ItemRow? Row, ItemOutcome Outcome) Pin(StoreTransaction transaction, PinStep step, FetchedFile? file)
        {
            if (step.Of.Online is not { } online)
                return (null, transaction.Find(step.Path) is { } now ? Repin(transaction, now) : ItemOutcomes.Unchanged(step.Path));
            // Once for each commit: one that failed took them with it.
            if (ensured != (transaction, step.Of)) online.Located.EnsureAbove(transaction, online.ScopeRow);
            ensured = (transaction, step.Of);
            return Upsert(transaction, step, file);
        }
    }

    private bool WantsData(StoreTransaction transaction, PinStep step) =>
        options.Flags.HasFlag(PinControlFlags.Fill)
        && step is { Of.Online: not null, Entry.Kind: ShareEntryKind.File }
        && (transaction.Find(step.Path) is not { } row || !row.IsContainer && (row.Sparse || engine.Fetcher.HasLost(row)));

    /// <summary>Fetches the data of a file. Without it the file is pinned all the same.</summary>
    private async Task<FetchWork> FetchAsync(
        PinStep step,
        Func<StoreTransaction, FetchedFile?, (ItemRow? Row, ItemOutcome Outcome)> pin,
        FetchBegun? begun,
        BlobBatch blobs,
        Action<int> moved,
        CancellationToken cancellationToken)
    {
        ItemOutcome outcome;
        try
        {
            var scope = step.Of.Scope;
            var file = await engine.Fetcher.FetchAsync(scope.Share, scope.At(step.Path), moved, cancellationToken, batch: blobs, begun: begun).ConfigureAwait(false);
            var became = ItemOutcomes.Unchanged(step.Path);
            return new FetchWork(file, transaction => Fill(transaction, pin, file, out became), () => became);
        }
        catch (UnsettledFileException)
        {
            outcome = ItemOutcomes.Skipped(step.Path, "It is pinned, but still being written on the share. The next synchronisation fetches it.");
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            outcome = ItemOutcomes.Failed(exception, OfflineFilesOperation.Pin, step.Path);
        }

        return new FetchWork(null, PinOnly, () => outcome);

        bool PinOnly(StoreTransaction transaction)
        {
            pin(transaction, null);
            return false;
        }
    }

    private static bool Fill(
        StoreTransaction transaction,
        Func<StoreTransaction, FetchedFile?, (ItemRow? Row, ItemOutcome Outcome)> pin,
        FetchedFile file,
        out ItemOutcome became)
    {
        (var row, became) = pin(transaction, file);
        if (row is null || became.Status is not (OutcomeStatus.Done or OutcomeStatus.Unchanged)) return false;
        var isFilled = row.BlobId == file.Blob.Id || Fill(transaction, row, file);
        became = isFilled
            ? ItemOutcomes.Done(row.Path, file.Blob.Length)
            : ItemOutcomes.Skipped(row.Path, "It was changed here while it was fetched; the change stays.");
        return isFilled;
    }

    private static bool Fill(StoreTransaction transaction, ItemRow row, FetchedFile file)
    {
        if (transaction.Find(row.Path) is not { Dirty: false, IsContainer: false } now || !now.Sparse && now.BlobId != row.BlobId) return false;
        transaction.Update(now, Fetcher.Filled(now, file));
        return true;
    }

    private (ItemRow Row, ItemOutcome Outcome) Upsert(StoreTransaction transaction, PinStep step, FetchedFile? file)
    {
        if (transaction.Find(step.Path) is not { } row)
        {
            var made = Fetcher.NewRow(step.Path, step.Entry!);
            if (made.Path.Depth > 2 && transaction.Find(made.Path.Parent!) is null)
                return (made, ItemOutcomes.Skipped(step.Path, "The directory above it went away from the cache meanwhile."));
            if (file is not null) made = Fetcher.Filled(made, file);
            return (transaction.Insert(made with { Pins = made.Pins.With(options.Flags, made.ItemType) }), ItemOutcomes.Done(step.Path));
        }

        if (row.IsContainer != (step.Entry!.Kind == ShareEntryKind.Directory))
            return (row, ItemOutcomes.Skipped(step.Path, "It is a file on one side and a directory on the other. Synchronise first."));
        return (row, Repin(transaction, row));
    }

    /// <summary>Without the share nothing can be fetched, but what is cached can be kept.</summary>
    private async Task<List<PinStep>> PlanCachedAsync(PinTarget target, CancellationToken cancellationToken)
    {
        var (scope, path) = target;
        var paths = await engine.Store.ReadAsync(
            connection => connection.Find(path) is not { } row ? []
                : options.Deep ? connection.PathsBelow(path).Prepend(row.Path).ToList() : [row.Path],
            cancellationToken).ConfigureAwait(false);
        if (paths.Count > 0) return paths.ConvertAll(item => new PinStep(target, item, null));
        var error = scope.WhyOffline() is { } why
            ? new ItemNotFoundException(path, $"Pin was asked of '{path}', but it is not in the cache and cannot be fetched: {why}. Take the share online first.")
            : ItemOutcomes.NotOnShare(path);
        return [PinStep.Failed(target, path, error)];
    }

    private ItemOutcome Repin(StoreTransaction transaction, ItemRow row)
    {
        if (row.DeletedOffline) return ItemOutcomes.Skipped(row.Path, "It was deleted here; the deletion waits for a synchronisation.");
        var pins = row.Pins.With(options.Flags, row.ItemType);
        if (pins == row.Pins) return ItemOutcomes.Unchanged(row.Path);
        transaction.Update(row, row with { Pins = pins });
        return ItemOutcomes.Done(row.Path);
    }
}

/// <summary>A path that was asked for.</summary>
internal sealed record PinTarget(ShareScope Scope, UncPath Path)
{
    /// <summary>Null when only what is cached is pinned.</summary>
    public (ScopeRow ScopeRow, LocatedItem Located)? Online { get; init; }
}

/// <summary>One item to pin, as the share has it; or, settled, why it is not.</summary>
internal sealed record PinStep(PinTarget Of, UncPath Path, ShareEntry? Entry) : IItemStep
{
    public UncPath Target => Of.Path;

    public ItemOutcome? Settled { get; init; }

    /// <summary>What is expected to be fetched; counted only for somebody who watches.</summary>
    public long Bytes { get; init; }

    public long Size => Settled is null && Entry is { Kind: ShareEntryKind.File } file ? file.Size : 0;

    public static PinStep Failed(PinTarget of, UncPath path, Exception error) =>
        new(of, path, null) { Settled = ItemOutcomes.Failed(error, OfflineFilesOperation.Pin, path) };
}
