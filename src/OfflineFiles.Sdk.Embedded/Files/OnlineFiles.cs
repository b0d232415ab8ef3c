using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>Files as the share has them, written through to it. The cached copy of an item that is in the cache follows.</summary>
internal sealed class OnlineFiles(CacheEngine engine)
{
    public static async Task<CachedFileEntry?> FindAsync(ShareScope scope, UncPath path, ItemRow? row, CancellationToken cancellationToken)
    {
        var entry = await scope.Share.StatAsync(scope.At(path), cancellationToken).ConfigureAwait(false);
        return entry is null || Fetcher.WhyUnsupported(entry) is not null ? null : FileEntries.Of(path, entry, row);
    }

    /// <summary>The cached bytes when the share still has that version, else the share's, copied first so that they are one version.</summary>
    public async Task<Stream> OpenReadAsync(ShareScope scope, UncPath path, ItemRow? row, CancellationToken cancellationToken)
    {
        var entry = await RequireFileAsync(scope, path, cancellationToken).ConfigureAwait(false);
        if (row is { BlobId: { } id, Dirty: false } && scope.Share.Traits.SameVersion(row.BaseToken, entry.Token) && engine.Content.TryOpenRead(id) is { } cached) return cached;
        using var copy = engine.Content.Create();
        await CopyAsync(scope, path, copy, cancellationToken).ConfigureAwait(false);
        return await copy.ToSnapshotAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<CachedFileWriter> OpenWriteAsync(ShareScope scope, UncPath path, FileWriteMode mode, CancellationToken cancellationToken)
    {
        await RequireDirectoryAboveAsync(scope, path, cancellationToken).ConfigureAwait(false);
        var entry = await scope.Share.StatAsync(scope.At(path), cancellationToken).ConfigureAwait(false);
        if (entry is not null) EnsureFile(path, entry);
        if (mode == FileWriteMode.CreateNew && entry is not null) throw FileErrors.AlreadyThere(path);
        if (mode is FileWriteMode.Replace or FileWriteMode.Edit && entry is null) throw FileErrors.NotThere(path);

        var blob = engine.Content.Create();
        try
        {
            var expected = entry?.Token;
            if (mode == FileWriteMode.Edit)
            {
                expected = (await CopyAsync(scope, path, blob, cancellationToken).ConfigureAwait(false)).Token;
                blob.Stream.Position = 0;
            }

            return new FileWriter(blob, (staged, token) => CommitAsync(scope, path, expected, staged, token));
        }
        catch
        {
            blob.Dispose();
            throw;
        }
    }

    public async Task CreateDirectoryAsync(ShareScope scope, UncPath path, CancellationToken cancellationToken)
    {
        await RequireDirectoryAboveAsync(scope, path, cancellationToken).ConfigureAwait(false);
        if (await scope.Share.StatAsync(scope.At(path), cancellationToken).ConfigureAwait(false) is { } there)
        {
            if (there.Kind != ShareEntryKind.Directory) throw FileErrors.IsFile(path);
            return;
        }

        await scope.Share.CreateDirectoryAsync(scope.At(path), default, cancellationToken).ConfigureAwait(false);
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

    /// <summary>The share no longer has it. What became dirty in between is kept: the synchronisation will say what it is now.</summary>
    private static bool Forget(StoreTransaction transaction, UncPath path)
    {
        if (transaction.Find(path) is not { Dirty: false } row) return false;
        var tree = transaction.Below(path).Prepend(row).ToList();
        if (tree.Any(item => item is { Dirty: true, DeletedOffline: false })) return false;
        RemoveTree(transaction, tree);
        return true;
    }

    public static async Task<ShareEntry> CopyAsync(ShareScope scope, UncPath path, BlobWriter target, CancellationToken cancellationToken)
    {
        var reading = await scope.Share.OpenReadAsync(scope.At(path), cancellationToken).ConfigureAwait(false);
        await using var disposal = reading.ConfigureAwait(false);
        await reading.Stream.CopyToAsync(target.Stream, cancellationToken).ConfigureAwait(false);
        await reading.VerifyUnchangedAsync(cancellationToken).ConfigureAwait(false);
        return reading.Entry;
    }

    public static void RemoveTree(StoreTransaction transaction, IReadOnlyList<ItemRow> containersFirst)
    {
        foreach (var item in containersFirst.Reverse()) transaction.Delete(item);
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

    private async Task CommitAsync(ShareScope scope, UncPath path, ShareToken? expected, BlobWriter staged, CancellationToken cancellationToken)
    {
        var blob = await staged.SealAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var data = engine.Content.TryOpenRead(blob.Id) ?? throw new InvalidOperationException($"The blob {blob.Id} is gone.");
            await using (data.ConfigureAwait(false))
                await engine.Journal.WriteAsync(
                    scope,
                    path,
                    blob,
                    data,
                    expected is { } token ? (token, null) : null,
                    default,
                    (transaction, written) => Keep(transaction, path, written, blob),
                    cancellationToken).ConfigureAwait(false);
        }
        catch (ShareConflictException exception)
        {
            throw new OfflineFilesException(FileErrors.ChangedMeanwhile(path).Message, exception);
        }
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
