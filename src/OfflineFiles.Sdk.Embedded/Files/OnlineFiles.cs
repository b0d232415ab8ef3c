using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>Files as the share has them, written through to it. The cached copy of an item that is in the cache follows.</summary>
internal sealed class OnlineFiles(CacheEngine engine, AccessTimes accesses)
{
    private readonly ShareVersions _versions = new(engine);

    public static async Task<CachedFileEntry?> FindAsync(ShareScope scope, UncPath path, ItemRow? row, CancellationToken cancellationToken)
    {
        var entry = await scope.Share.StatAsync(scope.At(path), cancellationToken).ConfigureAwait(false);
        return entry is null || Fetcher.WhyUnsupported(entry) is not null ? null : FileEntries.Of(path, entry, row);
    }

    /// <summary>The cached bytes when it is sure that the share still has that version, else the share's, copied first so that they are one version.</summary>
    public async Task<Stream> OpenReadAsync(ShareScope scope, UncPath path, ItemRow? row, CancellationToken cancellationToken)
    {
        var entry = await RequireFileAsync(scope, path, cancellationToken).ConfigureAwait(false);
        if (row is { BlobId: not null, IsContainer: false })
        {
            accesses.Note(row);
            var cached = CachedContent.TryOpen(engine, row);
            if (cached is not null && ShareVersions.IsSurely(scope, row, entry)) return cached;
            if (cached is null && await CachedContent.FetchAgainAsync(engine, scope, row, cancellationToken).ConfigureAwait(false)
                && await engine.Store.FindAsync(path, cancellationToken).ConfigureAwait(false) is { } fetched
                && CachedContent.TryOpen(engine, fetched) is { } again) return again;
            if (cached is not null) await cached.DisposeAsync().ConfigureAwait(false);
        }

        using var copy = engine.Content.Create();
        await _versions.CopyAsync(scope, path, row, copy, cancellationToken).ConfigureAwait(false);
        return await copy.ToSnapshotAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<OpenedVersion> OpenWriteAsync(
        ShareScope scope, UncPath path, ItemRow? row, FileWriteMode mode, BlobWriter blob, CancellationToken cancellationToken)
    {
        await RequireDirectoryAboveAsync(scope, path, cancellationToken).ConfigureAwait(false);
        var entry = await scope.Share.StatAsync(scope.At(path), cancellationToken).ConfigureAwait(false);
        if (entry is not null) EnsureFile(path, entry);
        if (mode == FileWriteMode.CreateNew && entry is not null) throw FileErrors.AlreadyThere(path);
        if (mode is FileWriteMode.Replace or FileWriteMode.Edit && entry is null) throw FileErrors.NotThere(path);
        if (entry is null) return new OpenedVersion(row, IsShares: true);
        if (mode != FileWriteMode.Edit) return await _versions.OpenAsync(scope, path, row, entry, cancellationToken).ConfigureAwait(false);

        var (copied, hash) = await _versions.CopyAsync(scope, path, row, blob, cancellationToken).ConfigureAwait(false);
        blob.Stream.Position = 0;
        return new OpenedVersion(row, IsShares: true) { Entry = copied, Hash = hash };
    }

    public async Task CreateDirectoryAsync(ShareScope scope, UncPath path, CancellationToken cancellationToken)
    {
        await RequireDirectoryAboveAsync(scope, path, cancellationToken).ConfigureAwait(false);
        if (await scope.Share.StatAsync(scope.At(path), cancellationToken).ConfigureAwait(false) is { } there)
        {
            if (there.Kind != ShareEntryKind.Directory) throw FileErrors.IsFile(path);
            return;
        }

        try
        {
            await scope.Share.CreateDirectoryAsync(scope.At(path), default, cancellationToken).ConfigureAwait(false);
        }
        catch (ShareConflictException exception) when (exception.Found is { Kind: ShareEntryKind.Directory })
        {
            // Somebody else was quicker: a directory that exists already stays as it is.
        }

        var entry = await scope.Share.StatAsync(scope.At(path), cancellationToken).ConfigureAwait(false);
        if (entry is not { Kind: ShareEntryKind.Directory }) return;
        await engine.Store.WriteAsync(
            transaction =>
            {
                if (HandedDown(transaction, path, OfflineFilesItemType.Directory) is { } pins && transaction.Find(path) is null)
                    transaction.Insert(Fetcher.NewRow(path, entry) with { Pins = pins });
            },
            CancellationToken.None).ConfigureAwait(false);
    }

    public async Task DeleteAsync(ShareScope scope, UncPath path, CancellationToken cancellationToken)
    {
        var entry = await RequireAsync(scope, path, cancellationToken).ConfigureAwait(false);
        if (entry.Kind == ShareEntryKind.File)
        {
            await engine.Journal.DeleteAsync(scope, path, (entry.Token, null), transaction => Forget(transaction, path), cancellationToken).ConfigureAwait(false);
            return;
        }

        var below = await engine.Store.ReadAsync(connection => connection.Below(path), cancellationToken).ConfigureAwait(false);
        var entries = await scope.Share.ListAsync(scope.At(path), cancellationToken).ConfigureAwait(false);
        if (entries.Count > 0 || below.Any(row => row is { Dirty: true, DeletedOffline: false })) throw FileErrors.NotEmpty(path);
        await scope.Share.RemoveDirectoryAsync(scope.At(path), entry.Token, cancellationToken).ConfigureAwait(false);
        await engine.Store.WriteAsync(transaction => Forget(transaction, path), CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Makes staged bytes the content of the share's file, if what stands there is what the writer was opened on.</summary>
    public async Task CommitAsync(ShareScope scope, UncPath path, OpenedVersion opened, Blob blob, CancellationToken cancellationToken)
    {
        var expected = opened.Entry?.Token;
        for (var isAgain = false; ; isAgain = true)
        {
            try
            {
                await WriteAsync(scope, path, expected is { } token ? (token, opened.Hash) : null, blob, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (ShareConflictException exception)
            {
                var (there, hash) = await _versions.LookAsync(scope, path, cancellationToken).ConfigureAwait(false);
                if (there is not null && hash == blob.Hash)
                {
                    // The bytes are there, whatever became of the stamps on the way.
                    await engine.Store.WriteAsync(transaction => Keep(transaction, path, there.Token, blob), CancellationToken.None).ConfigureAwait(false);
                    return;
                }

                // Touched, but still the version that was opened.
                if (isAgain || there is null || hash is null || hash != opened.Hash) throw FileErrors.ChangedMeanwhile(path, exception);
                expected = there.Token;
            }
        }
    }

    public static async Task RequireDirectoryAboveAsync(ShareScope scope, UncPath path, CancellationToken cancellationToken)
    {
        var parent = await scope.Share.StatAsync(scope.At(path.Parent!), cancellationToken).ConfigureAwait(false) ?? throw FileErrors.NoDirectory(path);
        if (parent.Kind == ShareEntryKind.File) throw FileErrors.IsFile(path.Parent!);
        if (Fetcher.WhyUnsupported(parent) is { } reason) throw FileErrors.Unsupported(path.Parent!, reason);
    }

    public static async Task<ShareEntry> RequireAsync(ShareScope scope, UncPath path, CancellationToken cancellationToken)
    {
        var entry = await scope.Share.StatAsync(scope.At(path), cancellationToken).ConfigureAwait(false) ?? throw FileErrors.NotThere(path);
        return Fetcher.WhyUnsupported(entry) is { } reason ? throw FileErrors.Unsupported(path, reason) : entry;
    }

    private static async Task<ShareEntry> RequireFileAsync(ShareScope scope, UncPath path, CancellationToken cancellationToken)
    {
        var entry = await RequireAsync(scope, path, cancellationToken).ConfigureAwait(false);
        EnsureFile(path, entry);
        return entry;
    }

    private static void EnsureFile(UncPath path, ShareEntry entry)
    {
        if (entry.Kind == ShareEntryKind.Directory) throw FileErrors.IsDirectory(path);
        if (Fetcher.WhyUnsupported(entry) is { } reason) throw FileErrors.Unsupported(path, reason);
    }

    private async Task WriteAsync(ShareScope scope, UncPath path, (ShareToken, string?)? expected, Blob blob, CancellationToken cancellationToken)
    {
        var data = engine.Content.TryOpenRead(blob.Id) ?? throw new InvalidOperationException($"The blob {blob.Id} is gone.");
        await using (data.ConfigureAwait(false))
            await engine.Journal.WriteAsync(
                scope,
                path,
                blob,
                data,
                expected,
                metadata: default,
                ensure: null,
                (transaction, written) => Keep(transaction, path, written, blob),
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The share no longer has it. What became dirty in between is kept: the synchronisation will say what it is now.</summary>
    private static bool Forget(StoreTransaction transaction, UncPath path)
    {
        if (transaction.Find(path) is not { Dirty: false } row) return false;
        var tree = transaction.Below(path).Prepend(row).ToList();
        if (tree.Any(item => item is { Dirty: true, DeletedOffline: false })) return false;
        MovedRows.Remove(transaction, tree);
        return true;
    }

    /// <summary>The share has the new version; a cached item, and a new one under a pin, has it too.</summary>
    private static bool Keep(StoreTransaction transaction, UncPath path, ShareToken written, Blob blob)
    {
        if (transaction.Find(path) is { } row)
        {
            if (row.Dirty || row.IsContainer) return false;
            transaction.Update(row, Fetcher.Written(row, written, blob));
            return true;
        }

        if (HandedDown(transaction, path, OfflineFilesItemType.File) is not { } pins) return false;
        transaction.Insert(Fetcher.Written(new ItemRow { Path = path, ItemType = OfflineFilesItemType.File, Pins = pins }, written, blob));
        return true;
    }

    /// <summary>The pins of a new item from the directory it is in; null if that hands down none.</summary>
    private static PinSet? HandedDown(StoreTransaction transaction, UncPath path, OfflineFilesItemType type) =>
        transaction.Find(path.Parent!) is { DeletedOffline: false } parent && parent.Pins.HandedTo(type) is { IsPinned: true } pins ? pins : null;
}
