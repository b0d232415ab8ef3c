using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>Brings the share's state of an item into the cache. Every write is made only if the row is still the one that was compared.</summary>
internal sealed class SyncInbound(CacheEngine engine, ShareScope scope, SyncOptions options, DeletionGuard guard, Guid syncId, Action<int> moved)
{
    public async Task<ItemOutcome> InAsync(SyncNode node, CancellationToken cancellationToken)
    {
        using var taken = await FetchAsync(node, null, cancellationToken).ConfigureAwait(false);
        await CommitAsync(node, transaction => Take(transaction, node, taken.Known)).ConfigureAwait(false);
        taken.Keep();
        return taken.Outcome;
    }

    /// <summary>Brings the content of an item here, to be committed later. With a batch it becomes durable with that.</summary>
    public async Task<InboundItem> FetchAsync(SyncNode node, BlobBatch? batch, CancellationToken cancellationToken, FetchBegun? begun = null)
    {
        var outcome = ItemOutcomes.Done(node.Path) with { Action = node.Row is null ? SyncOperation.CreateCopyOnClient : SyncOperation.SyncToClient };
        if (node.Entry!.Kind == ShareEntryKind.Directory) return new InboundItem(node.Entry, null, outcome);
        var file = await engine.Fetcher.FetchAsync(scope.Share, scope.At(node.Path), moved, cancellationToken, node.Row, batch, begun).ConfigureAwait(false);
        // Only its times and attributes are other ones: nothing was transferred.
        return new InboundItem(
            node.Entry, file, file.IsHere ? outcome with { Status = OutcomeStatus.Unchanged } : outcome with { Bytes = file.Blob.Length });
    }

    /// <summary>Begins to bring a file here before its turn, where that pays; else null.</summary>
    public FetchBegun? TryBegin(SyncNode node, CancellationToken cancellationToken) => FetchBegun.Pays(node.Entry!)
        ? engine.Fetcher.Begin(scope.Share, scope.At(node.Path), cancellationToken)
        : null;

    /// <summary>Commits an item with others. Before anything is changed, it is seen whether it is still the one that was compared.</summary>
    /// <exception cref="ChangedHereException">It is not; nothing was changed.</exception>
    public void Commit(StoreTransaction transaction, SyncNode node, InboundItem item)
    {
        Require(transaction, node);
        Take(transaction, node, item.Known);
    }

    /// <summary>The pins that an item gets, which comes into the cache where nothing was.</summary>
    public PinSet PinsOf(SyncNode node, OfflineFilesItemType type) => NewPins.Of(node, options.Flags, type);

    /// <summary>Drops what is cached (a stub, or a deletion) and takes in the item that stands there now, if it is wanted.</summary>
    public async Task<ItemOutcome> ReplaceAsync(SyncNode node, CancellationToken cancellationToken)
    {
        if (NewPins.IsKept(node)) return await InAsync(node, cancellationToken).ConfigureAwait(false);
        await CommitAsync(node, transaction => Drop(transaction, node.Row!)).ConfigureAwait(false);
        return ItemOutcomes.Done(node.Path) with { Action = SyncOperation.DeleteClientCopy };
    }

    /// <summary>Both sides hold the same bytes: that is the new baseline, with the share's times and attributes.</summary>
    public async Task<ItemOutcome> AdoptAsync(SyncNode node)
    {
        await CommitAsync(node, transaction => transaction.Update(
            node.Row!, Fetcher.Known(node.Row!, node.Entry!) with { BaseHash = node.Row!.Hash, BaseIsRacy = !node.RemoteIsFirm })).ConfigureAwait(false);
        return node.Row!.Dirty ? ItemOutcomes.Done(node.Path) : ItemOutcomes.Unchanged(node.Path);
    }

    public async Task<ItemOutcome> DeleteAsync(SyncNode node, CancellationToken cancellationToken)
    {
        if (await engine.Store.ReadAsync(connection => connection.HasChildren(node.Path), CancellationToken.None).ConfigureAwait(false))
            return ItemOutcomes.Skipped(node.Path, "The share no longer has it; it stays here while something in it does.");
        if (await scope.Share.StatAsync(scope.At(node.Path), cancellationToken).ConfigureAwait(false) is not null)
            return ItemOutcomes.Skipped(node.Path, "It came back on the share while it was synchronised. The next synchronisation takes it.");
        await CommitAsync(node, transaction =>
        {
            // It is being moved or written there, and its row is about to follow.
            if (engine.Journal.IsBusy(node.Path)) throw new ChangedHereException();
            guard.Consume(transaction);
            transaction.Delete(node.Row!);
        }).ConfigureAwait(false);
        return ItemOutcomes.Done(node.Path) with { Action = SyncOperation.DeleteClientCopy };
    }

    private Task CommitAsync(SyncNode node, Action<StoreTransaction> work) => engine.Store.WriteAsync(
        transaction =>
        {
            Require(transaction, node);
            work(transaction);
        },
        CancellationToken.None);

    private void Require(StoreTransaction transaction, SyncNode node)
    {
        transaction.SyncId = syncId;
        if (!transaction.IsStill(node.Path, node.Row)) throw new ChangedHereException();
    }

    /// <summary>The row as the share's item makes it: the one that is there if it is of the same kind, else a new one in its place.</summary>
    private void Take(StoreTransaction transaction, SyncNode node, Func<ItemRow, ItemRow> known)
    {
        var isSameKind = node.Row is { } row && row.IsContainer == (node.Entry!.Kind == ShareEntryKind.Directory);
        if (isSameKind)
        {
            transaction.Update(node.Row!, known(node.Row!));
            return;
        }

        var fresh = node.Row is null ? node : NewPins.Replacing(node);
        if (node.Row is { } old) Drop(transaction, old);
        // The directory above may have gone meanwhile, and nothing hangs in the air.
        if (transaction.Find(node.Path.Parent!) is not { IsContainer: true }) throw new ChangedHereException();
        var made = Fetcher.NewRow(node.Path, node.Entry!);
        transaction.Insert(known(made with { Pins = NewPins.Of(fresh, options.Flags, made.ItemType) }));
    }

    /// <summary>Removes a row, and what was deleted below it: the share's item of another kind has taken the place of all that.</summary>
    private static void Drop(StoreTransaction transaction, ItemRow row)
    {
        var below = transaction.Below(row.Path);
        if (below.Exists(item => item is { DeletedOffline: false, Dirty: true })) throw new ChangedHereException();
        foreach (var item in below.AsEnumerable().Reverse()) transaction.Delete(item);
        transaction.Delete(row);
    }
}

/// <summary>An item of the share, with its content if it is a file.</summary>
internal sealed record InboundItem(ShareEntry Entry, FetchedFile? File, ItemOutcome Outcome) : IDisposable
{
    public ItemRow Known(ItemRow row) => File is null ? Fetcher.Known(row, Entry) : Fetcher.Filled(row, File);

    /// <summary>A committed row points to the content.</summary>
    public void Keep() => File?.Keep();

    public void Dispose() => File?.Dispose();
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
