using System.Security.Cryptography;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Writes one whole file beside its target, makes it durable, and hands it to <see cref="ShareCommit"/>.</summary>
internal sealed class ShareWriter(ShareLocation location, string temporary, string aside, bool mayExchange, Action<ShareStep>? onStep)
{
    private const int BufferLength = 128 * 1024;

    private string? Predecessor => location.Status is { Type: FileType.File } ? location.Name : null;

    public async Task<ShareToken> WriteAsync(
        ShareContent content, ShareToken? expected, FileMetadata metadata, CancellationToken cancellationToken)
    {
        location.Require(expected);
        cancellationToken.ThrowIfCancellationRequested();
        using var file = location.Parent.CreateFile(temporary, Predecessor);
        var created = file.Status();
        try
        {
            await CopyAsync(file, content, cancellationToken).ConfigureAwait(false);
            var written = Finish(file, content, metadata);
            // Windows renames and removes no file that is open for writing.
            file.Dispose();

            cancellationToken.ThrowIfCancellationRequested();
            onStep?.Invoke(ShareStep.Written);
            return new ShareCommit(location, temporary, aside, mayExchange, onStep).Commit(written, expected);
        }
        catch
        {
            file.Dispose();
            RemoveOwn(created);
            throw;
        }
    }

    private async Task CopyAsync(OpenFile file, ShareContent content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferLength];
        long length = 0;
        while (await content.Data.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            hash.AppendData(buffer, 0, count);
            file.Write(buffer.AsSpan(0, count), length);
            length += count;
        }

        if (length != content.Length)
            throw new ShareContentException(location.Path, $"its source gave {length} bytes instead of {content.Length}");
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(content.Sha256.Span))
            throw new ShareContentException(location.Path, "its source gave other bytes than their hash promised");
    }

    private ShareToken Finish(OpenFile file, ShareContent content, FileMetadata metadata)
    {
        location.Parent.GiveAccess(file, Predecessor);
        file.SetMetadata(metadata.Attributes, metadata.CreationTimeUtc, metadata.LastWriteTimeUtc, metadata.LastAccessTimeUtc);
        file.Fsync();
        var status = file.Status();
        if (status.Size != content.Length)
            throw new ShareContentException(location.Path, $"the share kept {status.Size} bytes instead of {content.Length}");
        return location.TokenOf(status);
    }

    /// <summary>Takes away what we wrote, and only that: after a failed commit somebody else's version may stand aside.</summary>
    private void RemoveOwn(in FileStatus created)
    {
        try
        {
            if (location.Parent.TryStatus(temporary)?.FileId == created.FileId) location.Parent.Unlink(temporary);
            if (location.Parent.TryStatus(aside)?.FileId == created.FileId) location.Parent.Unlink(aside);
        }
        catch (DurableIoException)
        {
            // The error that brought us here says more. What stays is found by its name when the journal is replayed.
        }
    }
}
