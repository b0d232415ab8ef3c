using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>Brings the share's state of an item into the cache. Every write is made only if the row is still the one that was compared.</summary>
internal sealed class SyncInbound(CacheEngine engine, ShareScope scope, SyncOptions options, Guid syncId, Action<int> moved)
{
    public async Task<ItemOutcome> InAsync(SyncNode node, CancellationToken cancellationToken)
    {
        var action = node.Row is null ? SyncOperation.CreateCopyOnClient : SyncOperation.SyncToClient;
        if (node.Entry!.Kind == ShareEntryKind.Directory)
            return await CommitAsync(node, transaction =>
            {
                if (node.Row is null) transaction.Insert(Fetcher.NewRow(node.Path, node.Entry) with { Pins = NewPins.Of(node, options.Flags, OfflineFilesItemType.Directory) });
                else transaction.Update(node.Row, Fetcher.Known(node.Row, node.Entry));
            }).ConfigureAwait(false) with
            { Action = action };

        using var file = await engine.Fetcher.FetchAsync(scope.Share, scope.At(node.Path), moved, cancellationToken).ConfigureAwait(false);
        var outcome = await CommitAsync(node, transaction => Fill(transaction, node, file)).ConfigureAwait(false);
        return outcome with { Action = action, Bytes = outcome.Status == OutcomeStatus.Done ? file.Blob.Length : 0 };
    }

    /// <summary>Drops what is cached (a stub, or a deletion) and takes in the item that stands there now.</summary>
    public async Task<ItemOutcome> ReplaceAsync(SyncNode node, CancellationToken cancellationToken)
    {
        var dropped = await CommitAsync(node, transaction => transaction.Delete(node.Row!)).ConfigureAwait(false);
        return dropped.Status == OutcomeStatus.Done && NewPins.IsKept(node)
            ? await InAsync(NewPins.Replacing(node), cancellationToken).ConfigureAwait(false)
            : dropped with { Action = SyncOperation.DeleteClientCopy };
    }

    /// <summary>Both sides hold the same bytes: that is the new baseline, with the share's times and attributes.</summary>
    public async Task<ItemOutcome> AdoptAsync(SyncNode node)
    {
        var outcome = await CommitAsync(node, transaction =>
            transaction.Update(node.Row!, Fetcher.Known(node.Row!, node.Entry!) with { BaseHash = node.Row!.Hash })).ConfigureAwait(false);
        return outcome.Status == OutcomeStatus.Done && !node.Row!.Dirty ? ItemOutcomes.Unchanged(node.Path) : outcome;
    }

    public async Task<ItemOutcome> DeleteAsync(SyncNode node)
    {
        if (await engine.Store.ReadAsync(connection => connection.HasChildren(node.Path), CancellationToken.None).ConfigureAwait(false))
            return ItemOutcomes.Skipped(node.Path, "The share no longer has it; it stays here while something in it does.");
        return await CommitAsync(node, transaction => transaction.Delete(node.Row!)).ConfigureAwait(false) with
        {
            Action = SyncOperation.DeleteClientCopy,
        };
    }

    private async Task<ItemOutcome> CommitAsync(SyncNode node, Action<StoreTransaction> work)
    {
        var isDone = await engine.Store.WriteAsync(
            transaction =>
            {
                transaction.SyncId = syncId;
                if (!transaction.IsStill(node.Path, node.Row)) return false;
                work(transaction);
                return true;
            },
            CancellationToken.None).ConfigureAwait(false);
        return isDone
            ? ItemOutcomes.Done(node.Path)
            : ItemOutcomes.Skipped(node.Path, "It was changed here while it was synchronised. The next synchronisation takes it.");
    }

    private void Fill(StoreTransaction transaction, SyncNode node, FetchedFile file)
    {
        if (node.Row is not { } row)
        {
            transaction.Insert(Fetcher.Filled(Fetcher.NewRow(node.Path, file.Entry) with { Pins = NewPins.Of(node, options.Flags, OfflineFilesItemType.File) }, file));
            return;
        }

        transaction.Update(row, Fetcher.Filled(row, file));
    }
}

/// <summary>What an item that comes into the cache is pinned for.</summary>
internal static class NewPins
{
    private const PinControlFlags SyncReasons =
        PinControlFlags.ForUser | PinControlFlags.ForUserPolicy | PinControlFlags.ForAll | PinControlFlags.ForRedirection;

    /// <summary>The pins of the directory, and with PinNewFiles the reasons the caller named, when the directory hands any down.</summary>
    public static PinSet Of(SyncNode node, SyncControlFlags flags, OfflineFilesItemType type)
    {
        if (!node.Inherited.IsPinned || !flags.HasFlag(SyncControlFlags.PinNewFiles)) return node.Inherited;
        // The reasons have the same bits in both sets of flags.
        return node.Inherited.Or(default(PinSet).With((PinControlFlags)(uint)flags & SyncReasons, type));
    }

    /// <summary>Whether what stands in the place of a cached item comes into the cache in its stead.</summary>
    public static bool IsKept(SyncNode node) => node.Row!.Pins.IsPinned || node.Inherited.IsPinned;

    /// <summary>The item as a new one, with the pins of what it takes the place of.</summary>
    public static SyncNode Replacing(SyncNode node) => node with { Row = null, Inherited = node.Inherited.Or(node.Row!.Pins) };
}
