using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>Brings one version of a file of the share into a blob, and makes rows of what the share says.</summary>
internal sealed class Fetcher(ContentStore content)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Fetches a file; what moves its bytes tells how many came. Dispose what comes back after the row that points to it was committed.</summary>
    public async Task<FetchedFile> FetchAsync(IShare share, SharePath path, Action<int> moved, CancellationToken cancellationToken)
    {
        var clock = await share.ClockAsync(cancellationToken).ConfigureAwait(false);
        var reading = await share.OpenReadAsync(path, cancellationToken).ConfigureAwait(false);
        await using var disposal = reading.ConfigureAwait(false);
        var writer = content.Create();
        try
        {
            await new CountedStream(reading.Stream, moved).CopyToAsync(writer.Stream, BufferSize, cancellationToken).ConfigureAwait(false);
            await reading.VerifyUnchangedAsync(cancellationToken).ConfigureAwait(false);
            var blob = await writer.SealAsync(cancellationToken).ConfigureAwait(false);
            return new FetchedFile(writer, blob, reading.Entry, IsRacy: !share.Traits.IsFirm(reading.Entry.Token, clock));
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>A row for an item of the share that was not in the cache; a file without its data.</summary>
    public static ItemRow NewRow(UncPath path, ShareEntry entry) => Known(
        new ItemRow
        {
            Path = path,
            ItemType = entry.Kind == ShareEntryKind.Directory ? OfflineFilesItemType.Directory : OfflineFilesItemType.File,
            Sparse = entry.Kind == ShareEntryKind.File,
        },
        entry);

    /// <summary>The row with both sides as the share has the item; what waited is settled.</summary>
    public static ItemRow Known(ItemRow row, ShareEntry entry)
    {
        var facts = Facts(entry);
        return row.Cleaned() with
        {
            Local = facts,
            Original = facts,
            BaseKind = entry.Kind == ShareEntryKind.Directory ? ItemKind.Directory : ItemKind.File,
            BaseToken = entry.Token,
        };
    }

    /// <summary>As <see cref="Known"/>, with the data.</summary>
    public static ItemRow Filled(ItemRow row, ShareEntry entry, Blob blob) =>
        Known(row, entry) with { Sparse = false, BlobId = blob.Id, Hash = blob.Hash, BaseHash = blob.Hash };

    public static ItemRow Filled(ItemRow row, FetchedFile file) => Filled(row, file.Entry, file.Blob) with { BaseIsRacy = file.IsRacy };

    /// <summary>The row after its bytes were written to the share: what is there is what is here.</summary>
    public static ItemRow Written(ItemRow row, ShareToken token, Blob blob)
    {
        var before = row.Local ?? new FileFacts { Attributes = FileAttributes.Normal };
        var written = Timestamp.ToUtc(token.ModifiedNanoseconds);
        var facts = before with
        {
            Size = token.Size,
            LastWrite = written,
            Change = Timestamp.ToUtc(token.ChangedNanoseconds),
            Creation = row.Local is null ? written : before.Creation,
            LastAccess = row.Local is null ? written : before.LastAccess,
        };
        return row.Cleaned() with
        {
            Local = facts,
            Original = facts,
            Sparse = false,
            BlobId = blob.Id,
            Hash = blob.Hash,
            BaseKind = ItemKind.File,
            BaseToken = token,
            BaseHash = blob.Hash,
            BaseIsRacy = true,
        };
    }

    public static FileFacts Facts(ShareEntry entry) => new(
        entry.Attributes, entry.Size, entry.CreationTimeUtc ?? entry.LastWriteTimeUtc, entry.LastWriteTimeUtc, entry.ChangeTimeUtc, entry.LastAccessTimeUtc);

    /// <summary>Why an entry of the share is left alone, as a whole sentence; null if it is not.</summary>
    public static string? WhyUnsupported(ShareEntry entry) => entry switch
    {
        { NameClash: true } => "The share holds another entry whose name differs only in case. Rename one of them; neither is touched.",
        { Kind: not ShareEntryKind.Unsupported } => null,
        { Unsupported: UnsupportedReason.Link } => "It is a link, and links are not followed.",
        { Unsupported: UnsupportedReason.MountPoint } => "Another file system is mounted here, which is not part of the share.",
        { Unsupported: UnsupportedReason.InvalidName } => "Its name cannot be part of a UNC path.",
        _ => "It is neither a file nor a directory.",
    };
}

/// <summary>One version of a file of the share, in the cache but in no row yet.</summary>
internal sealed record FetchedFile(BlobWriter Writer, Blob Blob, ShareEntry Entry, bool IsRacy) : IDisposable
{
    public void Dispose() => Writer.Dispose();
}
