using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>
/// Finds out which version of a file the share has: by its hint where that proves something, else by its bytes. What was found out of a cached version
/// is remembered, so that it is found out once.
/// </summary>
internal sealed class ShareVersions(CacheEngine engine)
{
    // Somebody who writes all the time must not keep a reader for ever.
    private const int Tries = 3;

    // Small files are read rather than left unknown: a stamp that moves later then says nothing against them.
    private const long SmallLength = 4 * 1024 * 1024;

    /// <summary>Whether the hint of an entry proves that the cached bytes are those of the share.</summary>
    public static bool IsSurely(ShareScope scope, ItemRow row, ShareEntry entry) =>
        row is { Dirty: false, BaseIsRacy: false, Hash: { } hash } && hash == row.BaseHash && scope.Share.Traits.SameVersion(row.BaseToken, entry.Token);

    /// <summary>The version that a writer is about to replace without having read it.</summary>
    public async Task<OpenedVersion> OpenAsync(ShareScope scope, UncPath path, ItemRow? row, ShareEntry entry, CancellationToken cancellationToken)
    {
        if (row is not null && IsSurely(scope, row, entry)) return new OpenedVersion(row, IsShares: true) { Entry = entry, Hash = row.BaseHash };
        var mustRead = entry.Size <= SmallLength
            || !scope.Share.Traits.IsFirm(entry.Token, await engine.Fetcher.Clocks.BeforeAsync(scope.Share, entry.Token, cancellationToken).ConfigureAwait(false));
        if (!mustRead) return new OpenedVersion(row, IsShares: true) { Entry = entry };
        try
        {
            var (read, hash) = await ReadAsync(scope, path, row, Stream.Null, cancellationToken).ConfigureAwait(false);
            return new OpenedVersion(row, IsShares: true) { Entry = read, Hash = hash };
        }
        catch (DurableIoException exception) when (exception.Fault == DurableIoFault.AccessDenied)
        {
            // It may be replaced by somebody who may not read it.
            return new OpenedVersion(row, IsShares: true) { Entry = entry };
        }
    }

    /// <summary>Copies one version of the share's file to the beginning of a blob.</summary>
    public Task<(ShareEntry Entry, string Hash)> CopyAsync(
        ShareScope scope, UncPath path, ItemRow? row, BlobWriter target, CancellationToken cancellationToken) =>
        ReadAsync(scope, path, row, target.Stream, cancellationToken);

    /// <summary>What stands on the share now, and the hash of it if it is a file.</summary>
    public async Task<(ShareEntry? Entry, string? Hash)> LookAsync(ShareScope scope, UncPath path, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(scope, path, null, Stream.Null, cancellationToken).ConfigureAwait(false);
        }
        catch (DurableIoException exception) when (exception.Fault is DurableIoFault.NotFound or DurableIoFault.NotADirectory or DurableIoFault.AccessDenied)
        {
            return (null, null);
        }
        catch (Exception exception) when (exception is UnsettledFileException or PathOutsideShareException)
        {
            return (null, null);
        }
    }

    private async Task<(ShareEntry Entry, string Hash)> ReadAsync(
        ShareScope scope, UncPath path, ItemRow? row, Stream target, CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                if (target.CanSeek) target.SetLength(0);
                return await ReadOnceAsync(scope, path, row, target, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (left > 1 && (exception is UnsettledFileException or DurableIoException { Fault: DurableIoFault.InUse }))
            {
                // Another version took its place while it was read: that one is read.
            }
        }
    }

    private async Task<(ShareEntry Entry, string Hash)> ReadOnceAsync(
        ShareScope scope, UncPath path, ItemRow? row, Stream target, CancellationToken cancellationToken)
    {
        var clock = row is null ? null : await engine.Fetcher.Clocks.BeforeAsync(scope.Share, null, cancellationToken).ConfigureAwait(false);
        var reading = await scope.Share.OpenReadAsync(scope.At(path), cancellationToken).ConfigureAwait(false);
        await using var disposal = reading.ConfigureAwait(false);
        var (hash, _) = await ShareVersion.ReadAsync(reading, scope.At(path), null, target, null, cancellationToken).ConfigureAwait(false);
        if (row is { Dirty: false, BaseHash: { } known } && known == hash)
            await RememberAsync(scope, row, reading.Entry, isRacy: !scope.Share.Traits.IsFirm(reading.Entry.Token, clock), cancellationToken).ConfigureAwait(false);
        return (reading.Entry, hash);
    }

    /// <summary>The share still has the cached bytes. Under another hint it has other times or attributes: those come with it.</summary>
    private Task RememberAsync(ShareScope scope, ItemRow row, ShareEntry entry, bool isRacy, CancellationToken cancellationToken) =>
        scope.Share.Traits.SameVersion(row.BaseToken, entry.Token)
            ? isRacy && row.BaseIsRacy ? Task.CompletedTask
                : engine.Store.WriteAsync(transaction => transaction.UpdateHint(row, entry.Token, isRacy), cancellationToken)
            : engine.Store.WriteAsync(
                transaction =>
                {
                    if (transaction.IsStill(row.Path, row)) transaction.Update(row, Fetcher.Rebased(row, entry, isRacy));
                },
                cancellationToken);
}
