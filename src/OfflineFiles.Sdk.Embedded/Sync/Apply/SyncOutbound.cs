using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>Brings the cache's state of an item to the share. A row becomes clean only if it is still the one that was sent.</summary>
internal sealed class SyncOutbound(CacheEngine engine, ShareScope scope, DeletionGuard guard, Guid syncId, Action<int> moved)
{
    public async Task<ItemOutcome> OutAsync(SyncNode node, CancellationToken cancellationToken)
    {
        var row = node.Row!;
        var outcome = ItemOutcomes.Done(node.Path) with { Action = node.Entry is null ? SyncOperation.CreateCopyOnServer : SyncOperation.SyncToServer };
        if (row.IsContainer)
        {
            var directory = await scope.Share.CreateDirectoryAsync(scope.At(node.Path), MetadataOf(row), cancellationToken).ConfigureAwait(false);
            await SentAsync(row, directory, ItemKind.Directory).ConfigureAwait(false);
            return outcome;
        }

        if (row.BlobId is not { } id || engine.Content.TryOpenRead(id) is not { } data)
            throw await NoContentAsync(row, cancellationToken).ConfigureAwait(false);
        ShareToken token;
        await using (data.ConfigureAwait(false))
            token = await engine.Journal.WriteAsync(
                scope,
                node.Path,
                new Blob(id, data.Length, row.Hash!),
                new CountedStream(data, moved),
                node.Entry is { } there ? (there.Token, KnownHash(node)) : null,
                MetadataOf(row),
                // What was deleted, moved or changed here since it was looked at is not sent.
                transaction => RequireStill(transaction, row),
                (transaction, written) =>
                {
                    Sent(transaction, row, written, ItemKind.File);
                    return written;
                },
                cancellationToken).ConfigureAwait(false);
        return outcome with { Bytes = token.Size };
    }

    public async Task<ItemOutcome> MetadataAsync(SyncNode node, CancellationToken cancellationToken)
    {
        var token = await scope.Share.SetMetadataAsync(
            scope.At(node.Path), MetadataOf(node.Row!), node.Entry!.Token, cancellationToken).ConfigureAwait(false);
        await SentAsync(node.Row!, token, node.Row!.Kind).ConfigureAwait(false);
        return ItemOutcomes.Done(node.Path) with { Action = SyncOperation.SyncToServer };
    }

    public async Task<ItemOutcome> DeleteAsync(SyncNode node, CancellationToken cancellationToken)
    {
        if (node.Entry!.Kind == ShareEntryKind.File)
        {
            node = await VerifiedAsync(node, cancellationToken).ConfigureAwait(false);
            await engine.Journal.DeleteAsync(
                scope, node.Path, (node.Entry!.Token, KnownHash(node)), transaction => Gone(transaction, node), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Whatever was deleted with it has had its turn: what is left waits, and the share has it still.
            if (await engine.Store.ReadAsync(connection => connection.HasChildren(node.Path), CancellationToken.None).ConfigureAwait(false))
                return ItemOutcomes.Skipped(node.Path, "It is deleted here; it stays on the share while something in it waits.");
            await scope.Share.RemoveDirectoryAsync(scope.At(node.Path), node.Entry.Token, cancellationToken).ConfigureAwait(false);
            await engine.Store.WriteAsync(transaction => Gone(transaction, node), CancellationToken.None).ConfigureAwait(false);
        }

        return ItemOutcomes.Done(node.Path) with { Action = SyncOperation.DeleteServerCopy };
    }

    /// <summary>Where a change may have left the hint as it was, the bytes are asked once more: only the version that was decided about may go.</summary>
    private async Task<SyncNode> VerifiedAsync(SyncNode node, CancellationToken cancellationToken)
    {
        if (node.RemoteIsFirm || node.Row?.BaseHash is not { } known) return node;
        var (hash, entry) = await Fetcher.HashAsync(scope.Share, scope.At(node.Path), cancellationToken).ConfigureAwait(false);
        return hash == known
            ? node with { Entry = entry }
            : throw new ShareConflictException(scope.At(node.Path), node.Entry!.Token, entry.Token, "it holds other bytes than were compared");
    }

    private static void RequireStill(StoreTransaction transaction, ItemRow row)
    {
        if (!transaction.IsStill(row.Path, row)) throw new ChangedHereException();
    }

    /// <summary>The content went with the row that pointed to it, or is missing though the row still does.</summary>
    private async Task<Exception> NoContentAsync(ItemRow row, CancellationToken cancellationToken)
    {
        var now = await engine.Store.FindAsync(row.Path, cancellationToken).ConfigureAwait(false);
        return now?.Id != row.Id || now.Generation != row.Generation || now.BlobId != row.BlobId
            ? new ChangedHereException()
            : new OfflineFilesBackendException(
                $"The changed content of '{row.Path}' was to be sent to the share, but it is missing from the cache directory. "
                + "The share's version was not touched. Write the file again, or delete it here.")
            {
                Path = row.Path.ToString(),
            };
    }

    /// <summary>The hash of the version that was decided about; null where only its hint is known.</summary>
    private string? KnownHash(SyncNode node) =>
        node.RemoteHash ?? (scope.Share.Traits.SameVersion(node.Row?.BaseToken, node.Entry?.Token) ? node.Row?.BaseHash : null);

    private bool Gone(StoreTransaction transaction, SyncNode node)
    {
        transaction.SyncId = syncId;
        guard.Consume(transaction);
        if (transaction.Find(node.Path) is not { } row || transaction.HasChildren(node.Path)) return false;
        // Something took the place of what was deleted meanwhile: it is new to the share now.
        if (!transaction.IsStill(node.Path, node.Row))
            transaction.Update(row, row with { BaseKind = ItemKind.Absent, BaseToken = null, BaseHash = null, Original = null, ReplacedOffline = false });
        else
            transaction.Delete(row);
        return true;
    }

    /// <summary>The share holds what the row said when it was read: that is the baseline. What was changed since then still waits.</summary>
    private Task SentAsync(ItemRow sent, ShareToken token, ItemKind kind) =>
        engine.Store.WriteAsync(transaction => Sent(transaction, sent, token, kind), CancellationToken.None);

    private void Sent(StoreTransaction transaction, ItemRow sent, ShareToken token, ItemKind kind)
    {
        transaction.SyncId = syncId;
        var facts = FactsOf(sent, token, kind);
        var known = sent.Cleaned() with
        {
            Local = facts,
            Original = facts,
            BaseKind = kind,
            BaseToken = token,
            BaseHash = sent.Hash,
            BaseIsRacy = true,
            BaseName = sent.BaseName,
            ConflictState = null,
            ConflictTime = null,
        };
        if (transaction.Find(sent.Path) is not { } now)
        {
            // Created here, sent, and deleted here while it was sent: the share must learn of the deletion. Without the directory above there is
            // no place to remember it: then the item comes back, which loses nothing.
            if (transaction.Find(sent.Path.Parent!) is not null) transaction.Insert(known with { DeletedOffline = true, BlobId = null, Hash = null });
            return;
        }

        if (now.Id == sent.Id && now.Generation == sent.Generation)
        {
            transaction.Update(now, known);
            return;
        }

        transaction.Update(now, now with
        {
            Original = facts,
            BaseKind = kind,
            BaseToken = token,
            BaseHash = sent.Hash,
            BaseIsRacy = true,
            ConflictState = null,
            ConflictTime = null,
            SeenToken = null,
            ReplacedOffline = false,
            CreatedOffline = now.CreatedOffline && now.Kind != kind,
            ModifiedData = !now.DeletedOffline && !now.IsContainer && now.Hash != sent.Hash,
        });
    }

    private FileMetadata MetadataOf(ItemRow row) => new(
        row.ModifiedAttributes ? row.Local?.Attributes & scope.Share.SupportedAttributes : null,
        LastWriteTimeUtc: row.IsContainer ? null : row.Local?.LastWrite);

    /// <summary>Times as the share has them, so that they compare equal to it from now on.</summary>
    private static FileFacts FactsOf(ItemRow row, ShareToken token, ItemKind kind)
    {
        var facts = row.Local ?? new FileFacts();
        return kind == ItemKind.Directory
            ? facts
            : facts with { Size = token.Size, LastWrite = Timestamp.ToUtc(token.ModifiedNanoseconds), Change = Timestamp.ToUtc(token.ChangedNanoseconds) };
    }
}
