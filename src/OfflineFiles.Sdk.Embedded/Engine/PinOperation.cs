using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>Pins items: rows for them and everything above, and with Fill their data.</summary>
internal sealed class PinOperation(CacheEngine engine, PinOptions options)
{
    public async Task RunAsync(OperationLog log, IReadOnlyList<(Scope Scope, UncPath Path)> targets, CancellationToken cancellationToken)
    {
        foreach (var (scope, path) in targets)
        {
            if (scope.IsOnline) await PinOnlineAsync(log, scope, path, cancellationToken).ConfigureAwait(false);
            else await PinCachedAsync(log, scope, path, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PinOnlineAsync(OperationLog log, Scope scope, UncPath path, CancellationToken cancellationToken)
    {
        ScopeRow scopeRow;
        Located? located;
        try
        {
            scopeRow = await engine.Guard.RequireAsync(scope, cancellationToken).ConfigureAwait(false);
            located = await Located.FindAsync(scope, path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Failures.IsItemError(exception))
        {
            await log.ItemAsync(Failures.Outcome(exception, OfflineFilesOperation.Pin, path)).ConfigureAwait(false);
            return;
        }

        if (located is null)
        {
            // It may have been created offline and not be on the share yet.
            await PinCachedAsync(log, scope, path, cancellationToken).ConfigureAwait(false);
            return;
        }

        var steps = await PlanAsync(scope, located, cancellationToken).ConfigureAwait(false);
        log.Expect(steps.Count, options.Flags.HasFlag(PinControlFlags.Fill) ? steps.Sum(step => step.Size) : 0);
        foreach (var step in steps)
            await log.ItemAsync(step.Path, () => ApplyAsync(scope, scopeRow, located, step, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>The target and, when deep, what is below it, containers before their children.</summary>
    private async Task<List<PinStep>> PlanAsync(Scope scope, Located target, CancellationToken cancellationToken)
    {
        var steps = new List<PinStep>();
        if (Fetcher.WhyUnsupported(target.Entry) is { } reason)
        {
            steps.Add(PinStep.Failed(target.Path, new OperationNotSupportedException("Pin", "Embedded", $"'{target.Path}' cannot be cached: {reason}")));
            return steps;
        }

        var pending = new Stack<PinStep>();
        pending.Push(new PinStep(target.Path, target.Entry));
        while (pending.TryPop(out var step))
        {
            cancellationToken.ThrowIfCancellationRequested();
            steps.Add(step);
            if (!options.Deep || step is not { Settled: null, Entry.Kind: ShareEntryKind.Directory }) continue;
            try
            {
                var entries = await scope.Share.ListAsync(scope.At(step.Path), cancellationToken).ConfigureAwait(false);
                foreach (var entry in entries.Reverse()) pending.Push(StepOf(step.Path, entry));
            }
            catch (Exception exception) when (Failures.IsItemError(exception))
            {
                steps.Add(PinStep.Failed(step.Path, exception));
            }
        }

        return steps;
    }

    private static PinStep StepOf(UncPath parent, ShareEntry entry)
    {
        // A name that is no component is told of under the directory that holds it.
        var path = SharePath.FindFault(entry.Name) is null ? parent.Append(entry.Name) : parent;
        return Fetcher.WhyUnsupported(entry) is { } reason
            ? new PinStep(path, entry) { Settled = Outcomes.Skipped(path, reason) }
            : new PinStep(path, entry);
    }

    private async Task<ItemOutcome> ApplyAsync(Scope scope, ScopeRow scopeRow, Located target, PinStep step, CancellationToken cancellationToken)
    {
        if (step.Settled is { } settled) return settled;
        var (row, outcome) = await engine.Store.WriteAsync(
            transaction =>
            {
                target.EnsureAbove(transaction, scopeRow);
                return Upsert(transaction, step);
            },
            cancellationToken).ConfigureAwait(false);
        return outcome.Status is OutcomeStatus.Done or OutcomeStatus.Unchanged && row.Sparse && options.Flags.HasFlag(PinControlFlags.Fill)
            ? await new Filler(engine).FillAsync(scope, row, cancellationToken).ConfigureAwait(false)
            : outcome;
    }

    private (ItemRow Row, ItemOutcome Outcome) Upsert(StoreTransaction transaction, PinStep step)
    {
        if (transaction.Find(step.Path) is not { } row)
        {
            var made = Fetcher.NewRow(step.Path, step.Entry!);
            return (transaction.Insert(made with { Pins = made.Pins.With(options.Flags, made.ItemType) }), Outcomes.Done(step.Path));
        }

        if (row.IsContainer != (step.Entry!.Kind == ShareEntryKind.Directory))
            return (row, Outcomes.Skipped(step.Path, "It is a file on one side and a directory on the other. Synchronise first."));
        return (row, Repin(transaction, row));
    }

    /// <summary>Without the share nothing can be fetched, but what is cached can be kept.</summary>
    private async Task PinCachedAsync(OperationLog log, Scope scope, UncPath path, CancellationToken cancellationToken)
    {
        var rows = await engine.Store.ReadAsync(
            connection => connection.Find(path) is not { } row ? [] : options.Deep ? connection.Below(path).Prepend(row).ToList() : [row],
            cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            var error = scope.WhyOffline() is { } why
                ? new ItemNotFoundException(path, $"Pin was asked of '{path}', but it is not in the cache and cannot be fetched: {why}. Take the share online first.")
                : Outcomes.NotOnShare(path);
            await log.ItemAsync(Failures.Outcome(error, OfflineFilesOperation.Pin, path)).ConfigureAwait(false);
            return;
        }

        log.Expect(rows.Count, 0);
        foreach (var row in rows)
            await log.ItemAsync(row.Path, () => engine.Store.WriteAsync(
                transaction => transaction.Find(row.Path) is { } now ? Repin(transaction, now) : Outcomes.Unchanged(row.Path), cancellationToken)).ConfigureAwait(false);
    }

    private ItemOutcome Repin(StoreTransaction transaction, ItemRow row)
    {
        if (row.DeletedOffline) return Outcomes.Skipped(row.Path, "It was deleted here; the deletion waits for a synchronisation.");
        var pins = row.Pins.With(options.Flags, row.ItemType);
        if (pins == row.Pins) return Outcomes.Unchanged(row.Path);
        transaction.Update(row, row with { Pins = pins });
        return Outcomes.Done(row.Path);
    }
}
