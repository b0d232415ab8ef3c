using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>Files as the cache has them: for scopes that are offline and items with changes the share has not. The share is never asked.</summary>
internal sealed class LocalFiles(CacheEngine engine)
{
    public static CachedFileEntry? Find(ItemRow? row) => row is not null && FileEntries.IsAvailable(row) ? FileEntries.Of(row) : null;

    public async Task<Stream> OpenReadAsync(UncPath path, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await engine.Store.FindAsync(path, cancellationToken).ConfigureAwait(false);
            if (row is null or { DeletedOffline: true }) throw FileErrors.NotCached(path);
            if (row.IsContainer) throw FileErrors.IsDirectory(path);
            if (row.BlobId is null) throw FileErrors.NotAvailable(path);
            // Gone between the row and the blob: a newer version took its place, and the row says which.
            if (engine.Content.TryOpenRead(row.BlobId) is { } stream) return stream;
            var now = await engine.Store.FindAsync(path, cancellationToken).ConfigureAwait(false);
            if (now?.BlobId == row.BlobId)
                throw new OfflineFilesBackendException($"The content of '{path}' was to be read, but it is missing from the cache directory. Synchronise to fetch it again.") { Path = path.ToString() };
        }
    }

    public async Task<CachedFileWriter> OpenWriteAsync(UncPath path, FileWriteMode mode, CancellationToken cancellationToken)
    {
        var (row, _) = await engine.Store.ReadAsync(connection => (connection.Find(path), LocalRows.RequireParent(connection.Find(path.Parent!), path)), cancellationToken).ConfigureAwait(false);
        var existing = row is { DeletedOffline: false } ? row : null;
        if (existing is { IsContainer: true }) throw FileErrors.IsDirectory(path);
        if (mode == FileWriteMode.CreateNew && existing is not null) throw FileErrors.AlreadyThere(path);
        if (mode is FileWriteMode.Replace or FileWriteMode.Edit && existing is null) throw FileErrors.NotCached(path);

        var blob = engine.Content.Create();
        try
        {
            if (mode == FileWriteMode.Edit)
            {
                var content = await OpenReadAsync(path, cancellationToken).ConfigureAwait(false);
                await using var disposal = content.ConfigureAwait(false);
                await content.CopyToAsync(blob.Stream, cancellationToken).ConfigureAwait(false);
                blob.Stream.Position = 0;
            }

            return new FileWriter(blob, (staged, token) => CommitAsync(path, row, staged, token));
        }
        catch
        {
            blob.Dispose();
            throw;
        }
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
            LocalRows.Delete(transaction, row);
            return true;
        },
        cancellationToken);

    public Task MoveAsync(UncPath path, UncPath newPath, CancellationToken cancellationToken) => engine.Store.WriteAsync(
        transaction =>
        {
            new LocalMove(transaction, engine.UtcNow).Move(path, newPath);
            return true;
        },
        cancellationToken);

    private async Task CommitAsync(UncPath path, ItemRow? opened, BlobWriter staged, CancellationToken cancellationToken)
    {
        var blob = await staged.SealAsync(cancellationToken).ConfigureAwait(false);
        var isDone = await CommitAsync(path, opened, blob).ConfigureAwait(false);
        if (!isDone) throw FileErrors.ChangedMeanwhile(path);
    }

    private Task<bool> CommitAsync(UncPath path, ItemRow? opened, Blob blob) => engine.Store.WriteAsync(
        transaction =>
        {
            if (!transaction.IsStill(path, opened)) return false;
            var now = engine.UtcNow;
            if (opened is { DeletedOffline: false })
            {
                LocalRows.RequireParent(transaction.Find(path.Parent!), path);
                LocalRows.Change(transaction, opened, blob, now);
            }
            else
            {
                LocalRows.Create(transaction, path, OfflineFilesItemType.File, LocalRows.NewFacts(OfflineFilesItemType.File, blob.Length, now), blob, null);
            }

            return true;
        },
        CancellationToken.None);
}
