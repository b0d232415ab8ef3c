using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>
/// Files as the cache has them: for scopes that are offline and items with changes the share has not. The share is asked only for bytes that it has and
/// the cache has lost.
/// </summary>
internal sealed class LocalFiles(CacheEngine engine, AccessTimes? accesses)
{
    public static CachedFileEntry? Find(ItemRow? row) => row is not null && FileEntries.IsAvailable(row) ? FileEntries.Of(row) : null;

    /// <summary>The cached bytes. Without a scope nothing is fetched, noted or marked.</summary>
    public async Task<Stream> OpenReadAsync(ShareScope? scope, UncPath path, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await engine.Store.FindAsync(path, cancellationToken).ConfigureAwait(false);
            if (row is null or { DeletedOffline: true }) throw FileErrors.NotCached(path);
            if (row.IsContainer) throw FileErrors.IsDirectory(path);
            if (row.BlobId is null) throw FileErrors.NotAvailable(path);
            if (CachedContent.TryOpen(engine, row) is { } stream)
            {
                accesses?.Note(row);
                return stream;
            }

            // Gone between the row and the blob: a newer version took its place, and the row says which.
            var now = await engine.Store.FindAsync(path, cancellationToken).ConfigureAwait(false);
            if (now?.BlobId != row.BlobId) continue;
            if (!CachedContent.IsOnShare(row)) throw FileErrors.ChangeMissing(path);
            if (scope is null) throw FileErrors.ContentMissing(path);
            if (scope.IsOnline && await CachedContent.FetchAgainAsync(engine, scope, row, cancellationToken).ConfigureAwait(false)) continue;
            if (await CachedContent.GiveUpAsync(engine, row).ConfigureAwait(false)) throw FileErrors.ContentMissing(path);
        }
    }

    public async Task<OpenedVersion> OpenWriteAsync(ShareScope scope, UncPath path, FileWriteMode mode, BlobWriter blob, CancellationToken cancellationToken)
    {
        var (row, _) = await engine.Store.ReadAsync(connection => (connection.Find(path), LocalRows.RequireParent(connection.Find(path.Parent!), path)), cancellationToken).ConfigureAwait(false);
        var existing = row is { DeletedOffline: false } ? row : null;
        if (existing is { IsContainer: true }) throw FileErrors.IsDirectory(path);
        if (mode == FileWriteMode.CreateNew && existing is not null) throw FileErrors.AlreadyThere(path);
        if (mode is FileWriteMode.Replace or FileWriteMode.Edit && existing is null) throw FileErrors.NotCached(path);
        if (mode == FileWriteMode.Edit)
        {
            var content = await OpenReadAsync(scope, path, cancellationToken).ConfigureAwait(false);
            await using var disposal = content.ConfigureAwait(false);
            await content.CopyToAsync(blob.Stream, cancellationToken).ConfigureAwait(false);
            blob.Stream.Position = 0;
        }

        return new OpenedVersion(row, IsShares: false) { Hash = existing?.Hash };
    }

    public Task CreateDirectoryAsync(UncPath path, CancellationToken cancellationToken) => engine.Store.WriteAsync(
        transaction =>
        {
            if (transaction.Find(path) is { DeletedOffline: false } row)
            {
                if (!row.IsContainer) throw FileErrors.IsFile(path);
                return;
            }

            LocalRows.Create(transaction, path, OfflineFilesItemType.Directory, LocalRows.NewFacts(OfflineFilesItemType.Directory, 0, engine.UtcNow), null, null);
        },
        cancellationToken);

    public Task DeleteAsync(UncPath path, CancellationToken cancellationToken) => engine.Store.WriteAsync(
        transaction =>
        {
            if (transaction.Find(path) is not { DeletedOffline: false } row) throw FileErrors.NotCached(path);
            LocalRows.Delete(transaction, row, engine.Journal.IsBusy(row.Path));
            return true;
        },
        cancellationToken);

    public Task MoveAsync(UncPath path, UncPath newPath, CancellationToken cancellationToken) => engine.Store.WriteAsync(
        transaction =>
        {
            new LocalMove(transaction, engine.Journal, engine.UtcNow).Move(path, newPath);
            return true;
        },
        cancellationToken);

    /// <summary>Makes staged bytes the item's content, if what stands there is what the writer was opened on.</summary>
    public Task CommitAsync(ShareScope scope, UncPath path, OpenedVersion opened, Blob blob) => engine.Store.WriteAsync(
        transaction =>
        {
            var now = transaction.Find(path);
            if (!opened.IsStill(now)) throw FileErrors.ChangedMeanwhile(path);
            if (opened.IsShares && transaction.Find(path.Parent!) is null or { DeletedOffline: true }) throw FileErrors.NotKept(path, scope.WhyOffline());
            var parent = LocalRows.RequireParent(transaction.Find(path.Parent!), path);
            if (now is { DeletedOffline: false })
            {
                LocalRows.Change(transaction, now, opened, blob, engine.UtcNow);
            }
            else if (opened is { Row: null, Entry: { } entry })
            {
                // The share has a file of that name, which the cache has not: what is kept is a change of it.
                var known = Fetcher.NewRow(path, entry) with { Pins = parent.Pins.HandedTo(OfflineFilesItemType.File), BaseHash = opened.Hash };
                transaction.Insert(LocalRows.Changed(known, blob, engine.UtcNow));
            }
            else
            {
                LocalRows.Create(transaction, path, OfflineFilesItemType.File, LocalRows.NewFacts(OfflineFilesItemType.File, blob.Length, engine.UtcNow), blob, null);
            }
        },
        CancellationToken.None);
}
