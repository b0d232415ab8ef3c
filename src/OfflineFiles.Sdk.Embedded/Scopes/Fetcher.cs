using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>Brings one version of a file of the share into a blob, and makes rows of what the share says.</summary>
internal sealed class Fetcher(ContentStore content, TimeProvider timeProvider)
{
    private const int DiskFull = unchecked((int)0x80070070);

    public GrowthWatch Growth { get; } = new(timeProvider);

    public ShareClocks Clocks { get; } = new(timeProvider);

    /// <summary>
    /// Fetches a file; what moves its bytes tells how many came. Dispose what comes back after the row that points to it was committed. With the row that
    /// it is fetched for, bytes that are here already are not kept twice, and a file that is still growing is no version. Without a batch it is durable
    /// when it comes back.
    /// </summary>
    /// <exception cref="UnsettledFileException">It is being written.</exception>
    public async Task<FetchedFile> FetchAsync(
        IShare share,
        SharePath path,
        Action<int> moved,
        CancellationToken cancellationToken,
        ItemRow? row = null,
        BlobBatch? batch = null,
        FetchBegun? begun = null)
    {
        begun ??= Begin(share, path, cancellationToken);
        await using var disposal = begun.ConfigureAwait(false);
        var (clock, reading) = await begun.Opened.ConfigureAwait(false);
        EnsureRoom(path, reading.Entry.Size);
        // What is in memory already is written when it is known to be wanted.
        var writer = reading.Whole is null ? Create() : null;
        try
        {
            var version = await ShareVersion.ReadAsync(
                reading, path, row?.BaseToken?.Size, writer?.Stream, writer is null ? moved : Write, cancellationToken).ConfigureAwait(false);
            var isRacy = !share.Traits.IsFirm(reading.Entry.Token, clock);
            if (row is { Dirty: false, Sparse: false, BlobId: not null } && row.Hash == version.Hash)
            {
                writer?.Dispose();
                return new FetchedFile(null, default, reading.Entry, isRacy);
            }

            Growth.Require(share, path, reading.Entry.Token, isLonger: row?.BaseHash is { } before && version.PrefixHash == before);
            if (writer is null) (writer = Create()).Write(reading.Whole!.Value.Span);
            var blob = await (batch?.FinishAsync(writer, version.Hash, cancellationToken) ?? writer.SealAsync(version.Hash, cancellationToken)).ConfigureAwait(false);
            return new FetchedFile(writer, blob, reading.Entry, isRacy);
        }
        catch
        {
            writer?.Dispose();
            throw;
        }

        void Write(int count)
        {
            moved(count);
            writer.StartWriting(count);
        }

        BlobWriter Create() => batch?.Create() ?? content.Create(isBuffered: false);
    }

    /// <summary>A file that is to be fetched: it is opened when it is started, and else when it is asked for. Dispose it if it is not fetched after all.</summary>
    public FetchBegun Begin(IShare share, SharePath path, CancellationToken cancellationToken) => new(Clocks, share, path, cancellationToken);

    /// <summary>The hash of what a file of the share holds, and the entry that it was read of.</summary>
    /// <exception cref="UnsettledFileException">It is being written.</exception>
    public static async Task<(string Hash, ShareEntry Entry)> HashAsync(IShare share, SharePath path, CancellationToken cancellationToken)
    {
        var reading = await share.OpenReadAsync(path, cancellationToken).ConfigureAwait(false);
        await using var disposal = reading.ConfigureAwait(false);
        var version = await ShareVersion.ReadAsync(reading, path, null, null, null, cancellationToken).ConfigureAwait(false);
        return (version.Hash, reading.Entry);
    }

    /// <summary>Whether the data of a copy that nobody changed went away from the cache directory, so that it has to come again.</summary>
    public bool HasLost(ItemRow row) =>
        row is { Dirty: false, Sparse: false, IsContainer: false, BlobId: { } id } && !(row.Local is { } local && content.Holds(id, local.Size));

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
            BaseIsRacy = true,
            // A name waits by itself: it goes out as a rename, whatever comes in.
            BaseName = row.BaseName,
            ConflictState = null,
            ConflictTime = null,
        };
    }

    /// <summary>The row after the share's bytes were found to be those of its baseline: what else the share says of the item follows.</summary>
    public static ItemRow Rebased(ItemRow row, ShareEntry entry, bool isRacy)
    {
        // That it was read just now is no news.
        var facts = Facts(entry) with { LastAccess = row.Original?.LastAccess ?? entry.LastAccessTimeUtc };
        return row with
        {
            BaseToken = entry.Token,
            BaseIsRacy = isRacy,
            Original = facts,
            Local = row.Local is not { } local || row.ModifiedAttributes ? row.Local
                : row.Dirty ? local with { Attributes = facts.Attributes }
                : facts with { LastAccess = local.LastAccess },
        };
    }

    /// <summary>As <see cref="Known"/>, with the data.</summary>
    public static ItemRow Filled(ItemRow row, ShareEntry entry, Blob blob) =>
        Known(row, entry) with { Sparse = false, BlobId = blob.Id, Hash = blob.Hash, BaseHash = blob.Hash };

    public static ItemRow Filled(ItemRow row, FetchedFile file) => file.IsHere
        ? Known(row, file.Entry) with { BaseHash = row.Hash, BaseIsRacy = file.IsRacy }
        : Filled(row, file.Entry, file.Blob) with { BaseIsRacy = file.IsRacy };

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

    /// <summary>A file without end fills no disk before it fails.</summary>
    private void EnsureRoom(SharePath path, long size)
    {
        // What is small comes to the end of the disk by itself, and soon.
        if (size <= FetchBegun.MostBytes) return;
        var free = content.FreeSpace();
        if (size <= free) return;
        throw new IOException($"'{path}' takes {size} bytes, but the volume of the cache has only {free} left. Make room, or do not cache it.", DiskFull);
    }
}

/// <summary>One version of a file of the share, in the cache but in no row yet.</summary>
internal sealed record FetchedFile(BlobWriter? Writer, Blob Blob, ShareEntry Entry, bool IsRacy) : IDisposable
{
    /// <summary>The bytes are those of the row that it was fetched for; there is no new blob.</summary>
    public bool IsHere => Writer is null;

    /// <summary>A committed row points to it.</summary>
    public void Keep() => Writer?.Keep();

    public void Dispose() => Writer?.Dispose();
}
